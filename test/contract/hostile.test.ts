import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guard } from '../../queries/guard/guard.ts'
import type { GraphReader } from '../../queries/reader.ts'
import { type Canaries, makeCanaries } from '../guard/canaries.ts'
import { type GeneratedQuery, generatedHostile } from '../guard/generated.ts'
import { queriesOf } from '../guard/queries.ts'
import { soup } from '../guard/soup.ts'
import { embeddedWorld, type HostileWorld, neo4jWorld } from './hostile-worlds.ts'
import { describeNeo4j } from './stores.ts'

/**
 * Hostile queries on the way that a person's text takes. The judge is not the guard's word but canaries: a secret file and
 * a user's name that no answer may hold, a listener that nobody may call, and all that a query could change in the store.
 */
const SEED = 5
const TIMEOUT_MS = 2_000
/** Thousands of runs, on machines that have other work besides. */
const LONG = { timeout: 900_000 }

describe('hostile queries (embedded)', () => {
  cases(embeddedWorld, { readOnlySings: ['load'], freeChanges: ['write'], isCalled: false })
})
describeNeo4j('hostile queries', (provided) => {
  cases(() => neo4jWorld(provided), {
    readOnlySings: ['load', 'administration'],
    freeChanges: ['write', 'schema', 'administration', 'call'],
    isCalled: true,
  })
})

interface Expected {
  /** Kinds of clauses whose texts reach the secret where only the store's own read-only mode stands in the way. */
  readOnlySings: GeneratedQuery['clause']['kind'][]
  /** Kinds that change something where nothing stands in the way. */
  freeChanges: GeneratedQuery['clause']['kind'][]
  /** Whether the store can call an address at all. */
  isCalled: boolean
}

function cases(open: () => Promise<HostileWorld>, expected: Expected): void {
  let world: HostileWorld
  let canaries: Canaries
  let generated: GeneratedQuery[]
  beforeAll(async () => {
    world = await open()
    canaries = await makeCanaries(world.transaction)
    generated = generatedHostile(canaries.places, SEED)
  })
  afterAll(async () => {
    await canaries?.close()
    await world?.close()
  })

  it('do not get through: at least 200 written and 2,000 generated ones', LONG, async () => {
    const written = queriesOf('hostile')
    expect(new Set(written).size).toBeGreaterThanOrEqual(200)
    expect(new Set(generated.map(({ text }) => text)).size).toBeGreaterThanOrEqual(2_000)
    const before = await world.fingerprint()
    const singing: string[] = []
    for (const text of [...written, ...generated.map((query) => query.text)]) {
      if (canaries.sings(await outcomeOf(world.guarded, text))) singing.push(text)
    }
    expect(singing).toEqual([])
    expect(canaries.calls()).toBe(0)
    expect(canaries.strangers()).toEqual([])
    expect(await world.fingerprint()).toEqual(before)
  })

  it(
    'do no harm when pieces of them in harmless ones pass the guard, even where the store can be written',
    LONG,
    async () => {
      const texts = soup(queriesOf('harmless'), { ...canaries.places }, SEED, 1_000).filter(passes)
      expect(texts.length).toBeGreaterThan(200)
      const before = await world.fingerprint()
      const singing: string[] = []
      for (const text of texts) if (canaries.sings(await world.runFree(text))) singing.push(text)
      expect(singing).toEqual([])
      expect(canaries.calls()).toBe(0)
      expect(await world.fingerprint()).toEqual(before)
    },
  )

  it('reach the canaries without the guard, which shows that these can be reached', LONG, async () => {
    const before = await world.fingerprint()
    const singing = new Set<string>()
    const some = generated.filter((_query, at) => at % 211 === 0)
    for (const { text, clause } of [...plain(generated), ...some]) {
      if (canaries.sings(await outcomeOf(world.unguarded, text))) singing.add(clause.kind)
    }
    expect([...singing].sort()).toEqual(expect.arrayContaining([...expected.readOnlySings].sort()))
    expect(canaries.calls() > 0).toBe(expected.isCalled)
    // Reading alone keeps the graph as it is, and nothing more.
    const { victim: _victim, ...after } = await world.fingerprint()
    expect(before).toMatchObject(after)
  })

  it('change the store where nothing holds them back, which shows that a change is seen', LONG, async () => {
    const changed = new Set<string>()
    const what = new Set<string>()
    let before = await world.fingerprint()
    for (const kind of ['load', 'function', 'call', 'schema', 'administration', 'write']) {
      for (const { text, clause } of plain(generated)) if (clause.kind === kind) await world.runFree(text)
      const after = await world.fingerprint()
      for (const [name, value] of Object.entries(after)) {
        if (value === before[name]) continue
        what.add(name)
        changed.add(kind)
      }
      before = after
    }
    expect([...changed]).toEqual(expect.arrayContaining(expected.freeChanges))
    expect([...what]).toEqual(expect.arrayContaining(['digest', 'nodes']))
  })
}

/** Every clause alone, as it is written. */
function plain(generated: readonly GeneratedQuery[]): GeneratedQuery[] {
  return generated.filter(
    ({ nesting, letters, gap, spelling }) =>
      nesting === 'alone' && letters === 'as written' && gap === 'space' && spelling === 'plain',
  )
}

function passes(text: string): boolean {
  try {
    guard(text)
    return true
  } catch {
    return false
  }
}

async function outcomeOf(reader: GraphReader, text: string): Promise<string> {
  try {
    return JSON.stringify(await reader.cypher(text, {}, { timeoutMs: TIMEOUT_MS, maxRows: 100 }))
  } catch (error) {
    return error instanceof Error ? `${error.message}\n${String(error.cause)}` : String(error)
  }
}
