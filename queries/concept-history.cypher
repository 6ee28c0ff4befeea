// A concept's history
//
// How many papers name a concept in each year, how many of them introduce it, what share of all papers of that year they are, and the first
// papers that introduce it. Every year from the first to the last is there; papers without a year follow last.
//
// Rank function: in a console the answer is its unranked rows, which give the counts, then all papers of each year, then the first papers.
//
// Parameters:
//   concept: id of a concept - The concept.
//   introducers: integer = 5, from 0 to 100 - At most so many of the first papers that introduce it.
// Columns:
//   year: The year; null for papers without one.
//   papers: Papers of that year that name the concept.
//   introducing: Those of them that introduce it.
//   using: Those of them that do not: they use it, state a score on it or are about it.
//   all: All papers of that year in the graph.
//   share: papers / all, to four decimals.
//   introducers: Of the first papers that introduce it, those of that year, each as {id, name, published, confidence, sentence}.
// Shape: table
// Rank: conceptHistory
:param concept => 'bert';
:param introducers => 5;
CALL {
  MATCH (c:Concept {id: $concept})<-[r:INTRODUCES|USES|ABOUT|SCORES]-(p:Paper)
  WITH p, max(CASE type(r) WHEN 'INTRODUCES' THEN 1 ELSE 0 END) AS introduces
  WITH p.year AS year, count(p) AS papers, sum(introduces) AS introducing
  RETURN 1 AS step, year AS year, papers AS papers, introducing AS introducing, '' AS id, null AS title, null AS published, null AS confidence, null AS sentence
  UNION ALL
  MATCH (p:Paper)
  WITH p.year AS year, count(p) AS papers
  RETURN 2 AS step, year AS year, papers AS papers, null AS introducing, '' AS id, null AS title, null AS published, null AS confidence, null AS sentence
  UNION ALL
  MATCH (c:Concept {id: $concept})<-[r:INTRODUCES]-(p:Paper)
  WITH p, r, coalesce(p.year, 9999) AS age, coalesce(p.published, '9999') AS day, r.confidence AS sure, r.`as` AS kind
  ORDER BY sure DESC, kind
  WITH p, age, day, collect(r) AS links
  ORDER BY age, day, p.id
  LIMIT $introducers
  WITH p, links[0] AS r
  RETURN 3 AS step, p.year AS year, null AS papers, null AS introducing, p.id AS id, p.title AS title, p.published AS published, r.confidence AS confidence, r.sentence AS sentence
}
WITH step, year, papers, introducing, id, title, published, confidence, sentence, coalesce(year, 9999) AS age
RETURN step AS step,
       year AS year,
       papers AS papers,
       introducing AS introducing,
       id AS id,
       title AS title,
       published AS published,
       confidence AS confidence,
       sentence AS sentence
ORDER BY step, age, published, id
