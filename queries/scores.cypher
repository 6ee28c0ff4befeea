// Scores of a paper or on a benchmark
//
// Every number that a paper states, or that papers state on a benchmark.
//
// Parameters:
//   node: id of a node - The paper or benchmark.
//   limit: integer = 200, from 1 to 10000 - At most so many rows.
//   offset: integer = 0, from 0 to 1000000 - Rows to leave out at the beginning.
// Columns:
//   paper: The paper's id.
//   title: Its title.
//   year: Its year.
//   benchmark: The benchmark's id.
//   name: Its name.
//   value: The number.
//   text: The number as written.
//   unit: %, points, x or empty.
//   metric: The metric, where the text names it.
//   system: The system that the number is of, where the text names it.
//   kind: absolute, gain, drop or baseline.
//   sentence: The words it rests on.
//   key: Where the number stands: field:start:end.
// Shape: table
:param node => 'imagenet';
:param limit => 200;
:param offset => 0;
CALL {
  MATCH (p:Paper {id: $node})-[s:SCORES]->(c:Concept) RETURN p AS p, s AS s, c AS c
  UNION ALL
  MATCH (p:Paper)-[s:SCORES]->(c:Concept {id: $node}) RETURN p AS p, s AS s, c AS c
}
WITH p, s, c,
     CASE s.kind WHEN 'absolute' THEN 1 WHEN 'gain' THEN 2 WHEN 'drop' THEN 3 ELSE 4 END AS step
RETURN p.id AS paper,
       p.title AS title,
       p.year AS year,
       c.id AS benchmark,
       c.name AS name,
       s.value AS value,
       s.text AS text,
       s.unit AS unit,
       s.metric AS metric,
       s.system AS system,
       s.kind AS kind,
       s.sentence AS sentence,
       s.key AS key
ORDER BY benchmark, step, metric, value DESC, paper, key
SKIP $offset
LIMIT $limit
