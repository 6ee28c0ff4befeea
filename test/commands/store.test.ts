import { describe, expect, it } from 'vitest'
import { readEnvironment } from '../../commands/environment.ts'
import { buildProgram } from '../../commands/program.ts'
import { storeAddress } from '../../commands/store.ts'

const AT = 'bolt://ada@host:7687'
const at = (database?: string) => ({
  kind: 'neo4j',
  url: 'bolt://host:7687',
  user: 'ada',
  ...(database === undefined ? {} : { database }),
})

describe('the database that is meant', () => {
  it('is that of --database, else of the address, else of the environment, else the server’s default', () => {
    expect(storeAddress(AT, 'one', 'three')).toEqual(at('one'))
    expect(storeAddress(`${AT}/two`, undefined, 'three')).toEqual(at('two'))
    expect(storeAddress(`${AT}/two`, 'two')).toEqual(at('two'))
    expect(storeAddress(AT, undefined, 'three')).toEqual(at('three'))
    expect(storeAddress(AT)).toEqual(at())
  })

  it('is read from NEO4J_DATABASE, where empty is none', () => {
    expect(readEnvironment({ NEO4J_DATABASE: 'papers' }).neo4jDatabase).toBe('papers')
    expect(readEnvironment({ NEO4J_DATABASE: '' }).neo4jDatabase).toBeUndefined()
  })

  it('is none of the embedded store, whatever the environment says', () => {
    expect(storeAddress(undefined, undefined, 'three')).toEqual({ kind: 'embedded' })
    expect(() => storeAddress('embedded', 'one')).toThrow('the embedded store has no databases')
  })

  it('is one', () => {
    expect(() => storeAddress(`${AT}/two`, 'one')).toThrow('Two databases are named, "two" in --store and "one"')
    expect(() => storeAddress(AT, '')).toThrow('--database needs the name')
  })

  it('may be said to every command that takes a store', () => {
    const commands = buildProgram().commands.flatMap((command) => [command, ...command.commands])
    const longs = new Map(commands.map((one) => [one.name(), one.options.map((option) => option.long ?? '')]))
    const withStore = [...longs].filter(([, long]) => long.includes('--store'))
    expect(withStore.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'ingest',
        'remove',
        'rebuild',
        'query',
        'cypher',
        'status',
        'serve',
        'same',
        'hide',
        'undo',
      ]),
    )
    for (const [name, long] of withStore) expect(long, name).toContain('--database')
  })
})

describe('--param', () => {
  it('may stand before the statement, and be repeated', () => {
    const cypher = buildProgram().commands.find((command) => command.name() === 'cypher')
    const { operands, unknown } = cypher?.parseOptions(['--param', 'a=1', 'RETURN $a', '--param', 'b=x']) ?? {}
    expect([operands, unknown]).toEqual([['RETURN $a'], []])
    expect(cypher?.opts().param).toEqual(['a=1', 'b=x'])
  })
})
