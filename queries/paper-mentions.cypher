// Where a paper names things
//
// All places in a paper's title and abstract that name a concept or a repository, to be marked in the text.
//
// Parameters:
//   paper: id of a paper - The paper.
// Columns:
//   id: The id of the concept or repository.
//   type: method, model, benchmark, topic or repo.
//   name: Its name, or a repository's owner/name.
//   relationship: INTRODUCES, USES, ABOUT or LINKS_TO.
//   key: What the paper uses it as; empty for a repository.
//   surfaces, fields, starts, ends: The places, as parallel lists: words, title or abstract, UTF-16 offsets.
// Shape: table
:param paper => 'arxiv:1706.03762';
MATCH (p:Paper {id: $paper})-[r:INTRODUCES|USES|ABOUT|LINKS_TO]->(n)
RETURN n.id AS id,
       coalesce(n.type, 'repo') AS type,
       coalesce(n.owner + '/' + n.name, n.name) AS name,
       type(r) AS relationship,
       coalesce(r.`as`, '') AS key,
       r.surfaces AS surfaces,
       r.fields AS fields,
       r.starts AS starts,
       r.ends AS ends
ORDER BY id, relationship, key
