// The relationships of a node, with their evidence
//
// The first relationships of each type and direction, the most certain first, with how many there are in all.
//
// Parameters:
//   node: id of a node - The node.
//   relationships: strings = [] - Only these types; empty for all.
//   limit: integer = 25, from 1 to 1000 - At most so many of each type and direction.
//   offset: integer = 0, from 0 to 1000000 - Relationships of each to leave out at the beginning.
// Columns:
//   relationship: INTRODUCES, USES, ABOUT, SCORES, LINKS_TO or VARIANT_OF.
//   direction: out where it begins at the node, in where it ends there.
//   total: How many of this type and direction there are.
//   from, to: The ids of its ends.
//   key: What tells it from others of its type between the same two: what it is used as, or where a score stands.
//   confidence: From 0 to 1.
//   own: For a repository, whether it is the authors' own release.
//   surfaces, fields, starts, ends: The places that say so, as parallel lists: words, title or abstract, UTF-16 offsets.
//   sentence: The sentence of the best one.
//   rule: What found it.
//   extractor: The extractor's version.
//   properties: Everything that the relationship holds.
//   id, type, label, degree, papers, year, venue, hasCode: The node at the other end.
// Shape: both
:param node => 'imagenet';
:param relationships => [];
:param limit => 25;
:param offset => 0;
CALL {
  MATCH (n:Paper {id: $node}) RETURN n AS n
  UNION ALL
  MATCH (n:Concept {id: $node}) RETURN n AS n
  UNION ALL
  MATCH (n:Repo {id: $node}) RETURN n AS n
}
MATCH (n)-[r]-(o)
WHERE size($relationships) = 0 OR type(r) IN $relationships
WITH n, r, o, type(r) AS kind,
     CASE startNode(r).id WHEN n.id THEN 'out' ELSE 'in' END AS direction,
     COUNT { (o)--() } AS degree,
     r.confidence AS confidence, o.id AS id, coalesce(r.`as`, r.key, '') AS key
ORDER BY confidence DESC, degree DESC, id, key
WITH n, kind, direction, collect({link: r, other: o, degree: degree}) AS found
WITH n, kind, direction, size(found) AS total, found[$offset..$offset + $limit] AS page,
     CASE kind WHEN 'INTRODUCES' THEN 1 WHEN 'USES' THEN 2 WHEN 'SCORES' THEN 3 WHEN 'ABOUT' THEN 4 WHEN 'LINKS_TO' THEN 5 ELSE 6 END AS step
UNWIND page AS one
WITH n, kind, direction, total, step, one.link AS r, one.other AS o, one.degree AS degree
RETURN kind AS relationship,
       direction AS direction,
       total AS total,
       CASE direction WHEN 'out' THEN n.id ELSE o.id END AS `from`,
       CASE direction WHEN 'out' THEN o.id ELSE n.id END AS `to`,
       coalesce(r.`as`, r.key, '') AS key,
       r.confidence AS confidence,
       r.own AS own,
       r.surfaces AS surfaces,
       r.fields AS fields,
       r.starts AS starts,
       r.ends AS ends,
       r.sentence AS sentence,
       r.rule AS rule,
       r.extractor AS extractor,
       properties(r) AS properties,
       o.id AS id,
       coalesce(o.type, CASE WHEN o:Paper THEN 'paper' ELSE 'repo' END) AS type,
       coalesce(o.title, o.owner + '/' + o.name, o.name) AS label,
       degree AS degree,
       coalesce(o.papers, CASE WHEN o:Repo THEN degree END) AS papers,
       o.year AS year,
       o.venue AS venue,
       COUNT { (o)-[:LINKS_TO {own: true}]->() } > 0 AS hasCode
ORDER BY step, direction DESC, confidence DESC, degree DESC, id, key
