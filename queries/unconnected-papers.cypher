// Papers that nothing connects
//
// Papers that share no concept and no repository with any other paper, the newest first.
//
// Parameters:
//   limit: integer = 100, from 1 to 10000 - At most so many rows.
//   offset: integer = 0, from 0 to 1000000 - Rows to leave out at the beginning.
// Columns:
//   id: The paper's id.
//   title: Its title.
//   year: Its year.
//   names: How many concepts it names, all of them alone.
//   repositories: How many repositories it links to, all of them alone.
// Shape: both
:param limit => 100;
:param offset => 0;
MATCH (p:Paper)
WHERE NOT EXISTS { (p)-[:INTRODUCES|USES|SCORES|ABOUT]->(c:Concept) WHERE c.papers > 1 }
  AND NOT EXISTS { (p)-[:LINKS_TO]->(o:Repo)<-[:LINKS_TO]-(other:Paper) WHERE other.id <> p.id }
WITH p, COUNT { (p)-[:LINKS_TO]->() } AS repositories
CALL (p) {
  MATCH (p)-[:INTRODUCES|USES|SCORES|ABOUT]->(c:Concept)
  RETURN count(DISTINCT c) AS names
}
WITH p, names, repositories, coalesce(p.year, 0) AS age
RETURN p.id AS id,
       p.title AS title,
       p.year AS year,
       names AS names,
       repositories AS repositories
ORDER BY age DESC, id
SKIP $offset
LIMIT $limit
