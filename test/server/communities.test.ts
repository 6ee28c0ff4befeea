import { describe, expect, it } from 'vitest'
import { describeCommunities, findCommunities, type Kind } from '../../web/server/communities.ts'
import { buildMapGraph } from '../../web/server/map-graph.ts'
import { rankNodes } from '../../web/server/pagerank.ts'

/** Fields of papers that share three methods each and one benchmark that all fields share; two nodes are alone. */
function fields(sizes: readonly number[]) {
  const nodes = [{ id: 'everywhere', degree: 0 }, ...['alone', 'lonely'].map((id) => ({ id, degree: 0 }))]
  const edges: { from: string; to: string; type: 'USES' }[] = []
  for (const [field, size] of sizes.entries()) {
    for (const method of [0, 1, 2]) nodes.push({ id: `method${field}.${method}`, degree: size })
    for (let at = 0; at < size; at += 1) {
      const from = `paper${field}.${at}`
      nodes.push({ id: from, degree: 4 })
      edges.push({ from, to: 'everywhere', type: 'USES' })
      // The second and third method are named by fewer.
      for (const method of [0, 1, 2])
        if (at >= method) edges.push({ from, to: `method${field}.${method}`, type: 'USES' })
    }
  }
  return { nodes, edges }
}

const kindOf = (id: string): Kind => (id.startsWith('paper') ? 'paper' : 'concept')

function found({ nodes, edges }: ReturnType<typeof fields>) {
  const graph = buildMapGraph(nodes, edges)
  const ranks = rankNodes(graph)
  const of = findCommunities(graph, ranks)
  return { of, ranks, list: describeCommunities(graph, of, ranks, kindOf) }
}

describe('the communities of a map', () => {
  it('are what hangs together, the most important first, each named by its own concepts', () => {
    const { of, list } = found(fields([8, 20, 12]))
    expect(list.map(({ community, papers }) => [community, papers])).toEqual([
      [0, 20],
      [1, 12],
      [2, 8],
    ])
    // What is everywhere belongs to one of them and names none before that one's own concepts.
    expect(list.map(({ concepts }) => concepts[0])).toEqual(['method1.0', 'method2.0', 'method0.0'])
    expect(list[1]?.concepts).toEqual(['method2.0', 'method2.1', 'method2.2'])
    expect(new Set([0, 1, 2].map((at) => of.get(`paper1.${at}`)))).toEqual(new Set([0]))
    expect(list.map(({ nodes }) => nodes).reduce((sum, each) => sum + each, 0)).toBe(of.size)
    expect(of.has('alone')).toBe(false)
  })

  it('are the same for the same graph, in whatever order it comes', () => {
    const { nodes, edges } = fields([8, 20, 12])
    const [once, again] = [found({ nodes, edges }), found({ nodes: nodes.toReversed(), edges: edges.toReversed() })]
    expect(again.list).toEqual(once.list)
    expect(Object.fromEntries(again.of)).toEqual(Object.fromEntries(once.of))
  })

  it('share all PageRank, but for what is alone', () => {
    const { list, ranks } = found(fields([8, 20, 12]))
    const all = [...ranks.share.values()].reduce((sum, each) => sum + each, 0)
    const alone = (ranks.share.get('alone') ?? 0) + (ranks.share.get('lonely') ?? 0)
    expect(all).toBeCloseTo(1, 6)
    expect(list.reduce((sum, { importance }) => sum + importance, 0)).toBeCloseTo(1 - alone, 4)
    expect(ranks.greatest).toBe(ranks.share.get('everywhere'))
  })

  it('of a graph without ties are none', () => {
    expect(found({ nodes: [{ id: 'alone', degree: 0 }], edges: [] })).toMatchObject({ of: new Map(), list: [] })
    expect(found({ nodes: [], edges: [] })).toMatchObject({ of: new Map(), list: [] })
  })
})
