import { describe, expect, it } from 'vitest'
import type { GraphNode, GraphRelationship } from '../../queries/model.ts'
import { digest } from '../../queries/store/digest.ts'
import type { ScanPage } from '../../queries/store/store.ts'

const node: GraphNode = { id: 'a', labels: ['Concept', 'Method'], properties: { name: 'A', papers: 1 } }
const link: GraphRelationship = { type: 'USES', from: 'p:1', to: 'a', key: 'method', properties: { as: 'method' } }

const digestOf = (...pages: ScanPage[]): Promise<string> =>
  digest({
    async *scan() {
      yield* pages
    },
  })
const nodes = (...list: GraphNode[]): ScanPage => ({ kind: 'nodes', nodes: list })
const links = (...list: GraphRelationship[]): ScanPage => ({ kind: 'relationships', relationships: list })

describe('the digest of a graph', () => {
  it('is that of no bytes for an empty graph', async () => {
    expect(await digestOf()).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  it('does not depend on the size of pages or the order of properties', async () => {
    const other: GraphNode = { ...node, id: 'b', properties: { papers: 1, name: 'A' } }
    const swapped: GraphNode = { ...node, properties: { papers: 1, name: 'A' } }
    expect(await digestOf(nodes(node, other), links(link))).toBe(
      await digestOf(nodes(swapped), nodes(other), links(link)),
    )
  })

  it('changes with every part of a node and a relationship', async () => {
    const digests = await Promise.all([
      digestOf(nodes(node), links(link)),
      digestOf(nodes({ ...node, id: 'b' }), links(link)),
      digestOf(nodes({ ...node, labels: ['Concept', 'Model'] }), links(link)),
      digestOf(nodes({ ...node, properties: { name: 'A', papers: 2 } }), links(link)),
      digestOf(nodes({ ...node, properties: { name: 'A', papers: '1' } }), links(link)),
      digestOf(nodes({ ...node, properties: { name: 'A' } }), links(link)),
      digestOf(nodes(node), links({ ...link, type: 'ABOUT' })),
      digestOf(nodes(node), links({ ...link, from: 'p:2' })),
      digestOf(nodes(node), links({ ...link, to: 'b' })),
      digestOf(nodes(node), links({ ...link, key: 'model' })),
      digestOf(nodes(node), links({ ...link, properties: { as: 'model' } })),
      digestOf(nodes(node)),
      digestOf(links(link)),
    ])
    expect(new Set(digests).size).toBe(digests.length)
  })
})
