// Papers side by side
//
// Everything that the chosen papers name: methods, models, benchmarks with the scores that they state, topics and repositories,
// what most of them share first.
//
// Parameters:
//   papers: ids of papers - The papers to compare.
//   limit: integer = 200, from 1 to 10000 - At most so many rows.
// Columns:
//   id: The id of the concept or repository.
//   name: Its name, or a repository's owner/name.
//   type: method, model, benchmark, topic or repo.
//   common: How many of the chosen papers name it.
//   chosen: How many papers were chosen.
//   papers: The chosen papers that name it, each as {id, title, role, scores, sentence}.
// Shape: both
:param papers => ['arxiv:1706.03762', 'arxiv:1810.04805'];
:param limit => 200;
UNWIND $papers AS wanted
WITH collect(DISTINCT wanted) AS chosen
UNWIND chosen AS wanted
MATCH (p:Paper {id: wanted})-[r]->(n)
WITH p, n, r, size(chosen) AS chosen,
     CASE type(r) WHEN 'INTRODUCES' THEN 1 WHEN 'USES' THEN 2 WHEN 'ABOUT' THEN 3 WHEN 'LINKS_TO' THEN 4 ELSE 5 END AS step,
     CASE WHEN type(r) = 'SCORES' THEN r.text + CASE r.unit WHEN '' THEN '' ELSE ' ' + r.unit END
       + CASE r.metric WHEN '' THEN '' ELSE ' ' + r.metric END + ' (' + r.kind + ')' END AS score,
     r.confidence AS confidence, p.id AS paper, n.id AS id, coalesce(r.key, r.`as`, '') AS key
ORDER BY id, paper, step, confidence DESC, key
WITH p, n, chosen, paper, id, collect(score) AS scores, collect(step) AS steps, collect(r.sentence) AS sentences
WITH n, chosen, id, paper, {
       id: paper,
       title: p.title,
       role: CASE steps[0] WHEN 1 THEN 'introduces' WHEN 2 THEN 'uses' WHEN 3 THEN 'about' WHEN 4 THEN 'links' ELSE 'scores' END,
       scores: scores,
       sentence: sentences[0]
     } AS said
ORDER BY id, paper
WITH n, chosen, id, collect(said) AS papers
WITH n, chosen, id, papers, size(papers) AS common,
     CASE coalesce(n.type, 'repo') WHEN 'benchmark' THEN 1 WHEN 'method' THEN 2 WHEN 'model' THEN 3 WHEN 'topic' THEN 4 ELSE 5 END AS place
RETURN id AS id,
       coalesce(n.owner + '/' + n.name, n.name) AS name,
       coalesce(n.type, 'repo') AS type,
       common AS common,
       chosen AS chosen,
       papers AS papers
ORDER BY common DESC, place, id
LIMIT $limit
