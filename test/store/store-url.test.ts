import { describe, expect, it } from 'vitest'
import { PapergraphError } from '../../errors.ts'
import { parseStoreUrl } from '../../queries/store/open.ts'

describe('the address of a store', () => {
  it('is the embedded engine by name', () => {
    expect(parseStoreUrl('embedded')).toEqual({ kind: 'embedded' })
  })

  it.each([
    ['bolt://localhost', { url: 'bolt://localhost:7687', user: 'neo4j' }],
    ['bolt://ada@host:7688', { url: 'bolt://ada@host:7688'.replace('ada@', ''), user: 'ada' }],
    ['neo4j://ada%40lab@10.0.0.1/papers', { url: 'neo4j://10.0.0.1:7687', user: 'ada@lab', database: 'papers' }],
    ['neo4j+s://x.databases.neo4j.io/', { url: 'neo4j+s://x.databases.neo4j.io:7687', user: 'neo4j' }],
    ['bolt+ssc://[::1]:99', { url: 'bolt+ssc://[::1]:99', user: 'neo4j' }],
  ])('%s is read into its parts', (text, parts) => {
    expect(parseStoreUrl(text)).toEqual({ kind: 'neo4j', ...parts })
  })

  it.each([
    'bolt://ada:s3cret@host',
    'bolt://:s3cret@host',
    'bolt://ada:s3cret@host:notaport',
    'http://ada:s3cret@host',
  ])('may not hold a password, and %s is not repeated', (text) => {
    const failure = failureOf(() => parseStoreUrl(text))
    expect(failure.code).toBe('usage')
    expect(failure.message).not.toContain('s3cret')
  })

  it('says where the password belongs', () => {
    expect(failureOf(() => parseStoreUrl('bolt://ada:s3cret@host:7687')).message).toBe(
      "The store's address must not hold a password: write bolt://ada@host:7687 and give the password in NEO4J_PASSWORD or at the prompt.",
    )
  })

  it.each([
    '',
    'neo4j',
    'http://host',
    'bolt://',
    'bolt://host/a/b',
    'bolt://host?database=a',
    'bolt://host#x',
    'graph.db',
  ])('is not "%s"', (text) => {
    expect(failureOf(() => parseStoreUrl(text)).code).toBe('usage')
  })
})

function failureOf(run: () => unknown): PapergraphError {
  try {
    run()
  } catch (error) {
    if (error instanceof PapergraphError) return error
    throw error
  }
  throw new Error('nothing was refused')
}
