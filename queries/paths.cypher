// Paths between two papers or concepts
//
// Ways from one node to another over what papers name, the shortest first, of equal length those over rarer things first: a
// path that hangs on what a few papers name says more than one over what everybody names. No path visits a node twice. A detour
// is left out: a way whose second or last but one node is linked to the other end as well, so that a shorter path says it.
//
// Parameters:
//   from: id of a node - Where the paths begin.
//   to: id of a node, other than from - Where they end.
//   steps: integer = 4, from 1 to 4 - At most so many relationships in a path.
//   hubs: integer = 1000000000, from 1 to 1000000000 - Go around concepts and repositories that more papers than this name.
//   limit: integer = 10, from 1 to 50 - At most so many paths; 1 for the shortest.
// Columns:
//   path: The path's number, from 1.
//   steps: How many relationships it has.
//   step: Where in the path this row is: 0 is the beginning.
//   id: The node that this step reaches.
//   type: paper, method, model, benchmark, topic or repo.
//   label: A paper's title, a concept's name, a repository's owner/name.
//   papers: How many papers name a concept or a repository; null for a paper.
//   relationship: The relationship that leads here from the step before; of several the most certain. Null at the beginning.
//   from, to: The ids of its ends, in its own direction.
//   key: What tells it from others of its type between the same two: what it is used as, or where a score stands.
//   confidence: From 0 to 1.
//   sentence: The words it rests on.
// Shape: both
:param from => 'arxiv:1706.03762';
:param to => 'arxiv:1810.04805';
:param steps => 4;
:param hubs => 1000000000;
:param limit => 10;
CALL {
  MATCH (n:Paper {id: $from}) RETURN n AS a
  UNION ALL
  MATCH (n:Concept {id: $from}) RETURN n AS a
  UNION ALL
  MATCH (n:Repo {id: $from}) RETURN n AS a
}
CALL {
  MATCH (n:Paper {id: $to}) RETURN n AS b
  UNION ALL
  MATCH (n:Concept {id: $to}) RETURN n AS b
  UNION ALL
  MATCH (n:Repo {id: $to}) RETURN n AS b
}
// One step from both ends: two lists that are joined by grouping, which is quick whichever end is a hub.
CALL (a, b) {
  MATCH (a)--(x) RETURN x AS x, 1 AS nearA, 0 AS nearB
  UNION ALL
  MATCH (b)--(x) RETURN x AS x, 0 AS nearA, 1 AS nearB
}
WITH a, b, x, max(nearA) AS nearA, max(nearB) AS nearB, coalesce(x.papers, 0) AS papers
WITH a, b, x, nearA, nearB, papers,
     CASE WHEN x.id = $to THEN 1 ELSE 0 END AS isEnd,
     CASE WHEN x.id = $from OR x.id = $to OR papers > $hubs THEN 0 ELSE 1 END AS isInner
WITH a, b, max(isEnd) AS direct,
     collect(CASE WHEN isInner = 1 AND nearA = 1 AND nearB = 1 THEN x END) AS common,
     collect(CASE WHEN isInner = 1 AND nearA = 1 AND nearB = 0 THEN x END) AS fromA,
     collect(CASE WHEN isInner = 1 AND nearA = 0 AND nearB = 1 THEN x END) AS fromB
WITH a, b, direct, CASE WHEN $steps >= 2 THEN common ELSE [] END AS common, fromA, fromB
// Two steps.
CALL (common) {
  UNWIND common AS one
  WITH one AS x, coalesce(one.papers, 0) AS cost, one.id AS id
  ORDER BY cost, id
  LIMIT $limit
  RETURN collect({steps: 2, cost: cost, middle: id, order: '', inner: [x]}) AS short
}
// Three and four: what is linked to something near the one end, and is near the other end or linked to something near it.
WITH a, b, direct, common, fromA, fromB, short, CASE WHEN $steps >= 3 AND direct + size(short) < $limit THEN 1 ELSE 0 END AS isWider
CALL (common, fromA, fromB, isWider) {
  CALL (common, fromA, fromB, isWider) {
    UNWIND CASE isWider WHEN 1 THEN fromA ELSE [] END AS one
    WITH one AS x, coalesce(one.papers, 0) AS cost
    MATCH (x)--(m) RETURN m AS m, x AS viaA, cost AS costA, null AS viaB, null AS costB, 0 AS nearA, 0 AS nearB
    UNION ALL
    UNWIND CASE isWider WHEN 1 THEN fromB ELSE [] END AS one
    WITH one AS y, coalesce(one.papers, 0) AS cost
    MATCH (y)--(m) RETURN m AS m, null AS viaA, null AS costA, y AS viaB, cost AS costB, 0 AS nearA, 0 AS nearB
    UNION ALL
    UNWIND fromA + common AS one RETURN one AS m, null AS viaA, null AS costA, null AS viaB, null AS costB, 1 AS nearA, 0 AS nearB
    UNION ALL
    UNWIND fromB + common AS one RETURN one AS m, null AS viaA, null AS costA, null AS viaB, null AS costB, 0 AS nearA, 1 AS nearB
  }
  WITH m, collect(DISTINCT viaA) AS viasA, min(costA) AS costA, collect(DISTINCT viaB) AS viasB, min(costB) AS costB,
       max(nearA) AS nearA, max(nearB) AS nearB, coalesce(m.papers, 0) AS papers
  WITH m, viasA, viasB, papers, CASE WHEN nearB = 1 THEN 3 ELSE 4 END AS steps, coalesce(costA, 0) + papers + CASE WHEN nearB = 1 THEN 0 ELSE coalesce(costB, 0) END AS cost, m.id AS id, nearA
  WHERE nearA = 0 AND size(viasA) > 0 AND (steps = 3 OR size(viasB) > 0) AND steps <= $steps AND papers <= $hubs AND id <> $from AND id <> $to
  WITH m, viasA, viasB, papers, steps, cost, id
  ORDER BY steps, cost, id
  LIMIT $limit
  CALL (viasA) {
    UNWIND viasA AS one
    WITH one, coalesce(one.papers, 0) AS rare, one.id AS first
    ORDER BY rare, first
    LIMIT $limit
    RETURN collect(one) AS leftA
  }
  CALL (viasB, steps) {
    UNWIND CASE steps WHEN 3 THEN [] ELSE viasB END AS one
    WITH one, coalesce(one.papers, 0) AS rare, one.id AS first
    ORDER BY rare, first
    LIMIT $limit
    RETURN collect(one) AS leftB
  }
  UNWIND leftA AS left
  UNWIND CASE steps WHEN 3 THEN [null] ELSE leftB END AS right
  WITH m, steps, id, left AS x, right AS y, coalesce(left.papers, 0) + papers + coalesce(right.papers, 0) AS cost
  WITH m, steps, id, x, y, cost, x.id AS leftId, coalesce(y.id, '') AS rightId
  ORDER BY steps, cost, id, leftId, rightId
  LIMIT $limit
  RETURN collect({steps: steps, cost: cost, middle: id, order: leftId + ' ' + rightId, inner: CASE steps WHEN 3 THEN [x, m] ELSE [x, m, y] END}) AS wider
}
WITH a, b, direct, short, wider
UNWIND CASE direct WHEN 1 THEN [{steps: 1, cost: 0, middle: '', order: '', inner: []}] ELSE [] END + short + wider AS found
WITH a, b, found.steps AS steps, found.cost AS cost, found.middle AS middle, found.inner AS inner, found.order AS key
ORDER BY steps, cost, middle, key
LIMIT $limit
WITH collect({steps: steps, nodes: [a] + inner + [b]}) AS ways
UNWIND range(0, size(ways) - 1) AS at
WITH at + 1 AS path, ways[at].steps AS steps, ways[at].nodes AS nodes
UNWIND range(0, steps) AS step
WITH path, steps, step, nodes[step] AS n, CASE step WHEN 0 THEN null ELSE nodes[step - 1] END AS before
WITH path, steps, step, n,
     CASE WHEN step = 0 OR n:Paper THEN n ELSE before END AS narrow,
     CASE WHEN step = 0 THEN null WHEN n:Paper THEN before.id ELSE n.id END AS other
CALL (step, narrow, other) {
  UNWIND CASE step WHEN 0 THEN [step] ELSE [] END AS none
  RETURN null AS kind, null AS start, null AS finish, null AS key, null AS confidence, null AS sentence
  UNION ALL
  MATCH (narrow)-[r]-(o)
  WHERE o.id = other
  WITH r, r.confidence AS confidence, type(r) AS kind, coalesce(r.`as`, r.key, '') AS key
  ORDER BY confidence DESC, kind, key
  LIMIT 1
  RETURN kind AS kind, startNode(r).id AS start, endNode(r).id AS finish, key AS key, confidence AS confidence, r.sentence AS sentence
}
RETURN path AS path,
       steps AS steps,
       step AS step,
       n.id AS id,
       coalesce(n.type, CASE WHEN n:Paper THEN 'paper' ELSE 'repo' END) AS type,
       coalesce(n.title, n.owner + '/' + n.name, n.name) AS label,
       n.papers AS papers,
       kind AS relationship,
       start AS `from`,
       finish AS `to`,
       key AS key,
       confidence AS confidence,
       sentence AS sentence
ORDER BY path, step
