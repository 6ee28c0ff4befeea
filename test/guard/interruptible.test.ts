import { describe, expect, it } from 'vitest'
import { checkInterruptible } from '../../queries/guard/interruptible.ts'
import { queriesOf } from './queries.ts'

/** Ran on for longer than a minute on Neo4j 5.26.30 after their client was gone, or would. */
const UNSTOPPABLE = [
  'RETURN reduce(s = 0, x IN range(1, 100000000000) | s + x) AS x',
  'RETURN size([x IN range(1, 100000) | size([y IN range(1, 100000000) WHERE y = -x])]) AS x',
  'RETURN size([x IN range(1, 100000) | size([y IN range(1, 100000) WHERE y = -x])]) AS x',
  'RETURN all(x IN range(1, 1000000000000) WHERE x > 0) AS x',
  'RETURN any(x IN RANGE(-1000000000, 0) WHERE x > 0) AS x',
  'WITH 1000000000 AS n RETURN none(x IN range(1, n) WHERE x < 0) AS x',
  'RETURN none(x IN range(1, 1000000 * 1000000) WHERE x < 0) AS x',
  'RETURN none(x IN range(1, $n) WHERE x < 0) AS x',
  'RETURN [x IN `range`(1, 1000000000) | x] AS y',
  'RETURN none(x IN `reduce`(s = [1], y IN [1, 2] | s + s) WHERE x < 0) AS x',
  'UNWIND range(1, 10) + range(1, 1000000000) AS x RETURN x AS x',
  'WITH range(1, 1000000000) AS list RETURN single(x IN list WHERE x = 1) AS x',
  'RETURN none(x IN reduce(s = [1], y IN range(1, 60) | s + s) WHERE x < 0) AS x',
  "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(a|aa)+$' AS x",
  "RETURN 'aaaa!' =~ ('(a' + '+)+$') AS x",
  'MATCH (n) RETURN n.title =~ n.name AS x',
]
const STOPPABLE = [
  'UNWIND range(1, 1000000000) AS x RETURN x AS x',
  'RETURN [x IN range(1, 1000) | x * x] AS squares',
  'RETURN [x IN range(1, 300) | [y IN range(1, 300) | x * y]] AS table',
  'MATCH p = (:Paper)--(:Concept) RETURN [i IN range(0, size(nodes(p)) - 1) | nodes(p)[i].id] AS ids',
  'MATCH p = (:Paper)--(:Concept) RETURN [i IN range(0, length(p) - 1) | i] AS ids',
  'WITH [1, 2] AS list WITH list, size(list) AS n RETURN [i IN range(0, n - 1) | list[i]] AS l',
  "MATCH (n) WHERE n.name =~ '(?i).*(?:gpt|bert)-\\\\d+.*' RETURN n.id AS id",
  'MATCH (n) WHERE n.name =~ $pattern RETURN n.id AS id',
  'RETURN reduce(best = 0, x IN [1, 2] | CASE WHEN x > best THEN x ELSE best END) AS best',
  "RETURN 'range(1, 10000000000)' AS text // range(1, 10000000000)",
]

describe('what Neo4j could not be stopped in', () => {
  it.each(UNSTOPPABLE)('is refused: %s', (text) => {
    expect(() => checkInterruptible(text)).toThrowError(expect.objectContaining({ code: 'query-refused' }))
  })
  it.each([...STOPPABLE, ...queriesOf('harmless')])('is not: %s', (text) => {
    expect(() => checkInterruptible(text)).not.toThrow()
  })
  it('looks into a regular expression that comes as a parameter', () => {
    const text = "RETURN 'aaaa!' =~ $pattern AS x"
    expect(() => checkInterruptible(text, { pattern: 'a+' })).not.toThrow()
    expect(() => checkInterruptible(text, { pattern: '(a+)+$' })).toThrowError(
      expect.objectContaining({ code: 'query-refused' }),
    )
  })
})
