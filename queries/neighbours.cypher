// Neighbours of a node
//
// The nodes one step away, the most connected first unless another order is asked for.
//
// Parameters:
//   node: id of a node - The node.
//   types: strings = [] - Only nodes of these types (paper, method, model, benchmark, topic, repo); empty for all.
//   relationships: strings = [] - Only along relationships of these types; empty for all.
//   direction: string = 'any', one of any out in - Only along relationships that begin at the node (out) or end there (in).
//   order: string = 'degree', one of degree papers year name - What comes first: the most connected, the most named, the newest, or by name.
//   limit: integer = 25, from 1 to 1000 - At most so many neighbours.
//   offset: integer = 0, from 0 to 1000000 - Neighbours to leave out at the beginning.
// Columns:
//   id: The node's id.
//   type: paper, method, model, benchmark, topic or repo.
//   label: A paper's title, a concept's name, a repository's owner/name.
//   degree: How many relationships the node has.
//   papers: How many papers name a concept or a repository; null for a paper.
//   year: A paper's year.
//   venue: Where a paper was published; null where that is not known.
//   hasCode: Whether it is a paper that links to code of its authors.
//   total: How many neighbours there are.
// Shape: graph
:param node => 'imagenet';
:param types => [];
:param relationships => [];
:param direction => 'any';
:param order => 'degree';
:param limit => 25;
:param offset => 0;
CALL {
  MATCH (n:Paper {id: $node}) RETURN n AS n
  UNION ALL
  MATCH (n:Concept {id: $node}) RETURN n AS n
  UNION ALL
  MATCH (n:Repo {id: $node}) RETURN n AS n
}
MATCH (n)-[r]-(o)
WHERE (size($relationships) = 0 OR type(r) IN $relationships)
  AND ($direction = 'any' OR CASE startNode(r).id WHEN n.id THEN 'out' ELSE 'in' END = $direction)
WITH DISTINCT o
WITH o, coalesce(o.type, CASE WHEN o:Paper THEN 'paper' ELSE 'repo' END) AS type,
     coalesce(o.title, o.owner + '/' + o.name, o.name) AS label,
     COUNT { (o)--() } AS degree
WHERE size($types) = 0 OR type IN $types
WITH o, type, label, degree, coalesce(o.papers, CASE WHEN o:Repo THEN degree END) AS papers
WITH o, type, label, degree, papers,
     CASE $order WHEN 'degree' THEN degree WHEN 'papers' THEN coalesce(papers, 0) WHEN 'year' THEN coalesce(o.year, 0) ELSE 0 END AS rank,
     CASE $order WHEN 'name' THEN toLower(label) ELSE '' END AS word
WITH collect({other: o, type: type, label: label, degree: degree, papers: papers, rank: rank, word: word}) AS others
UNWIND others AS one
WITH size(others) AS total, one.other AS o, one.type AS type, one.label AS label, one.degree AS degree, one.papers AS papers,
     one.rank AS rank, one.word AS word
ORDER BY rank DESC, word, degree DESC, o.id
SKIP $offset
LIMIT $limit
RETURN o.id AS id,
       type AS type,
       label AS label,
       degree AS degree,
       papers AS papers,
       o.year AS year,
       o.venue AS venue,
       COUNT { (o)-[:LINKS_TO {own: true}]->() } > 0 AS hasCode,
       total AS total
ORDER BY rank DESC, word, degree DESC, id
