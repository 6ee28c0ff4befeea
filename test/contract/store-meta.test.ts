import { expect, it } from 'vitest'
import { digest } from '../../queries/store/digest.ts'
import type { StoreMeta } from '../../queries/store/store.ts'
import { changes, GRAPH, NODES, scanned } from './graph.ts'
import { describeStores } from './stores.ts'

const META: StoreMeta = {
  folder: '0b6f3c1e-0000-4000-8000-000000000000',
  schema: 1,
  extractor: '1.2',
  version: 'v7',
  // More than 32 bits.
  logBytes: 5_000_000_000,
  updating: true,
}

describeStores('what a store remembers of itself', (store) => {
  it('is nothing at first', async () => {
    expect(await store().readMeta()).toBeUndefined()
  })

  it('is read as it was last written', async () => {
    await store().writeMeta(META)
    expect(await store().readMeta()).toEqual(META)
    await store().writeMeta({ ...META, version: 'v8', updating: false })
    expect(await store().readMeta()).toEqual({ ...META, version: 'v8', updating: false })
  })

  it('has no part in scan, counts and digest', async () => {
    await store().write(GRAPH)
    const before = [await digest(store()), await store().counts(), await scanned(store())]
    await store().writeMeta(META)
    expect([await digest(store()), await store().counts(), await scanned(store())]).toEqual(before)
  })

  it('goes with everything else when the store is cleared', async () => {
    await store().write(GRAPH)
    await store().writeMeta(META)
    await store().clear()
    expect(await store().readMeta()).toBeUndefined()
    expect((await store().query('MATCH (n) RETURN count(n) AS total')).rows).toEqual([[0]])
    await store().clear()
  })
})

describeStores('the schema', (store) => {
  it('may be made any number of times, also over a graph', async () => {
    await store().ensureSchema()
    await store().write(GRAPH)
    await store().ensureSchema()
    expect((await scanned(store())).nodes).toHaveLength(NODES.length)
  })

  it('is still there after clear, and the graph can be written again', async () => {
    await store().write(GRAPH)
    const before = await digest(store())
    await store().clear()
    await store().write(GRAPH)
    expect(await digest(store())).toBe(before)
  })

  it('names the engine and its version', () => {
    expect(store().engine).toMatch(store().kind === 'neo4j' ? /^Neo4j \d+\.\d+\.\d+$/ : /^grafeo 0\.6\.0$/)
  })

  it('takes an empty change', async () => {
    await store().write(changes({}))
    expect(await scanned(store())).toEqual({ nodes: [], relationships: [] })
  })
})
