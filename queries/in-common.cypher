// What nodes have in common
//
// Everything that at least two of the chosen papers, concepts or repositories are linked to: what most of them share first,
// of the rest the rarer first, with what each of them says of it.
//
// Parameters:
//   nodes: ids of nodes - The nodes.
//   limit: integer = 100, from 1 to 1000 - At most so many things.
// Columns:
//   id: The id of what is shared.
//   type: paper, method, model, benchmark, topic or repo.
//   label: A paper's title, a concept's name, a repository's owner/name.
//   papers: How many papers name a concept or a repository; null for a paper.
//   common: How many of the chosen nodes are linked to it.
//   chosen: How many nodes were chosen.
//   links: The chosen nodes that are linked to it, by the most certain relationship: {id, label, relationship, key, confidence, sentence}.
// Shape: both
:param nodes => ['arxiv:1810.04805', 'arxiv:1907.11692', 'arxiv:1910.10683'];
:param limit => 100;
UNWIND $nodes AS wanted
WITH collect(DISTINCT wanted) AS wanted
UNWIND wanted AS one
CALL (one) {
  MATCH (n:Paper {id: one}) RETURN n AS n
  UNION ALL
  MATCH (n:Concept {id: one}) RETURN n AS n
  UNION ALL
  MATCH (n:Repo {id: one}) RETURN n AS n
}
WITH n, size(wanted) AS chosen
MATCH (n)-[r]-(o)
WITH n, r, o, chosen, type(r) AS relationship, coalesce(r.`as`, r.key, '') AS key, coalesce(r.confidence, 1.0) AS confidence, n.id AS from, o.id AS id
ORDER BY id, from, confidence DESC, relationship, key
WITH n, o, chosen, from, id, collect({relationship: relationship, key: key, confidence: confidence, sentence: r.sentence}) AS found
WITH o, chosen, from, id, {
       id: from,
       label: coalesce(n.title, n.owner + '/' + n.name, n.name),
       relationship: found[0].relationship,
       key: found[0].key,
       confidence: found[0].confidence,
       sentence: found[0].sentence
     } AS link
ORDER BY id, from
WITH o, chosen, id, collect(link) AS links
WITH o, chosen, id, links, size(links) AS common, COUNT { (o)--() } AS degree
WHERE common > 1
RETURN id AS id,
       coalesce(o.type, CASE WHEN o:Paper THEN 'paper' ELSE 'repo' END) AS type,
       coalesce(o.title, o.owner + '/' + o.name, o.name) AS label,
       coalesce(o.papers, CASE WHEN o:Repo THEN degree END) AS papers,
       common AS common,
       chosen AS chosen,
       links AS links
ORDER BY common DESC, degree, id
LIMIT $limit
