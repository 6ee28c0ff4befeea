/** Where a hostile clause is put. `tail` goes on behind it to give a column `r`; empty where nothing may follow it. */
export type Nesting = (clause: string, tail: string) => string

const inside =
  (before: string, after: string): Nesting =>
  (clause, tail) =>
    `${before}${clause} ${tail}${after}`

export const NESTINGS: Readonly<Record<string, Nesting>> = {
  alone: (clause, tail) => `${clause} ${tail}`.trimEnd(),
  'with a semicolon': inside('', ';'),
  'behind MATCH': inside('MATCH (n:Paper) WITH n ORDER BY n.id LIMIT 1 ', ''),
  'behind OPTIONAL MATCH': inside('OPTIONAL MATCH (nothing:Nothing) ', ''),
  'behind UNWIND': inside('UNWIND [1] AS one ', ''),
  'behind WITH': inside('WITH 1 AS one WHERE one > 0 ', ''),
  'behind a string': inside("WITH 'it\\'s; // no comment' AS text ", ''),
  'behind a backtick': inside("WITH 1 AS `a``b'` ", ''),
  'behind a backslash': inside("WITH '\\\\' AS text ", ''),
  'behind a list comprehension': inside('WITH [one IN [1, 2] WHERE one > 1 | one] AS list ', ''),
  'behind a map': inside('WITH {create: 1, set: [2]} AS map ', ''),
  'behind CASE': inside('WITH CASE WHEN true THEN 1 ELSE 2 END AS one ', ''),
  'behind a comment': inside('/* it only reads */ ', ''),
  'behind a number': inside('WITH 1 AS one WHERE one = 1', ''),
  'behind a procedure': inside('CALL db.labels() YIELD label WITH count(label) AS labels ', ''),
  'in a subquery': inside('CALL { ', ' } RETURN 1 AS one'),
  'in a subquery with scope': inside('CALL () { ', ' } RETURN 1 AS one'),
  'in a correlated subquery': inside('MATCH (n:Paper) WITH n LIMIT 1 CALL (n) { ', ' } RETURN 1 AS one'),
  'in a unit subquery': (clause) => `UNWIND [1] AS one CALL { ${clause} } RETURN one`,
  'three deep': inside('CALL { CALL { CALL { ', ' } RETURN r } RETURN r } RETURN r'),
  'in transactions': (clause) => `UNWIND [1] AS one CALL { ${clause} } IN TRANSACTIONS OF 1 ROW`,
  'behind UNION': inside('RETURN 1 AS r UNION ', ''),
  'before UNION': inside('', ' UNION ALL RETURN 1 AS r'),
  'in FOREACH': (clause) => `FOREACH (one IN [1] | ${clause})`,
  'in EXISTS': inside('RETURN EXISTS { ', ' } AS r'),
  'in COUNT': inside('RETURN COUNT { ', ' } AS r'),
  'in COLLECT': inside('RETURN COLLECT { ', ' } AS r'),
  'in a comprehension': inside('RETURN [one IN [1] | EXISTS { ', ' }] AS r'),
  'behind EXPLAIN': inside('EXPLAIN ', ''),
  'behind PROFILE': inside('PROFILE ', ''),
  'with CYPHER 5': inside('CYPHER 5 ', ''),
  'with CYPHER 25': inside('CYPHER 25 ', ''),
  'with options': inside('CYPHER runtime=slotted planner=cost ', ''),
  'with USE': inside('USE neo4j ', ''),
  'with USE system': inside('USE system ', ''),
  'as a second statement': inside('RETURN 1 AS r; ', ''),
  'behind NEXT': inside('RETURN 1 AS r NEXT ', ''),
  'in braces': inside('{ ', ' }'),
  'in WHEN': inside('WHEN true THEN { ', ' } ELSE { RETURN 1 AS r }'),
  'behind FINISH': inside('MATCH (n) FINISH ', ''),
  'behind a console word': inside(':auto ', ''),
}
