// Papers on a benchmark, with their scores
//
// One row for each number that a paper states on the benchmark, the highest first among those of one kind and metric, then the papers
// that name the benchmark without stating a number, the newest first.
//
// Parameters:
//   benchmark: id of a concept - The benchmark.
//   limit: integer = 200, from 1 to 10000 - At most so many rows.
//   offset: integer = 0, from 0 to 1000000 - Rows to leave out at the beginning.
// Columns:
//   id: The paper's id.
//   title: Its title.
//   year: Its year.
//   value: The number.
//   text: The number as written.
//   unit: %, points, x or empty.
//   metric: The metric, where the text names it.
//   system: The system that the number is of, where the text names it.
//   kind: absolute, gain, drop or baseline.
//   sentence: The words it rests on.
:param benchmark => 'imagenet';
:param limit => 200;
:param offset => 0;
MATCH (c:Concept {id: $benchmark})<-[:INTRODUCES|USES|SCORES]-(p:Paper)
WITH DISTINCT c, p
OPTIONAL MATCH (p)-[s:SCORES]->(c)
CALL (p, c) {
  OPTIONAL MATCH (p)-[r:INTRODUCES|USES]->(c)
  WITH r, type(r) AS kind, r.confidence AS confidence, r.`as` AS used
  ORDER BY confidence DESC, kind, used LIMIT 1
  RETURN r.sentence AS named
}
WITH p, s, named,
     CASE s.kind WHEN 'absolute' THEN 1 WHEN 'gain' THEN 2 WHEN 'drop' THEN 3 WHEN 'baseline' THEN 4 ELSE 5 END AS step,
     coalesce(s.value, 0.0) AS number,
     coalesce(p.year, 0) AS age
RETURN p.id AS id,
       p.title AS title,
       p.year AS year,
       s.value AS value,
       s.text AS text,
       s.unit AS unit,
       s.metric AS metric,
       s.system AS system,
       s.kind AS kind,
       coalesce(s.sentence, named) AS sentence
ORDER BY step, metric, number DESC, age DESC, id, s.key
SKIP $offset
LIMIT $limit
