// A reading list for a topic, or any concept
//
// Papers that name a concept, chosen one after another so that each is central, recent and unlike those before it.
//
// Central: s, how many concepts the paper shares with another paper on the list's subject on average (its degree in the graph of these papers,
// after Freeman, "Centrality in social networks", Social Networks 1 (1978), divided by their number); a concept that it introduces counts
// twice, and the subject itself once where it introduces that, divided by the papers that do so, rounded down. centrality = s / (1 + s). Recent: recency = 2^(-years before the newest of these
// papers / halfLife), 0 without a year. relevance = (1 - recent) * centrality + recent * recency.
//
// Each next paper is the one with the greatest (1 - diversity) * relevance - diversity * overlap, overlap being its greatest likeness to a paper
// before it: maximal marginal relevance after Carbonell and Goldstein, "The use of MMR, diversity-based reranking for reordering documents and
// producing summaries", SIGIR (1998). The likeness of two papers is the weight of the concepts that both name / of those that either names; a
// concept weighs ln(papers here / those that name it). It chooses among the 200 papers of greatest relevance.
//
// Rank function: in a console the answer is its unranked rows, one for each concept of each of the 200 papers.
//
// Parameters:
//   concept: id of a concept - What to read about.
//   recent: float = 0.3, from 0 to 1 - How much recency counts; centrality counts the rest.
//   diversity: float = 0.3, from 0 to 1 - How much it counts that a paper is unlike those before it.
//   halfLife: float = 5.0, from 0.1 to 1000 - Years after which recency is half.
//   limit: integer = 10, from 1 to 100 - At most so many papers.
// Columns:
//   position: From 1.
//   id: The paper's id.
//   title: Its title.
//   year: Its year.
//   reason: Why it is here: what it introduces, what it shares with most papers on the subject, what none before it on the list names.
//   relevance: To three decimals.
//   centrality: To three decimals.
//   recency: To three decimals.
//   overlap: The greatest likeness to a paper before it, to three decimals.
//   sentence: The words in which it names the subject.
// Shape: both
// Rank: readingList
:param concept => 'imagenet';
:param recent => 0.3;
:param diversity => 0.3;
:param halfLife => 5.0;
:param limit => 10;
MATCH (t:Concept {id: $concept})<-[:INTRODUCES|USES|ABOUT|SCORES]-(p:Paper)
WITH t, count(DISTINCT p) AS members, max(p.year) AS newest
MATCH (t)<-[:INTRODUCES|USES|ABOUT|SCORES]-(p:Paper)
WITH DISTINCT members, newest, p
MATCH (p)-[r:INTRODUCES|USES|ABOUT|SCORES]->(c:Concept)
WITH members, newest, p, c, max(CASE type(r) WHEN 'INTRODUCES' THEN 1 ELSE 0 END) AS introduces
WITH members, newest, c, count(p) AS named, sum(introduces) AS presenters, collect(p) AS papers, collect(introduces) AS introductions
UNWIND range(0, named - 1) AS place
WITH members, newest, c, named, presenters, papers[place] AS p, introductions[place] AS introduces
WITH members, newest, c, named, p, introduces,
     CASE WHEN c.id <> $concept THEN (named - 1) * (1 + introduces) WHEN introduces = 1 THEN (named - 1) / presenters ELSE 0 END AS shares
WITH members, newest, p, sum(shares) AS links, collect(c) AS concepts, collect(named) AS counts, collect(introduces) AS introductions
WITH members, newest, p, links, concepts, counts, introductions, 1.0 * links / CASE members WHEN 1 THEN 1 ELSE members - 1 END AS shared,
     CASE WHEN p.year IS NULL THEN 0.0 ELSE exp(log(0.5) * (newest - p.year) / $halfLife) END AS recency
WITH members, newest, p, links, concepts, counts, introductions,
     toInteger(1000000.0 * ((1.0 - $recent) * shared / (1.0 + shared) + $recent * recency)) AS relevance
ORDER BY relevance DESC, p.id
LIMIT 200
WITH members, newest, p, links, concepts, counts, introductions
CALL (p) {
  MATCH (p)-[r:INTRODUCES|USES|ABOUT|SCORES]->(same:Concept)
  WHERE same.id = $concept
  WITH r, type(r) AS kind, r.confidence AS confidence, coalesce(r.`as`, r.key) AS key
  ORDER BY confidence DESC, kind, key LIMIT 1
  RETURN r.sentence AS sentence
}
UNWIND range(0, size(concepts) - 1) AS place
WITH members, newest, p, links, sentence, concepts[place] AS c, counts[place] AS named, introductions[place] AS introduces
RETURN p.id AS id,
       p.title AS title,
       p.year AS year,
       sentence AS sentence,
       members AS members,
       newest AS newest,
       links AS links,
       c.id AS concept,
       c.name AS name,
       named AS named,
       introduces AS introduces
ORDER BY id, concept
