// Papers that release code, a model or data
//
// Papers that link to a repository of their authors, the newest first.
//
// Parameters:
//   limit: integer = 100, from 1 to 10000 - At most so many rows.
//   offset: integer = 0, from 0 to 1000000 - Rows to leave out at the beginning.
// Columns:
//   id: The paper's id.
//   title: Its title.
//   year: Its year.
//   repo: The repository's id.
//   kind: code, model, dataset or page.
//   url: Its address.
//   sentence: The words it rests on.
// Shape: both
:param limit => 100;
:param offset => 0;
MATCH (p:Paper)-[r:LINKS_TO]->(o:Repo)
WHERE r.own
WITH p, r, o, coalesce(p.year, 0) AS age
RETURN p.id AS id,
       p.title AS title,
       p.year AS year,
       o.id AS repo,
       o.kind AS kind,
       o.url AS url,
       r.sentence AS sentence
ORDER BY age DESC, id, repo
SKIP $offset
LIMIT $limit
