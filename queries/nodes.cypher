// Several nodes
//
// The nodes of the given ids; ids that are not there are left out.
//
// Parameters:
//   ids: strings - The nodes' ids.
// Columns:
//   id: The node's id.
//   type: paper, method, model, benchmark, topic or repo.
//   label: A paper's title, a concept's name, a repository's owner/name.
//   degree: How many relationships the node has.
//   papers: How many papers name a concept or a repository; null for a paper.
//   year: A paper's year.
//   venue: Where a paper was published; null where that is not known.
//   hasCode: Whether it is a paper that links to code of its authors.
// Shape: graph
:param ids => ['arxiv:1706.03762', 'imagenet'];
UNWIND $ids AS wanted
WITH DISTINCT wanted
CALL (wanted) {
  MATCH (n:Paper {id: wanted}) RETURN n AS n
  UNION ALL
  MATCH (n:Concept {id: wanted}) RETURN n AS n
  UNION ALL
  MATCH (n:Repo {id: wanted}) RETURN n AS n
}
WITH n, COUNT { (n)--() } AS degree
RETURN n.id AS id,
       coalesce(n.type, CASE WHEN n:Paper THEN 'paper' ELSE 'repo' END) AS type,
       coalesce(n.title, n.owner + '/' + n.name, n.name) AS label,
       degree AS degree,
       coalesce(n.papers, CASE WHEN n:Repo THEN degree END) AS papers,
       n.year AS year,
       n.venue AS venue,
       COUNT { (n)-[:LINKS_TO {own: true}]->() } > 0 AS hasCode
ORDER BY id
