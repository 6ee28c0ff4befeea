// The family of a model, a method or any concept
//
// What a concept is a variant of (a size, a version, a derivative), what are variants of it, and its siblings: other variants, also of variants,
// of what it is itself a variant of. Each up to three steps up and down, once, by the shortest way; what it is a variant of comes first, then
// its variants, then its siblings.
//
// Parameters:
//   concept: id of a concept - The concept.
//   limit: integer = 100, from 1 to 10000 - At most so many rows.
// Columns:
//   id: The other concept's id.
//   name: Its name.
//   type: Its type.
//   papers: How many papers name it.
//   direction: out where the concept is a variant of the other, in where the other is a variant of it, sibling where both are variants of a third.
//   steps: How far away it is.
//   via: The concept before it on the way: at the other end of the last step.
//   rule: What found the last step.
//   confidence: Of the last step, from 0 to 1.
//   paper: The paper that the last step rests on.
//   sentence: Its words.
// Shape: both
:param concept => 'bert';
:param limit => 100;
CALL {
  MATCH path = (c:Concept {id: $concept})-[:VARIANT_OF*1..3]->(o:Concept)
  RETURN o AS o, 1 AS side, length(path) AS steps, relationships(path) AS links, nodes(path) AS stops
  UNION ALL
  MATCH path = (c:Concept {id: $concept})<-[:VARIANT_OF*1..3]-(o:Concept)
  RETURN o AS o, 2 AS side, length(path) AS steps, relationships(path) AS links, nodes(path) AS stops
  UNION ALL
  MATCH up = (c:Concept {id: $concept})-[:VARIANT_OF*1..3]->(top:Concept)
  WITH DISTINCT top, length(up) AS height
  MATCH path = (top)<-[:VARIANT_OF*1..3]-(o:Concept)
  RETURN o AS o, 3 AS side, height + length(path) AS steps, relationships(path) AS links, nodes(path) AS stops
}
WITH o, side, steps, links[size(links) - 1] AS r, stops[size(links) - 1] AS before
WHERE o.id <> $concept
WITH o, side, steps, r, before, before.id AS stop
ORDER BY side, steps, stop
WITH o, collect(side) AS sides, collect(steps) AS distances, collect(r) AS links, collect(before) AS stops
WITH o, sides[0] AS side, distances[0] AS steps, links[0] AS r, stops[0] AS before
RETURN o.id AS id,
       o.name AS name,
       o.type AS type,
       o.papers AS papers,
       CASE side WHEN 1 THEN 'out' WHEN 2 THEN 'in' ELSE 'sibling' END AS direction,
       steps AS steps,
       before.name AS via,
       r.rule AS rule,
       r.confidence AS confidence,
       r.paper AS paper,
       r.sentence AS sentence
ORDER BY side, steps, papers DESC, id
LIMIT $limit
