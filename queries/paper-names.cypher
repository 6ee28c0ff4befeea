// What a paper names
//
// Every concept and repository that a paper introduces, uses, is about or links to, with the sentence that says so.
//
// Parameters:
//   paper: id of a paper - The paper.
//   limit: integer = 200, from 1 to 10000 - At most so many rows.
// Columns:
//   id: The id of the concept or repository.
//   name: Its name, or a repository's owner/name.
//   type: method, model, benchmark, topic or repo.
//   role: introduces, uses, about or links.
//   as: What the paper uses it as; empty for a repository.
//   papers: How many papers name it.
//   confidence: From 0 to 1.
//   sentence: The words it rests on.
//   own: For a repository, whether it is the authors' own release.
// Shape: both
:param paper => 'arxiv:1706.03762';
:param limit => 200;
MATCH (p:Paper {id: $paper})-[r:INTRODUCES|USES|ABOUT|LINKS_TO]->(n)
WITH n, r,
     CASE type(r) WHEN 'INTRODUCES' THEN 1 WHEN 'USES' THEN 2 WHEN 'ABOUT' THEN 3 ELSE 4 END AS step,
     CASE WHEN n:Repo THEN COUNT { (n)<-[:LINKS_TO]-(:Paper) } ELSE n.papers END AS papers
RETURN n.id AS id,
       coalesce(n.owner + '/' + n.name, n.name) AS name,
       coalesce(n.type, 'repo') AS type,
       CASE step WHEN 1 THEN 'introduces' WHEN 2 THEN 'uses' WHEN 3 THEN 'about' ELSE 'links' END AS role,
       coalesce(r.`as`, '') AS `as`,
       papers AS papers,
       r.confidence AS confidence,
       r.sentence AS sentence,
       r.own AS own
ORDER BY step, confidence DESC, papers DESC, id, `as`
LIMIT $limit
