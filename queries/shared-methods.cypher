// Papers that share methods or models with a paper
//
// Papers that name the same methods and models as a paper. A thing that few papers name counts more than one that everybody names:
// each counts 1 / ln(1 + papers that name it), after Adamic and Adar, "Friends and neighbors on the Web", Social Networks 25 (2003).
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
//   score: The sum over what is shared, to four decimals.
//   shared: What is shared, the rarest first, each as {id, name, type, papers, here, there}: the two sentences that say why.
// Shape: both
// Rank: adamicAdar
:param paper => 'arxiv:1706.03762';
:param limit => 25;
MATCH (p:Paper {id: $paper})-[:INTRODUCES|USES|SCORES]->(c:Concept)
WHERE c:Method OR c:Model
WITH DISTINCT p, c
MATCH (c)<-[:INTRODUCES|USES|SCORES]-(other:Paper)
WHERE other.id <> p.id
WITH DISTINCT p, c, other
WITH p, other, sum(toInteger(1000000.0 / log(1.0 + c.papers))) AS weight, collect(c) AS shared
ORDER BY weight DESC, other.id
LIMIT $limit
UNWIND shared AS c
WITH p, other, c, c.id AS concept
CALL (p, concept) {
  MATCH (p)-[r:INTRODUCES|USES|SCORES]->(same:Concept)
  WHERE same.id = concept
  WITH r, type(r) AS kind, r.confidence AS confidence, coalesce(r.`as`, r.key) AS key
  ORDER BY confidence DESC, kind, key LIMIT 1
  RETURN r.sentence AS here
}
CALL (other, concept) {
  MATCH (other)-[r:INTRODUCES|USES|SCORES]->(same:Concept)
  WHERE same.id = concept
  WITH r, type(r) AS kind, r.confidence AS confidence, coalesce(r.`as`, r.key) AS key
  ORDER BY confidence DESC, kind, key LIMIT 1
  RETURN r.sentence AS there
}
RETURN other.id AS id,
       other.title AS title,
       other.year AS year,
       concept AS concept,
       c.name AS name,
       c.type AS type,
       c.papers AS papers,
       here AS here,
       there AS there
ORDER BY id, concept
