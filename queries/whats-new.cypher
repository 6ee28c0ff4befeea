// What a new ingest brought
//
// The papers that came with an ingest or later ones, the concepts that none of the papers before names, and the
// relationships of these papers. Each paper holds the number of the ingest that first brought it (`ingest`, counted from 1).
//
// Parameters:
//   since: integer = 0, from 0 to 1000000 - The number of the first ingest to count; 0 for the last one alone.
//   limit: integer = 50, from 1 to 1000 - At most so many papers, so many concepts and so many relationships of these papers.
// Columns:
//   kind: paper, concept or relationship.
//   total: How many new ones of this kind there are.
//   ingest: The number of the ingest that brought it; for a concept the first of its papers'.
//   id: The paper's or concept's id; null for a relationship.
//   type: paper, method, model, benchmark or topic; for a relationship INTRODUCES, USES, ABOUT, SCORES or LINKS_TO.
//   label: The paper's title or the concept's name.
//   papers: How many papers name the concept.
//   from, to, key: The relationship's ends, and what tells it from others of its type between them.
//   sentence: The words that the relationship rests on.
// Shape: both
:param since => 0;
:param limit => 50;
MATCH (p:Paper)
WITH max(coalesce(p.ingest, 1)) AS last
WITH CASE $since WHEN 0 THEN last ELSE $since END AS since
CALL (since) {
  MATCH (p:Paper)
  WHERE coalesce(p.ingest, 1) >= since
  WITH count(p) AS total
  RETURN total AS fresh
}
CALL (since) {
  MATCH (p:Paper)
  WHERE coalesce(p.ingest, 1) >= since
  WITH p
  ORDER BY p.id
  LIMIT $limit
  RETURN collect(p) AS shown
}
CALL (since, fresh, shown) {
  UNWIND shown AS p
  RETURN 1 AS step, 'paper' AS kind, fresh AS total, coalesce(p.ingest, 1) AS ingest, p.id AS id, 'paper' AS type, p.title AS label,
         null AS papers, null AS start, null AS finish, null AS key, null AS sentence
  UNION ALL
  MATCH (c:Concept)
  WHERE c.papers > 0 AND NOT EXISTS { (c)<-[:INTRODUCES|USES|SCORES|ABOUT]-(o:Paper) WHERE coalesce(o.ingest, 1) < since }
  WITH c, c.papers AS named, c.id AS id
  ORDER BY named DESC, id
  WITH collect(c) AS found
  WITH size(found) AS total, found[0..$limit] AS page
  UNWIND page AS c
  MATCH (c)<-[:INTRODUCES|USES|SCORES|ABOUT]-(p:Paper)
  WITH total, c, min(coalesce(p.ingest, 1)) AS ingest
  RETURN 2 AS step, 'concept' AS kind, total AS total, ingest AS ingest, c.id AS id, c.type AS type, c.name AS label,
         c.papers AS papers, null AS start, null AS finish, null AS key, null AS sentence
  UNION ALL
  MATCH (p:Paper)
  WHERE coalesce(p.ingest, 1) >= since
  WITH p, COUNT { (p)-->() } AS links
  WITH sum(links) AS total
  UNWIND shown AS p
  MATCH (p)-[r]->(n)
  WITH total, p, r, type(r) AS type, p.id AS start, n.id AS finish, coalesce(r.`as`, r.key, '') AS key
  ORDER BY start, type, finish, key
  LIMIT $limit
  RETURN 3 AS step, 'relationship' AS kind, total AS total, coalesce(p.ingest, 1) AS ingest, null AS id, type AS type, null AS label,
         null AS papers, start AS start, finish AS finish, key AS key, r.sentence AS sentence
}
RETURN kind AS kind,
       total AS total,
       ingest AS ingest,
       id AS id,
       type AS type,
       label AS label,
       papers AS papers,
       start AS `from`,
       finish AS `to`,
       key AS key,
       sentence AS sentence
ORDER BY step, papers DESC, id, `from`, type, `to`, key
