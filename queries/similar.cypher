// Papers similar to a paper
//
// Papers whose benchmarks, methods, models and topics, all taken together, are most like those of a paper: the cosine of the angle between
// their vectors, in which each concept counts its inverse document frequency ln(N / papers that name it), N being all papers; after Salton and
// Buckley, "Term-weighting approaches in automatic text retrieval", Information Processing & Management 24 (1988). 1 is the same concepts,
// 0 nothing in common. Unlike the shared-… questions it does not favour papers that name many things.
//
// The cosine is worked out for the 1,000 papers that share most, for their number of relationships.
//
// Rank function: in a console the answer is its unranked rows, one for each shared concept of each paper.
//
// Parameters:
//   paper: id of a paper - The paper to compare with.
//   limit: integer = 25, from 1 to 500 - At most so many papers.
// Columns:
//   id: The other paper's id.
//   title: Its title.
//   year: Its year.
//   score: The cosine, from 0 to 1, to four decimals.
//   shared: What is shared, the rarest first, each as {id, name, type, papers, here, there}: the two sentences that say why.
// Shape: both
// Rank: cosine
:param paper => 'arxiv:1706.03762';
:param limit => 25;
MATCH (everything:Paper)
WITH count(everything) AS total
MATCH (p:Paper {id: $paper})-[:INTRODUCES|USES|ABOUT|SCORES]->(c:Concept)
WITH DISTINCT total, p, c
WITH total, p, sum(toInteger(1000000.0 * log(1.0 * total / c.papers) * log(1.0 * total / c.papers))) AS own
MATCH (p)-[:INTRODUCES|USES|ABOUT|SCORES]->(c:Concept)
WITH DISTINCT total, p, own, c
MATCH (c)<-[:INTRODUCES|USES|ABOUT|SCORES]-(other:Paper)
WHERE other.id <> $paper
WITH DISTINCT total, p, own, c, other
WITH total, p, own, other, sum(toInteger(1000000.0 * log(1.0 * total / c.papers) * log(1.0 * total / c.papers))) AS dot
WHERE dot > 0
WITH total, p, own, other, dot, dot / sqrt(1.0 + coalesce(other.degree, 0)) AS estimate
ORDER BY estimate DESC, other.id
LIMIT 1000
MATCH (other)-[:INTRODUCES|USES|ABOUT|SCORES]->(d:Concept)
WITH DISTINCT total, p, own, other, dot, d
WITH p, own, other, dot, sum(toInteger(1000000.0 * log(1.0 * total / d.papers) * log(1.0 * total / d.papers))) AS theirs
WITH p, other, dot / (sqrt(1.0 * own) * sqrt(1.0 * theirs)) AS score
ORDER BY score DESC, other.id
LIMIT $limit
MATCH (p)-[:INTRODUCES|USES|ABOUT|SCORES]->(c:Concept)<-[:INTRODUCES|USES|ABOUT|SCORES]-(other)
WITH DISTINCT p, other, score, c
WITH p, other, score, c, c.id AS concept
CALL (p, concept) {
  MATCH (p)-[r:INTRODUCES|USES|ABOUT|SCORES]->(same:Concept)
  WHERE same.id = concept
  WITH r, type(r) AS kind, r.confidence AS confidence, coalesce(r.`as`, r.key) AS key
  ORDER BY confidence DESC, kind, key LIMIT 1
  RETURN r.sentence AS here
}
CALL (other, concept) {
  MATCH (other)-[r:INTRODUCES|USES|ABOUT|SCORES]->(same:Concept)
  WHERE same.id = concept
  WITH r, type(r) AS kind, r.confidence AS confidence, coalesce(r.`as`, r.key) AS key
  ORDER BY confidence DESC, kind, key LIMIT 1
  RETURN r.sentence AS there
}
RETURN other.id AS id,
       other.title AS title,
       other.year AS year,
       score AS score,
       concept AS concept,
       c.name AS name,
       c.type AS type,
       c.papers AS papers,
       here AS here,
       there AS there
ORDER BY id, concept
