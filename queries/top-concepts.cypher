// The most used concepts of a type
//
// Parameters:
//   type: string = 'method', one of method model benchmark topic - The type.
//   limit: integer = 25, from 1 to 10000 - At most so many concepts.
//   offset: integer = 0, from 0 to 1000000 - Rows to leave out at the beginning.
// Columns:
//   id: The node's id.
//   type: paper, method, model, benchmark, topic or repo.
//   label: A paper's title, a concept's name, a repository's owner/name.
//   degree: How many relationships the node has.
//   papers: How many papers name a concept or a repository; null for a paper.
//   year: A paper's year.
// Shape: both
:param type => 'method';
:param limit => 25;
:param offset => 0;
MATCH (n:Concept)
WHERE n.type = $type
WITH n
ORDER BY n.papers DESC, n.id
SKIP $offset
LIMIT $limit
WITH n, COUNT { (n)--() } AS degree
RETURN n.id AS id,
       coalesce(n.type, CASE WHEN n:Paper THEN 'paper' ELSE 'repo' END) AS type,
       coalesce(n.title, n.owner + '/' + n.name, n.name) AS label,
       degree AS degree,
       coalesce(n.papers, CASE WHEN n:Repo THEN degree END) AS papers,
       n.year AS year
ORDER BY papers DESC, id
