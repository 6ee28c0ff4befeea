// Relationships that begin at nodes
//
// What edges-among gives, wherever it leads: for many nodes ask a page of them at a time and keep what ends where you want it.
//
// Parameters:
//   ids: strings - The nodes' ids.
// Columns:
//   relationship: INTRODUCES, USES, ABOUT, SCORES, LINKS_TO or VARIANT_OF.
//   from, to: The ids of its ends.
//   key: What tells it from others of its type between the same two: what it is used as, or where a score stands.
//   confidence: From 0 to 1.
//   own: For a repository, whether it is the authors' own release.
// Shape: graph
:param ids => ['arxiv:1706.03762', 'transformer'];
UNWIND $ids AS wanted
WITH DISTINCT wanted
CALL (wanted) {
  MATCH (a:Paper {id: wanted})-[r]->(b) RETURN r AS r, b AS b
  UNION ALL
  MATCH (a:Concept {id: wanted})-[r:VARIANT_OF]->(b:Concept) RETURN r AS r, b AS b
}
RETURN type(r) AS relationship,
       wanted AS `from`,
       b.id AS `to`,
       coalesce(r.`as`, r.key, '') AS key,
       r.confidence AS confidence,
       r.own AS own
ORDER BY `from`, relationship, `to`, key
