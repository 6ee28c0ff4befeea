// The counts of the graph
//
// How many nodes of each label and relationships of each type there are. A concept has one to four labels besides Concept.
//
// Columns:
//   kind: node or relationship.
//   name: The label or type.
//   total: How many.
// Shape: table
CALL {
  MATCH (n:Paper) RETURN 1 AS step, 'node' AS kind, 'Paper' AS name, count(n) AS total
  UNION ALL
  MATCH (n:Concept) RETURN 2 AS step, 'node' AS kind, 'Concept' AS name, count(n) AS total
  UNION ALL
  MATCH (n:Method) RETURN 3 AS step, 'node' AS kind, 'Method' AS name, count(n) AS total
  UNION ALL
  MATCH (n:Model) RETURN 4 AS step, 'node' AS kind, 'Model' AS name, count(n) AS total
  UNION ALL
  MATCH (n:Benchmark) RETURN 5 AS step, 'node' AS kind, 'Benchmark' AS name, count(n) AS total
  UNION ALL
  MATCH (n:Topic) RETURN 6 AS step, 'node' AS kind, 'Topic' AS name, count(n) AS total
  UNION ALL
  MATCH (n:Repo) RETURN 7 AS step, 'node' AS kind, 'Repo' AS name, count(n) AS total
  UNION ALL
  MATCH ()-[r:INTRODUCES]->() RETURN 8 AS step, 'relationship' AS kind, 'INTRODUCES' AS name, count(r) AS total
  UNION ALL
  MATCH ()-[r:USES]->() RETURN 9 AS step, 'relationship' AS kind, 'USES' AS name, count(r) AS total
  UNION ALL
  MATCH ()-[r:SCORES]->() RETURN 10 AS step, 'relationship' AS kind, 'SCORES' AS name, count(r) AS total
  UNION ALL
  MATCH ()-[r:ABOUT]->() RETURN 11 AS step, 'relationship' AS kind, 'ABOUT' AS name, count(r) AS total
  UNION ALL
  MATCH ()-[r:LINKS_TO]->() RETURN 12 AS step, 'relationship' AS kind, 'LINKS_TO' AS name, count(r) AS total
  UNION ALL
  MATCH ()-[r:VARIANT_OF]->() RETURN 13 AS step, 'relationship' AS kind, 'VARIANT_OF' AS name, count(r) AS total
}
RETURN kind AS kind, name AS name, total AS total
ORDER BY step
