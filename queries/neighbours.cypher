// Neighbours of a node
//
// The nodes one step away, the most connected first.
//
// Parameters:
//   node: id of a node - The node.
//   limit: integer = 25, from 1 to 1000 - At most so many neighbours.
//   offset: integer = 0, from 0 to 1000000 - Neighbours to leave out at the beginning.
// Columns:
//   id: The node's id.
//   type: paper, method, model, benchmark, topic or repo.
//   label: A paper's title, a concept's name, a repository's owner/name.
//   degree: How many relationships the node has.
//   papers: How many papers name a concept or a repository; null for a paper.
//   year: A paper's year.
//   total: How many neighbours there are.
// Shape: graph
:param node => 'imagenet';
:param limit => 25;
:param offset => 0;
CALL {
  MATCH (n:Paper {id: $node}) RETURN n AS n
  UNION ALL
  MATCH (n:Concept {id: $node}) RETURN n AS n
  UNION ALL
  MATCH (n:Repo {id: $node}) RETURN n AS n
}
MATCH (n)--(o)
WITH DISTINCT o
WITH o, COUNT { (o)--() } AS degree
WITH collect({other: o, degree: degree}) AS others
UNWIND others AS one
WITH size(others) AS total, one.other AS o, one.degree AS degree
ORDER BY degree DESC, o.id
SKIP $offset
LIMIT $limit
RETURN o.id AS id,
       coalesce(o.type, CASE WHEN o:Paper THEN 'paper' ELSE 'repo' END) AS type,
       coalesce(o.title, o.owner + '/' + o.name, o.name) AS label,
       degree AS degree,
       coalesce(o.papers, CASE WHEN o:Repo THEN degree END) AS papers,
       o.year AS year,
       total AS total
ORDER BY degree DESC, id
