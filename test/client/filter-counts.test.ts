import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../web/client/state/filters/columns.ts'
import { CONFIDENCE_BARS, type Facets, facetsOf } from '../../web/client/state/filters/counts.ts'
import { type Asked, visibleOf } from '../../web/client/state/filters/visible.ts'
import type { Filters } from '../../web/client/state/view.ts'
import { askedOfGraph, drawnGraph, edge, NOTHING_ASKED, node } from './drawn-graph.ts'

type Graph = { nodes: Parameters<typeof columnsOf>[0]; edges: Parameters<typeof columnsOf>[1] }

/** What one sees of a graph, as the nodes and relationships themselves. */
function seen({ nodes, edges }: Graph, asked: Asked) {
  const visible = visibleOf(columnsOf(nodes, edges), asked)
  return {
    nodes: nodes.filter((_, at) => visible.nodes[at] === 1),
    relationships: edges.filter((_, at) => visible.relationships[at] === 1),
  }
}
const facets = ({ nodes, edges }: Graph, asked: Asked): Facets => facetsOf(columnsOf(nodes, edges), asked)
const choose = (asked: Asked, filters: Partial<Filters>): Asked => ({
  ...asked,
  filters: { ...asked.filters, ...filters },
})

/** Holds for any graph and whatever is asked of it. */
function always(check: (graph: Graph, asked: Asked, counts: Facets) => void): void {
  fc.assert(
    fc.property(drawnGraph, askedOfGraph, (graph, asked) => check(graph, asked, facets(graph, asked))),
    { numRuns: 300 },
  )
}

describe('the count beside a choice is what one sees after choosing it', () => {
  it('for each type', () => {
    always((graph, asked, { types }) => {
      for (const [type, count] of types) {
        const chosen = { ...asked, hidden: asked.hidden.filter((each) => each !== type) }
        expect(seen(graph, chosen).nodes.filter((each) => each.type === type)).toHaveLength(count)
      }
    })
  })

  it('for each relationship', () => {
    always((graph, asked, { relationships }) => {
      for (const [type, count] of relationships) {
        const withoutRelationships = asked.filters.withoutRelationships.filter((each) => each !== type)
        const after = seen(graph, choose(asked, { withoutRelationships }))
        expect(after.relationships.filter((each) => each.type === type)).toHaveLength(count)
      }
    })
  })

  it('for what papers introduce, and what they use', () => {
    always((graph, asked, { roles }) => {
      for (const [role, count] of roles) expect(seen(graph, choose(asked, { role })).relationships).toHaveLength(count)
    })
  })

  it('for each year, and for any years together', () => {
    always((graph, asked, { years: { range, counts, undated } }) => {
      if (range === undefined) return
      const papersOf = (from: number, to: number): number =>
        seen(graph, choose(asked, { years: [from, to] })).nodes.filter(
          ({ type, year = Number.NaN }) => type === 'paper' && from <= year && year <= to,
        ).length
      counts.forEach((count, at) => {
        expect(papersOf(range[0] + at, range[0] + at)).toBe(count)
      })
      expect(papersOf(...range)).toBe(counts.reduce((all, each) => all + each, 0))
      const { years: _, ...rest } = asked.filters
      const papers = seen(graph, { ...asked, filters: rest }).nodes.filter(({ type }) => type === 'paper')
      expect(papers.filter(({ year }) => year === undefined)).toHaveLength(undated)
    })
  })

  it('for each venue', () => {
    always((graph, asked, { venues }) => {
      for (const { name, count } of venues) {
        const after = seen(graph, choose(asked, { venues: [name] }))
        expect(after.nodes.filter(({ venue }) => venue === name)).toHaveLength(count)
      }
    })
  })

  it('for code', () => {
    always((graph, asked, { withCode }) => {
      const after = seen(graph, choose(asked, { hasCode: true }))
      expect(after.nodes.filter(({ hasCode }) => hasCode)).toHaveLength(withCode)
    })
  })

  it('for the confidence: all bars together are what one sees without it', () => {
    always((graph, asked, { confidences, shown }) => {
      const { confidence: _, ...rest } = asked.filters
      const after = seen(graph, { ...asked, filters: rest })
      confidences.forEach((count, bar) => {
        const inBar = after.relationships.filter(
          ({ confidence }) => Math.min(CONFIDENCE_BARS - 1, Math.round(confidence * CONFIDENCE_BARS)) === bar,
        )
        expect(inBar).toHaveLength(count)
      })
      expect(shown.nodes).toBe(seen(graph, asked).nodes.length)
    })
  })
})

describe('counts', () => {
  const graph: Graph = {
    nodes: [
      node('p:1', 'paper', { year: 2019, venue: 'ACL', hasCode: true }),
      node('p:2', 'paper', { year: 2022, venue: 'ACL' }),
      node('p:3', 'paper', { venue: 'ICML' }),
      node('m', 'method'),
    ],
    edges: [edge('p:1', 'INTRODUCES', 'm'), edge('p:2', 'USES', 'm', { confidence: 1 }), edge('p:3', 'USES', 'm')],
  }

  it('show empty years, and papers without one', () => {
    expect(facets(graph, NOTHING_ASKED).years).toEqual({ range: [2019, 2022], counts: [1, 0, 0, 1], undated: 1 })
  })

  it('put the most frequent venue first, and keep one that is chosen', () => {
    expect(facets(graph, NOTHING_ASKED).venues).toEqual([
      { name: 'ACL', count: 2 },
      { name: 'ICML', count: 1 },
    ])
    const asked = choose(NOTHING_ASKED, { venues: ['ICML'], years: [2019, 2022] })
    expect(facets(graph, asked).venues).toEqual([
      { name: 'ACL', count: 2 },
      { name: 'ICML', count: 0 },
    ])
  })

  it('follow the other facets and not their own', () => {
    const { venues, withCode, years, relationships } = facets(graph, choose(NOTHING_ASKED, { hasCode: true }))
    expect([withCode, venues, years.counts]).toEqual([1, [{ name: 'ACL', count: 1 }], [1, 0, 0, 0]])
    expect([...relationships]).toEqual([
      ['INTRODUCES', 1],
      ['USES', 0],
    ])
  })
})
