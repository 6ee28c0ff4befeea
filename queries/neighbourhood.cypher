// The neighbourhood of a concept
//
// The concept, what is linked to it, and with two steps what these name, as a graph: every relationship among these nodes. Of
// the papers those that introduce the concept come first, then the most certain and the newest; of what they name, what most
// of them name.
//
// Parameters:
//   concept: id of a concept - The concept.
//   steps: integer = 2, from 1 to 2 - How far the neighbourhood reaches.
//   limit: integer = 25, from 1 to 200 - At most so many nodes at each step.
// Columns:
//   relationship: INTRODUCES, USES, ABOUT, SCORES, LINKS_TO or VARIANT_OF.
//   from, fromType, fromLabel: The node where it begins: its id, its type, its title or name.
//   to, toType, toLabel: The node where it ends.
//   key: What tells it from others of its type between the same two: what it is used as, or where a score stands.
//   confidence: From 0 to 1.
//   sentence: The words it rests on.
// Shape: both
:param concept => 'transformer';
:param steps => 2;
:param limit => 25;
MATCH (c:Concept {id: $concept})-[r]-(n)
WITH c, n, max(CASE type(r) WHEN 'VARIANT_OF' THEN 2 WHEN 'INTRODUCES' THEN 1 ELSE 0 END) AS rank, max(r.confidence) AS confidence,
     coalesce(n.year, 0) AS year, n.id AS id
ORDER BY rank DESC, confidence DESC, year DESC, id
LIMIT $limit
WITH c, collect(n) AS near
CALL (c, near) {
  UNWIND CASE $steps WHEN 2 THEN near ELSE [] END AS n
  MATCH (n)--(o)
  WHERE o.id <> c.id AND NOT o IN near
  WITH o, count(DISTINCT n) AS links, o.id AS id
  ORDER BY links DESC, id
  LIMIT $limit
  RETURN collect(o) AS far
}
WITH [c] + near + far AS nodes
UNWIND nodes AS a
MATCH (a)-[r]->(b)
WHERE b IN nodes
RETURN type(r) AS relationship,
       a.id AS `from`,
       coalesce(a.type, 'paper') AS fromType,
       coalesce(a.title, a.name) AS fromLabel,
       b.id AS `to`,
       coalesce(b.type, 'repo') AS toType,
       coalesce(b.owner + '/' + b.name, b.name) AS toLabel,
       coalesce(r.`as`, r.key, '') AS key,
       r.confidence AS confidence,
       r.sentence AS sentence
ORDER BY `from`, relationship, `to`, key
