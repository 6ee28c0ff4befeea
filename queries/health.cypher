// The health of the graph
//
// What the graph holds, what hangs loose in it, and what must never be: each check with how many it found.
//
// Columns:
//   check: What is counted.
//   total: How many.
//   expected: What it must be; null where any number is fine.
//   healthy: Whether it is as it must be; null where any number is fine.
// Shape: table
CALL {
  MATCH (p:Paper) WITH count(p) AS total
  RETURN 1 AS step, 'papers' AS check, total AS total, null AS expected
  UNION ALL
  MATCH (c:Concept) WITH count(c) AS total
  RETURN 2 AS step, 'concepts' AS check, total AS total, null AS expected
  UNION ALL
  MATCH (o:Repo) WITH count(o) AS total
  RETURN 3 AS step, 'repositories' AS check, total AS total, null AS expected
  UNION ALL
  MATCH ()-[r]->() WITH count(r) AS total
  RETURN 4 AS step, 'relationships' AS check, total AS total, null AS expected
  UNION ALL
  MATCH (p:Paper) WHERE NOT EXISTS { (p)-[:INTRODUCES|USES|SCORES|ABOUT|LINKS_TO]->() } WITH count(p) AS total
  RETURN 5 AS step, 'papers that name nothing' AS check, total AS total, null AS expected
  UNION ALL
  MATCH (p:Paper) WHERE p.year IS NULL WITH count(p) AS total
  RETURN 6 AS step, 'papers without a year' AS check, total AS total, null AS expected
  UNION ALL
  MATCH (p:Paper) WHERE coalesce(p.abstract, '') = '' WITH count(p) AS total
  RETURN 7 AS step, 'papers without an abstract' AS check, total AS total, null AS expected
  UNION ALL
  MATCH (c:Concept) WHERE c.papers = 1 WITH count(c) AS total
  RETURN 8 AS step, 'concepts that one paper names' AS check, total AS total, null AS expected
  UNION ALL
  MATCH (c:Concept) WHERE NOT EXISTS { (c)<-[:INTRODUCES|USES|SCORES|ABOUT]-(:Paper) } WITH count(c) AS total
  RETURN 9 AS step, 'concepts that no paper names' AS check, total AS total, 0 AS expected
  UNION ALL
  MATCH (o:Repo) WHERE NOT EXISTS { (o)<-[:LINKS_TO]-(:Paper) } WITH count(o) AS total
  RETURN 10 AS step, 'repositories that no paper links to' AS check, total AS total, 0 AS expected
  UNION ALL
  MATCH (:Paper)-[r]->() WHERE coalesce(r.sentence, '') = '' OR size(coalesce(r.surfaces, [])) = 0 WITH count(r) AS total
  RETURN 11 AS step, 'relationships of papers without evidence' AS check, total AS total, 0 AS expected
  UNION ALL
  MATCH (:Concept)-[r:VARIANT_OF]->() WHERE coalesce(r.sentence, '') = '' OR coalesce(r.paper, '') = '' WITH count(r) AS total
  RETURN 12 AS step, 'variants without evidence' AS check, total AS total, 0 AS expected
  UNION ALL
  MATCH (c:Concept)-[r:VARIANT_OF]->(c) WITH count(r) AS total
  RETURN 13 AS step, 'variants of themselves' AS check, total AS total, 0 AS expected
}
RETURN check AS check,
       total AS total,
       expected AS expected,
       total = expected AS healthy
ORDER BY step
