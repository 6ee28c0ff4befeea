// One relationship and its evidence
//
// Parameters:
//   from: string - The id of the node where it begins.
//   type: string, one of INTRODUCES USES SCORES ABOUT LINKS_TO VARIANT_OF - The relationship's type.
//   to: string - The id of the node where it ends.
//   key: string = '' - What it is used as, or where a score stands; empty for LINKS_TO and VARIANT_OF.
// Columns:
//   relationship: INTRODUCES, USES, ABOUT, SCORES, LINKS_TO or VARIANT_OF.
//   from, to: The ids of its ends.
//   key: What tells it from others of its type between the same two: what it is used as, or where a score stands.
//   confidence: From 0 to 1.
//   own: For a repository, whether it is the authors' own release.
//   surfaces, fields, starts, ends: The places that say so, as parallel lists: words, title or abstract, UTF-16 offsets.
//   sentence: The sentence of the best one.
//   rule: What found it.
//   extractor: The extractor's version.
//   fromType, fromLabel, fromDegree, fromPapers, fromYear, fromVenue, fromHasCode: The node where it begins.
//   toType, toLabel, toDegree, toPapers, toYear: The node where it ends.
//   properties: Everything that the relationship holds.
// Shape: both
:param from => 'arxiv:1706.03762';
:param type => 'USES';
:param to => 'transformer';
:param key => 'method';
CALL {
  MATCH (a:Paper {id: $from}) RETURN a AS a
  UNION ALL
  MATCH (a:Concept {id: $from}) RETURN a AS a
}
MATCH (a)-[r]->(b)
WHERE type(r) = $type AND b.id = $to AND coalesce(r.`as`, r.key, '') = $key
WITH a, r, b, COUNT { (a)--() } AS fromDegree, COUNT { (b)--() } AS toDegree
RETURN type(r) AS relationship,
       a.id AS `from`,
       b.id AS `to`,
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
       coalesce(a.type, 'paper') AS fromType,
       coalesce(a.title, a.name) AS fromLabel,
       fromDegree AS fromDegree,
       a.papers AS fromPapers,
       a.year AS fromYear,
       a.venue AS fromVenue,
       COUNT { (a)-[:LINKS_TO {own: true}]->() } > 0 AS fromHasCode,
       coalesce(b.type, 'repo') AS toType,
       coalesce(b.owner + '/' + b.name, b.name) AS toLabel,
       toDegree AS toDegree,
       coalesce(b.papers, toDegree) AS toPapers,
       b.year AS toYear,
       properties(r) AS properties
ORDER BY `from`, relationship, `to`, key
