import { describe, expect, it } from 'vitest'
import { PapergraphError } from '../../errors.ts'
import { guard } from '../../queries/guard/guard.ts'
import { queriesOf } from './queries.ts'

const HOSTILE = queriesOf('hostile')
const HARMLESS = queriesOf('harmless')

function refusalOf(text: string): PapergraphError | undefined {
  try {
    guard(text)
    return undefined
  } catch (error) {
    if (error instanceof PapergraphError) return error
    throw error
  }
}

describe('the guard', () => {
  it('has enough to be tested on', () => {
    expect(new Set(HOSTILE).size).toBeGreaterThanOrEqual(200)
    expect(new Set(HARMLESS).size).toBeGreaterThanOrEqual(60)
  })

  it.each(HOSTILE)('refuses %j', (text) => {
    expect(refusalOf(text)?.code).toBe('query-refused')
  })

  it.each(HARMLESS)('lets %j through', (text) => {
    expect(refusalOf(text)?.message).toBeUndefined()
  })

  it('refuses what it refuses behind a harmless beginning too', () => {
    const clauses = HOSTILE.filter((text) =>
      /^(?:CREATE|MERGE|LOAD|DROP|ALTER|GRANT|FOREACH|SHOW [A-Z]|TERMINATE|CALL [a-z]+\.)/.test(text),
    )
    expect(clauses.length).toBeGreaterThan(40)
    for (const text of clauses) expect(refusalOf(`MATCH (n) WITH n ${text}`)?.code, text).toBe('query-refused')
  })

  it('says what was refused, and where', () => {
    expect(refusalOf('MATCH (n)\n  SET n.x = 1')?.message).toBe(
      'The query was refused because it writes: SET (a name that is spelt like this needs backticks) (line 2, column 3); only reading is allowed here.',
    )
    expect(refusalOf("MATCH (n) \\u0053ET n.x = 'a'")?.details).toEqual({ line: 1, column: 11 })
    expect(refusalOf('RETURN apoc.x.y(1) AS x')?.message).toContain('the function "apoc.x.y"')
    expect(refusalOf('MATCH (n) CALL dbms.listConfig() YIELD name RETURN name')?.message).toContain(
      'the procedure "dbms.listconfig"',
    )
  })

  it('refuses an empty text and a very long one', () => {
    expect(refusalOf('')?.message).toContain('there is no statement')
    expect(refusalOf(' // nothing')?.code).toBe('query-refused')
    expect(refusalOf(`RETURN '${'x'.repeat(200_000)}' AS x`)?.message).toContain('100,000 characters')
  })

  it('allows brackets as deep as the engines do', () => {
    const deep = (depth: number): string => `RETURN ${'('.repeat(depth)}1${')'.repeat(depth)} AS x`
    expect(refusalOf(deep(64))).toBeUndefined()
    expect(refusalOf(deep(65))?.message).toContain('64 deep')
  })
})
