// Papers on a benchmark, with their scores
//
// One row for each number that a paper states on the benchmark: results first, then gains, drops and what others reached (baselines), among
// those of one kind by metric and unit, the best first. Of a metric with a word such as error, loss, perplexity, WER or FID the lowest is the best.
// Then the papers that name the benchmark without stating a number, the newest first; these are left out where `metric` or `kind` is given.
//
// Numbers of two papers are only comparable where the set-up is: read the sentences.
//
// Parameters:
//   benchmark: id of a concept - The benchmark.
//   metric: string = '' - Only numbers of this metric, in capitals or not; empty for all.
//   kind: string = 'any', one of any absolute gain drop baseline - Only numbers of this kind.
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
//   better: higher or lower, by the metric's words; null for a gain or a drop, and where no metric is named.
//   system: The system that the number is of, where the text names it.
//   kind: absolute, gain, drop or baseline.
//   confidence: How sure that is, from 0 to 1, to three decimals.
//   sentence: The words it rests on.
// Shape: both
:param benchmark => 'imagenet';
:param metric => '';
:param kind => 'any';
:param limit => 200;
:param offset => 0;
CALL {
  MATCH (c:Concept {id: $benchmark})<-[s:SCORES]-(p:Paper)
  WHERE ($metric = '' OR toLower(s.metric) = toLower($metric)) AND ($kind = 'any' OR s.kind = $kind)
  RETURN p AS p, s.value AS value, s.text AS text, s.unit AS unit, s.metric AS metric, s.system AS system, s.kind AS kind, s.key AS key,
         s.sentence AS said, s.confidence AS sure
  UNION ALL
  MATCH (c:Concept {id: $benchmark})<-[r:INTRODUCES|USES|ABOUT|SCORES]-(p:Paper)
  WHERE $metric = '' AND $kind = 'any'
  WITH p, r, CASE type(r) WHEN 'SCORES' THEN 1 ELSE 0 END AS scores, r.confidence AS confidence, coalesce(r.`as`, r.key) AS key
  ORDER BY confidence DESC, key
  WITH p, sum(scores) AS scores, collect(r.sentence) AS sentences, collect(confidence) AS confidences
  WHERE scores = 0
  RETURN p AS p, null AS value, null AS text, null AS unit, null AS metric, null AS system, null AS kind, null AS key,
         sentences[0] AS said, confidences[0] AS sure
}
WITH p, said, sure, value, text, unit, metric, system, kind, key,
     CASE kind WHEN 'absolute' THEN 1 WHEN 'gain' THEN 2 WHEN 'drop' THEN 3 WHEN 'baseline' THEN 4 ELSE 5 END AS step,
     toLower(coalesce(metric, '')) AS measure,
     coalesce(unit, '') AS scale,
     coalesce(value, 0.0) AS number,
     coalesce(p.year, 0) AS age
WITH p, said, sure, value, text, unit, metric, system, kind, key, step, measure, scale, number, age,
     CASE measure WHEN '' THEN 1 ELSE 0 END AS unnamed,
     any(word IN split(replace(measure, '-', ' '), ' ') WHERE word IN ['error', 'errors', 'loss', 'perplexity', 'ppl', 'fid', 'fvd', 'kid', 'wer', 'cer', 'ter', 'eer', 'ece', 'mae', 'mse', 'rmse', 'mape', 'smape', 'nll', 'lpips', 'mcd', 'mpjpe', 'ade', 'fde', 'bpb', 'bpc', 'latency', 'distance', 'failure', 'failures', 'collision', 'hallucination', 'regret', 'false'])
       AND NOT step IN [2, 3] AS isLower
WITH p, said, sure, value, text, unit, metric, system, kind, key, step, measure, scale, age, unnamed, isLower,
     CASE WHEN isLower THEN number ELSE 0.0 - number END AS place
RETURN p.id AS id,
       p.title AS title,
       p.year AS year,
       value AS value,
       text AS text,
       unit AS unit,
       metric AS metric,
       CASE WHEN unnamed = 1 OR step IN [2, 3, 5] THEN null WHEN isLower THEN 'lower' ELSE 'higher' END AS better,
       system AS system,
       kind AS kind,
       toInteger(sure * 1000.0 + 0.5) / 1000.0 AS confidence,
       said AS sentence
ORDER BY step, unnamed, measure, scale, place, age DESC, id, key
SKIP $offset
LIMIT $limit
