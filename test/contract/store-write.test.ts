import { expect, it } from 'vitest'
import { digest } from '../../queries/store/digest.ts'
import { changes, GRAPH, NODES, RELATIONSHIPS, scanned } from './graph.ts'
import { describeStores } from './stores.ts'

const byId = <T extends { id: string }>(nodes: T[]): T[] => [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1))

/** What the graph of these tests amounts to, on either store, on any day. */
const DIGEST = '43b269a9a004b79ce6e422665cdad83dcc8246dd573d4f89438e33c1e5ec6b6b'

describeStores('writing a graph', (store) => {
  it('gives back in a scan exactly what was written', async () => {
    await store().write(GRAPH)
    const found = await scanned(store())
    expect(found.nodes).toEqual(byId(NODES))
    expect(found.relationships).toEqual(RELATIONSHIPS)
    expect(found.relationships.map(({ properties }) => Object.keys(properties))).toEqual(
      RELATIONSHIPS.map(({ properties }) => Object.keys(properties).sort()),
    )
  })

  it('has one digest on both stores', async () => {
    await store().write(GRAPH)
    expect(await digest(store())).toBe(DIGEST)
  })
})
