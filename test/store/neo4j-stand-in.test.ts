import { afterEach, describe, expect, it } from 'vitest'
import { digest } from '../../queries/store/digest.ts'
import { openNeo4j } from '../../queries/store/neo4j.ts'
import type { GraphStore } from '../../queries/store/store.ts'
import { GRAPH } from '../contract/graph.ts'
import { type Fault, type StandIn, type StandInEvent, type StandInOptions, startStandIn } from '../neo4j/stand-in.ts'

const USERS = {
  neo4j: { password: 'secret', role: 'admin' },
  reader: { password: 'secret', role: 'reader' },
  editor: { password: 'secret', role: 'editor' },
  nobody: { password: 'secret', role: 'nobody' },
} as const

let standIn: StandIn | undefined
const stores: GraphStore[] = []
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close()
  await standIn?.stop()
})

async function start(options: StandInOptions = {}): Promise<StandIn> {
  standIn = await startStandIn({ users: USERS, databases: ['neo4j', 'papers'], ...options })
  return standIn
}
async function open(user = 'neo4j', database?: string, scheme = 'bolt', password = 'secret'): Promise<GraphStore> {
  const address = standIn?.address ?? ''
  const options = database === undefined ? {} : { database }
  const store = await openNeo4j(`${scheme}://${address}`, { user, password }, options)
  stores.push(store)
  return store
}

describe.each(['bolt', 'neo4j'])('Neo4j, as the stand-in shows it, by %s://', (scheme) => {
  it('takes a graph and gives it back', async () => {
    await start()
    const store = await open('neo4j', undefined, scheme)
    await store.ensureSchema()
    await store.write(GRAPH)
    const made = await digest(store)
    await store.write(GRAPH)
    expect(await digest(store)).toBe(made)
    expect(store.engine).toBe('Neo4j 5.26.30')
  })

  it('keeps what is written into one database out of the other', async () => {
    await start()
    const [first, second] = [await open('neo4j', undefined, scheme), await open('neo4j', 'papers', scheme)]
    expect([first.database, second.database]).toEqual(['neo4j', 'papers'])
    await second.write(GRAPH)
    expect((await first.counts()).nodes.Paper).toBe(0)
    expect((await second.counts()).nodes.Paper).toBeGreaterThan(0)
  })

  it('has no such database', async () => {
    const { address } = await start()
    await expect(open('neo4j', 'nowhere', scheme)).rejects.toMatchObject({
      code: 'store-unreachable',
      message: `Neo4j at ${scheme}://${address} has no database "nowhere": create it there, or choose another with --database.`,
    })
  })

  it.each(['4.4.41', '3.5.35', '5.25.1'])('is too old in version %s', async (version) => {
    const { address } = await start({ agent: `Neo4j/${version}`, bolt: version.startsWith('5') ? [5, 4] : [4, 4] })
    await expect(open('neo4j', undefined, scheme)).rejects.toMatchObject({
      code: 'store-unreachable',
      message: `Neo4j at ${scheme}://${address} is version ${version}, which is too old: papergraph needs 5.26 or later.`,
    })
  })

  it.each(['5.26.0', '5.27-aura', '2025.01.0', '2026.08.1'])('is new enough in version %s', async (version) => {
    await start({ agent: `Neo4j/${version}` })
    expect((await open('neo4j', undefined, scheme)).engine).toBe(`Neo4j ${version}`)
  })

  it('is not another database that speaks Bolt', async () => {
    await start({ agent: 'Neo4j/v5.11.0 compatible graph database server - Memgraph' })
    await expect(open('neo4j', undefined, scheme)).rejects.toMatchObject({
      code: 'store-unreachable',
      message: expect.stringContaining('is not Neo4j (it calls itself "Neo4j/v5.11.0 compatible'),
    })
  })

  it('refuses a wrong password and a user without access', async () => {
    await start()
    await expect(open('neo4j', undefined, scheme, 'wrong')).rejects.toMatchObject({ code: 'store-auth' })
    await expect(open('nobody', undefined, scheme)).rejects.toMatchObject({
      code: 'store-auth',
      message: expect.stringContaining('The user "nobody" may not use the database '),
    })
  })
})

describe('a user who may only read', () => {
  it('reads, and is told before anything is written', async () => {
    const { address } = await start()
    await (await open()).write(GRAPH)
    const store = await open('reader')
    expect((await store.counts()).nodes.Paper).toBeGreaterThan(0)
    await expect(store.assertWritable()).rejects.toMatchObject({
      code: 'store-auth',
      message: expect.stringMatching(
        new RegExp(
          `^The user "reader" may not write to the database "neo4j" on Neo4j at bolt://${address} \\(Create node`,
        ),
      ),
    })
    await (await open('editor')).assertWritable()
  })

  it('is told that a typed query writes', async () => {
    await start()
    const store = await open('reader')
    await expect(store.query("CREATE (p:Paper {id: 'x:1'})")).rejects.toMatchObject({ code: 'query-refused' })
  })

  it('leaves nothing of the try', async () => {
    await start()
    const store = await open()
    await store.assertWritable()
    expect((await store.query('MATCH (n) RETURN count(n) AS total')).rows).toEqual([[0]])
  })
})

describe('a user who may write but not make constraints', () => {
  it('is told what an administrator has to run', async () => {
    await start()
    const store = await open('editor', 'papers')
    await expect(store.ensureSchema()).rejects.toMatchObject({
      code: 'store-auth',
      message: expect.stringContaining('run this there once, then ingest again: CREATE CONSTRAINT papergraph_paper_id'),
    })
  })
})

describe('errors that pass', () => {
  const deadlock: Fault = { code: 'Neo.TransientError.Transaction.DeadlockDetected' }
  /** The first so many events of a kind fail. */
  const first = (count: number, what: StandInEvent['what'], fault: Fault, word = '') => {
    let left = 0
    return {
      arm: () => {
        left = count
      },
      left: () => left,
      fault: (event: StandInEvent): Fault | undefined => {
        if (event.what !== what || !event.text.includes(word) || left === 0) return undefined
        left -= 1
        return fault
      },
    }
  }

  it.each([
    ['a deadlock while writing', 'run', deadlock],
    ['a deadlock at the commit', 'commit', deadlock],
    ['a lost connection', 'run', 'cut'],
    ['a connection that is lost before the commit', 'commit', 'cut'],
    ['a connection that is lost after the commit, before its answer', 'commit', 'cut after'],
    ['a database that is starting', 'begin', { code: 'Neo.TransientError.General.DatabaseUnavailable' }],
  ] as const)('leave nothing behind: %s', async (_name, what, fault) => {
    const faults = first(2, what, fault)
    await start({ fault: faults.fault })
    const store = await open()
    await store.write(GRAPH)
    const made = await digest(store)
    await store.clear()
    faults.arm()
    await store.write(GRAPH)
    expect(await digest(store)).toBe(made)
    expect(faults.left()).toBe(0)
  })

  it('do not reach whoever reads', async () => {
    const faults = first(2, 'run', deadlock)
    await start({ fault: faults.fault })
    const store = await open()
    faults.arm()
    expect((await store.query('RETURN 7 AS seven')).rows).toEqual([[7]])
  })

  it('are no reason to ask again for what needs too much memory', async () => {
    const memory: Fault = { code: 'Neo.TransientError.General.MemoryPoolOutOfMemoryError' }
    const faults = first(9, 'run', memory)
    const { events } = await start({ fault: faults.fault })
    const store = await open()
    faults.arm()
    await expect(store.query('RETURN 7 AS seven')).rejects.toMatchObject({ code: 'query-memory' })
    await expect(store.write(GRAPH)).rejects.toMatchObject({
      code: 'query-memory',
      message: expect.stringContaining('raise db.memory.transaction.max'),
    })
    expect(events.filter(({ text }) => text === 'RETURN 7 AS seven')).toHaveLength(1)
  })

  it('find the member of a cluster that writes by neo4j://, and say so by bolt://', async () => {
    const faults = first(1, 'run', { code: 'Neo.ClientError.Cluster.NotALeader' })
    await start({ fault: faults.fault })
    const routed = await open('neo4j', undefined, 'neo4j')
    faults.arm()
    await routed.write(GRAPH)
    expect((await routed.counts()).nodes.Paper).toBeGreaterThan(0)
    const direct = await open()
    faults.arm()
    await expect(direct.write(GRAPH)).rejects.toMatchObject({
      code: 'store-unreachable',
      message: expect.stringContaining('write neo4j:// instead of bolt://'),
    })
  })

  it('are not a database that is set to read-only', async () => {
    const faults = first(1, 'run', { code: 'Neo.ClientError.General.WriteOnReadOnlyAccessDb' })
    await start({ fault: faults.fault })
    const store = await open()
    faults.arm()
    await expect(store.assertWritable()).rejects.toMatchObject({
      code: 'store-auth',
      message: expect.stringContaining('is set to read-only'),
    })
  })
})
