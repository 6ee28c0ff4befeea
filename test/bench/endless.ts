/** Queries that never end, and some that would take all memory there is, on the way that a person's text takes. */
export const ENDLESS: Readonly<Record<string, string>> = {
  'endless rows': 'UNWIND range(1, 1000000000) AS x WITH x WHERE x < 0 RETURN x AS x',
  'endless product':
    'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a WHERE a < 0 RETURN count(*) AS c',
  'cartesian product':
    'MATCH (a), (b), (c), (d), (e), (f), (g) WHERE a.id = b.id + c.id + d.id + e.id RETURN a.id AS id',
  'all paths': 'MATCH p = (a)-[*1..30]-(b) RETURN count(p) AS c',
  'all walks there and back': 'MATCH (a)-[*]-(b)-[*]-(c) RETURN count(*) AS c',
  'endless subquery':
    'MATCH (a) CALL (a) { UNWIND range(1, 1000000000) AS x RETURN count(x) AS c } RETURN a.id AS id, c AS c',
  'huge list': 'UNWIND range(1, 1000000000) AS x RETURN size(collect(x)) AS x',
  'huge sort': 'UNWIND range(1, 1000000000) AS x WITH x ORDER BY -x LIMIT 100000000 RETURN count(x) AS x',
  'doubled text': "RETURN size(reduce(s = 'a', x IN range(1, 40) | replace(s, 'a', 'aa'))) AS x",
  'huge rows': 'UNWIND range(1, 10000) AS x RETURN range(1, 100000) AS y',
}
