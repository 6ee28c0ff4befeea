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
  MATCH (n:Paper) WITH count(n) AS total RETURN 1 AS step, 'node' AS kind, 'Paper' AS name, total AS total
  UNION ALL
  MATCH (n:Concept) WITH count(n) AS total RETURN 2 AS step, 'node' AS kind, 'Concept' AS name, total AS total
  UNION ALL
  MATCH (n:Method) WITH count(n) AS total RETURN 3 AS step, 'node' AS kind, 'Method' AS name, total AS total
  UNION ALL
  MATCH (n:Model) WITH count(n) AS total RETURN 4 AS step, 'node' AS kind, 'Model' AS name, total AS total
  UNION ALL
  MATCH (n:Benchmark) WITH count(n) AS total RETURN 5 AS step, 'node' AS kind, 'Benchmark' AS name, total AS total
  UNION ALL
  MATCH (n:Topic) WITH count(n) AS total RETURN 6 AS step, 'node' AS kind, 'Topic' AS name, total AS total
  UNION ALL
  MATCH (n:Repo) WITH count(n) AS total RETURN 7 AS step, 'node' AS kind, 'Repo' AS name, total AS total
  UNION ALL
  MATCH ()-[r:INTRODUCES]->() WITH count(r) AS total RETURN 8 AS step, 'relationship' AS kind, 'INTRODUCES' AS name, total AS total
  UNION ALL
  MATCH ()-[r:USES]->() WITH count(r) AS total RETURN 9 AS step, 'relationship' AS kind, 'USES' AS name, total AS total
  UNION ALL
  MATCH ()-[r:SCORES]->() WITH count(r) AS total RETURN 10 AS step, 'relationship' AS kind, 'SCORES' AS name, total AS total
  UNION ALL
  MATCH ()-[r:ABOUT]->() WITH count(r) AS total RETURN 11 AS step, 'relationship' AS kind, 'ABOUT' AS name, total AS total
  UNION ALL
  MATCH ()-[r:LINKS_TO]->() WITH count(r) AS total RETURN 12 AS step, 'relationship' AS kind, 'LINKS_TO' AS name, total AS total
  UNION ALL
  MATCH ()-[r:VARIANT_OF]->() WITH count(r) AS total RETURN 13 AS step, 'relationship' AS kind, 'VARIANT_OF' AS name, total AS total
}
RETURN kind AS kind, name AS name, total AS total
ORDER BY step
