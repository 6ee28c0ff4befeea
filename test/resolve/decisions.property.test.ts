import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Extraction } from '../../ingest/extraction.ts'
import type { Decision, Thing } from '../../ingest/resolve/decisions.ts'
import { relationshipId } from '../../queries/model.ts'
import { type Whole, wholeOf } from './extractions.ts'
import { pile } from './piles.ts'

type Case = [pile: Extraction[], decisions: Decision[]]

/** Decisions on what the papers name, and now and then on what they do not. */
function decisionsOn(extractions: readonly Extraction[]): fc.Arbitrary<Decision[]> {
  const things: Thing[] = extractions.flatMap(({ id, entities }) => [
    ...entities.flatMap(({ mentions }) => mentions.map(({ surface }) => ({ paper: id, surface }))),
    { paper: id, surface: 'nothing of the kind' },
  ])
  const thing = fc.constantFrom(...things)
  const made = fc.oneof(
    fc.record({ kind: fc.constantFrom('same', 'different'), things: fc.tuple(thing, thing) }),
    fc.record({
      kind: fc.constant('type'),
      things: fc.tuple(thing),
      type: fc.constantFrom('method', 'model', 'benchmark', 'topic'),
    }),
    fc.record({ kind: fc.constant('hide'), things: fc.tuple(thing) }),
    fc.record({
      kind: fc.constant('hide'),
      things: fc.tuple(fc.constantFrom(...things.map(({ paper }) => ({ paper })))),
    }),
  ) as fc.Arbitrary<Pick<Decision, 'kind' | 'things' | 'type'>>
  const dated = fc.tuple(made, fc.constantFrom('', '2026-01-01', '2026-01-02'))
  return fc
    .array(dated, { minLength: 1, maxLength: 8 })
    .map((all) => all.map(([decision, date], at) => ({ id: `d${at}`, date, ...decision })))
}

const cases: fc.Arbitrary<Case> = pile.chain((extractions) =>
  decisionsOn(extractions).map((decisions): Case => [extractions, decisions]),
)

/** Each place of a paper that something rests on. */
function evidenceOf(graph: Whole): Set<string> {
  const places = new Set<string>()
  for (const { type, from, properties } of graph.relationships) {
    const { fields, starts, ends } = properties
    if (type === 'VARIANT_OF' || type === 'SCORES' || !Array.isArray(fields)) continue
    fields.forEach((field, at) => {
      places.add([from, field, Array.isArray(starts) && starts[at], Array.isArray(ends) && ends[at]].join(' '))
    })
  }
  return places
}

// A busy machine takes its time over hundreds of graphs.
describe('decisions', { timeout: 300_000 }, () => {
  it('give one graph for every order of decisions and of papers', () => {
    fc.assert(
      fc.property(
        cases.chain(([extractions, decisions]) =>
          fc.tuple(
            fc.constant<Case>([extractions, decisions]),
            fc.shuffledSubarray(extractions, { minLength: extractions.length }),
            fc.shuffledSubarray(decisions, { minLength: decisions.length }),
          ),
        ),
        ([[extractions, decisions], papers, shuffled]) => {
          expect(wholeOf(papers, shuffled)).toEqual(wholeOf(extractions, decisions))
        },
      ),
      { numRuns: 100 },
    )
  })

  it('hold where they are applied, and say why where they are not', () => {
    fc.assert(
      fc.property(cases, ([extractions, decisions]) => {
        const graph = wholeOf(extractions, decisions)
        const ids = new Set([...graph.nodes, ...graph.papers].map(({ id }) => id))
        expect(graph.outcomes.map(({ id }) => id).sort()).toEqual(decisions.map(({ id }) => id).sort())
        for (const { id, reason, nodes } of graph.outcomes) {
          const decision = decisions.find((one) => one.id === id)
          if (reason !== undefined) continue
          const [a, b] = nodes
          expect(nodes).toHaveLength(decision?.things.length ?? 0)
          if (decision?.kind === 'same') expect(a).toBe(b)
          if (decision?.kind === 'different') expect(a).not.toBe(b)
          if (decision?.kind === 'hide') expect(ids.has(a ?? '')).toBe(false)
          if (decision?.kind === 'type' && ids.has(a ?? ''))
            expect(graph.nodes.find((node) => node.id === a)?.properties.type).toBe(decision.type)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('lose no evidence: every place that something rested on is there, or hidden', () => {
    fc.assert(
      fc.property(cases, ([extractions, decisions]) => {
        const before = evidenceOf(wholeOf(extractions))
        const shown = decisions.filter(({ kind }) => kind !== 'hide')
        expect(evidenceOf(wholeOf(extractions, shown))).toEqual(before)
        for (const place of evidenceOf(wholeOf(extractions, decisions))) expect(before.has(place)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('keep the rules of the graph model', () => {
    fc.assert(
      fc.property(cases, ([extractions, decisions]) => {
        const graph = wholeOf(extractions, decisions)
        const all = [...graph.papers, ...graph.nodes]
        const ids = new Set(all.map((node) => node.id))
        expect(ids.size).toBe(all.length)
        expect(new Set(graph.relationships.map(relationshipId)).size).toBe(graph.relationships.length)
        for (const { from, to } of graph.relationships) expect(ids.has(from) && ids.has(to)).toBe(true)
        for (const node of all) {
          const degree = graph.relationships.filter(({ from, to }) => from === node.id || to === node.id).length
          expect([node.id, node.properties.degree, node.properties.name]).not.toContain('')
          expect([node.id, node.properties.degree]).toEqual([node.id, degree])
        }
      }),
      { numRuns: 100 },
    )
  })
})
