import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ApiEdge, ApiNode } from '../../web/api.ts'
import { hiddenOf } from '../../web/client/graph/hidden.ts'
import { columnsOf } from '../../web/client/state/filters/columns.ts'
import { type Asked, visibleOf } from '../../web/client/state/filters/visible.ts'
import { askedOfGraph, drawnGraph, edge, NOTHING_ASKED, node } from './drawn-graph.ts'

const nodes: ApiNode[] = [
  node('p:old', 'paper', { year: 2017, venue: 'NeurIPS', hasCode: true }),
  node('p:new', 'paper', { year: 2023, venue: 'ACL' }),
  node('p:undated', 'paper'),
  node('shared', 'method'),
  node('oldonly', 'model'),
  node('newonly', 'benchmark'),
  node('variant', 'method'),
  node('host/a/code', 'repo'),
]
const edges: ApiEdge[] = [
  edge('p:old', 'INTRODUCES', 'shared'),
  edge('p:old', 'USES', 'oldonly', { confidence: 0.4 }),
  edge('p:old', 'LINKS_TO', 'host/a/code', { own: true }),
  edge('p:new', 'USES', 'shared'),
  edge('p:new', 'SCORES', 'newonly'),
  edge('p:new', 'USES', 'newonly'),
  edge('p:undated', 'ABOUT', 'shared'),
  edge('variant', 'VARIANT_OF', 'shared'),
]

function seen(asked: Partial<Asked>): { nodes: string[]; relationships: string[] } {
  const columns = columnsOf(nodes, edges)
  const visible = visibleOf(columns, { ...NOTHING_ASKED, ...asked })
  return {
    nodes: nodes.filter((_, at) => visible.nodes[at] === 1).map(({ id }) => id),
    relationships: edges
      .filter((_, at) => visible.relationships[at] === 1)
      .map(({ from, type, to }) => `${from} ${type} ${to}`),
  }
}
const filters = (more: Partial<Asked['filters']>): Partial<Asked> => ({
  filters: { ...NOTHING_ASKED.filters, ...more },
})

describe('what filters leave on the map', () => {
  it('is everything where nothing is asked', () => {
    expect(seen({}).nodes).toHaveLength(nodes.length)
    expect(seen({}).relationships).toHaveLength(edges.length)
  })

  it('keeps papers of the years, and of the rest only what they name', () => {
    expect(seen(filters({ years: [2020, 2023] }))).toEqual({
      nodes: ['p:new', 'shared', 'newonly'],
      relationships: ['p:new USES shared', 'p:new SCORES newonly', 'p:new USES newonly'],
    })
  })

  it('keeps papers of any of the venues', () => {
    expect(seen(filters({ venues: ['ACL'] })).nodes).toEqual(['p:new', 'shared', 'newonly'])
    expect(seen(filters({ venues: ['ACL', 'NeurIPS'] })).nodes).not.toContain('p:undated')
  })

  it('keeps papers that link to code of their authors', () => {
    expect(seen(filters({ hasCode: true })).nodes).toEqual(['p:old', 'shared', 'oldonly', 'host/a/code'])
  })

  it('keeps only what papers introduce, with their own repositories', () => {
    expect(seen(filters({ role: 'introduces' }))).toEqual({
      nodes: ['p:old', 'shared', 'host/a/code'],
      relationships: ['p:old INTRODUCES shared', 'p:old LINKS_TO host/a/code'],
    })
  })

  it('keeps what is certain enough', () => {
    expect(seen(filters({ confidence: 0.5 })).nodes).not.toContain('oldonly')
    expect(seen(filters({ confidence: 0.4 })).nodes).toContain('oldonly')
  })

  it('takes out concepts and papers that lose all their relationships', () => {
    const without = seen(filters({ withoutRelationships: ['USES', 'SCORES', 'VARIANT_OF'] }))
    expect(without.nodes).toEqual(['p:old', 'p:undated', 'shared', 'host/a/code'])
  })

  it('keeps what was asked for by name, but not what was taken off the map', () => {
    const asked = { ...filters({ years: [2020, 2023] }), named: ['oldonly', 'p:old'] }
    expect(seen(asked).nodes).toEqual(['p:old', 'p:new', 'shared', 'oldonly', 'newonly'])
    expect(seen(asked).relationships).toContain('p:old INTRODUCES shared')
    expect(seen({ ...asked, removed: ['p:old'] }).nodes).not.toContain('p:old')
  })

  it('leaves what papers name when papers are switched off', () => {
    const without = seen({ ...filters({ years: [2020, 2023] }), hidden: ['paper'] })
    expect(without).toEqual({ nodes: ['shared', 'newonly'], relationships: [] })
  })

  it('shows what lies within one or two steps of the node in focus', () => {
    expect(seen({ focus: { id: 'oldonly', steps: 1 } }).nodes).toEqual(['p:old', 'oldonly'])
    expect(seen({ focus: { id: 'oldonly', steps: 2 } }).nodes).toEqual(['p:old', 'shared', 'oldonly', 'host/a/code'])
    expect(seen({ focus: { id: 'unknown', steps: 2 } }).nodes).toHaveLength(nodes.length)
  })

  it('never shows a relationship without its ends, nor an end for the sake of a paper that is gone', () => {
    const holds = fc.property(drawnGraph, askedOfGraph, (graph, asked) => {
      const columns = columnsOf(graph.nodes, graph.edges)
      const visible = visibleOf(columns, asked)
      const isSeen = (id: string): boolean => visible.nodes[columns.at.get(id) ?? -1] === 1
      graph.edges.forEach(({ from, to }, at) => {
        if (visible.relationships[at] === 1) expect([isSeen(from), isSeen(to)]).toEqual([true, true])
      })
      const { years, venues, hasCode } = asked.filters
      for (const { id, type, year, venue, hasCode: has } of graph.nodes) {
        if (!isSeen(id)) continue
        expect(asked.hidden).not.toContain(type)
        expect(asked.removed).not.toContain(id)
        if (type !== 'paper' || asked.named.includes(id)) continue
        if (years) expect(year !== undefined && years[0] <= year && year <= years[1]).toBe(true)
        if (venues.length > 0) expect(venues).toContain(venue)
        if (hasCode) expect(has).toBe(true)
      }
    })
    fc.assert(holds, { numRuns: 500 })
  })
})

describe('what is hidden of the canvas', () => {
  // As the canvas has them: both relationships of one pair are one line, the one that says most first.
  const relationships = edges.map((each) => ({ line: `${each.from} ${each.to}`, edge: each }))
  const hidden = (asked: Partial<Asked>) => {
    const columns = columnsOf(nodes, edges)
    return hiddenOf(columns, visibleOf(columns, { ...NOTHING_ASKED, ...asked }), relationships)
  }

  it('draws a line as the best relationship that is left', () => {
    const { lines, instead } = hidden(filters({ withoutRelationships: ['SCORES'] }))
    expect([...instead].map(([line, { type }]) => [line, type])).toEqual([['p:new newonly', 'USES']])
    expect([...lines]).toEqual([])
  })

  it('hides lines between nodes that stay', () => {
    const { nodes: gone, lines } = hidden({ ...filters({ years: [2020, 2023], role: 'uses' }), named: ['p:old'] })
    expect([...gone].sort()).toEqual(['host/a/code', 'oldonly', 'p:undated', 'variant'])
    expect([...lines]).toEqual(['p:old shared'])
  })
})
