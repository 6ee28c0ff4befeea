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
// Shape: table
:param benchmark => 'imagenet';
:param limit => 200;
:param offset => 0;
CALL {
  MATCH (c:Concept {id: $benchmark})<-[s:SCORES]-(p:Paper)
  RETURN p AS p, s AS s, s.sentence AS said
  UNION ALL
  MATCH (c:Concept {id: $benchmark})<-[r:INTRODUCES|USES|SCORES]-(p:Paper)
  WITH p, r, CASE type(r) WHEN 'SCORES' THEN 1 ELSE 0 END AS scores, r.confidence AS confidence, coalesce(r.`as`, r.key) AS key
  ORDER BY confidence DESC, key
  WITH p, sum(scores) AS scores, collect(r.sentence) AS sentences
  WHERE scores = 0
  RETURN p AS p, null AS s, sentences[0] AS said
}
WITH p, s, said,
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
       said AS sentence
ORDER BY step, metric, number DESC, age DESC, id, s.key
SKIP $offset
LIMIT $limit
