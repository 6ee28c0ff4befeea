// One node
//
// Parameters:
//   node: id of a node - The node.
// Columns:
//   id: The node's id.
//   type: paper, method, model, benchmark, topic or repo.
//   label: A paper's title, a concept's name, a repository's owner/name.
//   degree: How many relationships the node has.
//   papers: How many papers name a concept or a repository; null for a paper.
//   year: A paper's year.
//   venue: Where a paper was published; null where that is not known.
//   hasCode: Whether it is a paper that links to code of its authors.
//   labels: The node's labels, in alphabetical order.
//   properties: All its properties: a paper's abstract and authors, a concept's aliases, a repository's address.
// Shape: both
:param node => 'arxiv:1706.03762';
CALL {
  MATCH (n:Paper {id: $node}) RETURN n AS n
  UNION ALL
  MATCH (n:Concept {id: $node}) RETURN n AS n
  UNION ALL
  MATCH (n:Repo {id: $node}) RETURN n AS n
}
WITH n, COUNT { (n)--() } AS degree
UNWIND labels(n) AS one
WITH n, degree, one
ORDER BY one
WITH n, degree, collect(one) AS names
RETURN n.id AS id,
       coalesce(n.type, CASE WHEN n:Paper THEN 'paper' ELSE 'repo' END) AS type,
       coalesce(n.title, n.owner + '/' + n.name, n.name) AS label,
       degree AS degree,
       coalesce(n.papers, CASE WHEN n:Repo THEN degree END) AS papers,
       n.year AS year,
       n.venue AS venue,
       COUNT { (n)-[:LINKS_TO {own: true}]->() } > 0 AS hasCode,
       names AS labels,
       properties(n) AS properties
ORDER BY id
