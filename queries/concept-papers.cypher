// Who else names a concept
//
// The papers that introduce, use or are about a concept, those that introduce it first, then the newest.
//
// Parameters:
//   concept: id of a concept - The concept.
//   limit: integer = 100, from 1 to 10000 - At most so many rows.
//   offset: integer = 0, from 0 to 1000000 - Rows to leave out at the beginning.
// Columns:
//   id: The paper's id.
//   title: Its title.
//   year: Its year.
//   role: introduces, uses or about.
//   as: What the paper uses the concept as.
//   confidence: From 0 to 1.
//   sentence: The words it rests on.
// Shape: both
:param concept => 'imagenet';
:param limit => 100;
:param offset => 0;
MATCH (c:Concept {id: $concept})<-[r:INTRODUCES|USES|ABOUT]-(p:Paper)
WITH p, r, CASE type(r) WHEN 'INTRODUCES' THEN 1 WHEN 'USES' THEN 2 ELSE 3 END AS step, coalesce(p.year, 0) AS age
RETURN p.id AS id,
       p.title AS title,
       p.year AS year,
       CASE step WHEN 1 THEN 'introduces' WHEN 2 THEN 'uses' ELSE 'about' END AS role,
       r.`as` AS `as`,
       r.confidence AS confidence,
       r.sentence AS sentence
ORDER BY step, age DESC, id, `as`
SKIP $offset
LIMIT $limit
