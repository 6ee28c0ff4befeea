import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readPresent } from '../../ingest/load/difference.ts'
import { silent } from '../../ingest/load/progress.ts'
import { writeGraph } from '../../ingest/load/write-graph.ts'
import type { Resolution } from '../../ingest/resolve/resolution.ts'
import type { GraphNode, GraphRelationship } from '../../queries/model.ts'
import { digest } from '../../queries/store/digest.ts'
import { openEmbedded } from '../../queries/store/embedded.ts'
import type { GraphStore } from '../../queries/store/store.ts'

const concept = (id: string, papers: number): GraphNode => ({
  id,
  labels: ['Concept', 'Method'],
  properties: { name: id.toUpperCase(), papers },
})
const paper = (id: string, title: string): GraphNode => ({ id, labels: ['Paper'], properties: { title } })
const uses = (from: string, to: string, sentence: string): GraphRelationship => ({
  type: 'USES',
  from,
  to,
  key: 'method',
  properties: { as: 'method', sentence, confidence: 1 },
})
const variant = (from: string, to: string): GraphRelationship => ({
  type: 'VARIANT_OF',
  from,
  to,
  key: '',
  properties: { rule: 'size', confidence: 0.9 },
})

const first: Resolution = {
  nodes: [concept('a', 2), concept('b', 1), concept('b-2', 1)],
  variants: [variant('b-2', 'b')],
  outcomes: [],
  papers: () => [
    { paper: paper('x:1', 'One'), relationships: [uses('x:1', 'a', 'We use A.'), uses('x:1', 'b', 'And B.')] },
    { paper: paper('x:2', 'Two'), relationships: [uses('x:2', 'a', 'A again.')] },
  ],
}
/** One paper gone, one changed, one new; a concept gone with its variant, one changed. */
const second: Resolution = {
  nodes: [concept('a', 2), concept('b', 2)],
  variants: [],
  outcomes: [],
  papers: () => [
    { paper: paper('x:1', 'One, revised'), relationships: [uses('x:1', 'b', 'Only B.')] },
    { paper: paper('x:3', 'Three'), relationships: [uses('x:3', 'a', 'A.'), uses('x:3', 'b', 'B.')] },
  ],
}

let folder: string
let store: GraphStore
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'papergraph-write-'))
  store = await openEmbedded(join(folder, 'graph'), 'create')
  await store.ensureSchema()
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})
const write = async (target: Resolution) => writeGraph(store, target, await readPresent(store), silent)

describe('writing the difference between two graphs', () => {
  it('writes everything into an empty store', async () => {
    expect(await write(first)).toEqual({ nodes: 5, relationships: 4, removedNodes: 0, removedRelationships: 0 })
    expect((await store.counts()).nodes).toMatchObject({ Paper: 2, Concept: 3 })
  })

  it('writes nothing when the store holds just that', async () => {
    await write(first)
    expect(await write(first)).toEqual({ nodes: 0, relationships: 0, removedNodes: 0, removedRelationships: 0 })
  })

  it('arrives at the graph that a clean write gives, whatever was there before', async () => {
    await write(second)
    const clean = await digest(store)
    await store.clear()
    await write(first)
    const counts = await write(second)
    expect(counts).toEqual({ nodes: 3, relationships: 3, removedNodes: 2, removedRelationships: 2 })
    expect(await digest(store)).toBe(clean)
  })

  it('heals a graph that was left half written', async () => {
    await write(first)
    const whole = await digest(store)
    await store.write({
      nodes: [paper('x:1', 'Torn')],
      relationships: [],
      removedRelationships: [{ type: 'USES', from: 'x:1', to: 'b', key: 'method' }],
      removedNodes: [{ label: 'Paper', id: 'x:2' }],
    })
    await write(first)
    expect(await digest(store)).toBe(whole)
  })
})
