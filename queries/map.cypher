// The opening map
//
// The most connected concepts, the papers that name most of them, and repositories, as many as fit; all nodes of a small graph. Ask
// edges-among for what runs between them. In a console: the unranked rows, the candidates of each kind.
//
// Parameters:
//   limit: integer = 400, from 1 to 100000 - At most so many nodes.
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
// Rank: openingMap
:param limit => 400;
CALL {
  MATCH (n:Concept)
  WITH n, COUNT { (n)--() } AS degree
  ORDER BY degree DESC, n.id LIMIT $limit
  RETURN n AS n, degree AS links
  UNION ALL
  MATCH (c:Concept)
  WITH c, COUNT { (c)--() } AS degree
  ORDER BY degree DESC, c.id LIMIT $limit
  MATCH (c)<-[:INTRODUCES|USES|ABOUT|SCORES]-(n:Paper)
  WITH n, count(DISTINCT c) AS links
  ORDER BY links DESC, n.id LIMIT $limit
  RETURN n AS n, links AS links
  UNION ALL
  MATCH (n:Paper)
  WITH n, COUNT { (n)-[:INTRODUCES|USES|ABOUT|SCORES]->() } AS names
  WHERE names = 0
  WITH n
  ORDER BY n.id LIMIT $limit
  RETURN n AS n, 0 AS links
  UNION ALL
  MATCH (n:Repo)
  WITH n, COUNT { (n)--() } AS links
  ORDER BY links DESC, n.id LIMIT $limit
  RETURN n AS n, links AS links
}
WITH n, links, COUNT { (n)--() } AS degree
RETURN n.id AS id,
       coalesce(n.type, CASE WHEN n:Paper THEN 'paper' ELSE 'repo' END) AS type,
       coalesce(n.title, n.owner + '/' + n.name, n.name) AS label,
       degree AS degree,
       coalesce(n.papers, CASE WHEN n:Repo THEN degree END) AS papers,
       n.year AS year,
       n.venue AS venue,
       COUNT { (n)-[:LINKS_TO {own: true}]->() } > 0 AS hasCode,
       links AS links
ORDER BY links DESC, id
