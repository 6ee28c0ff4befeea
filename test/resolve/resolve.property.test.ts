import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { relationshipId } from '../../queries/model.ts'
import { compareCodePoints } from '../../queries/store/code-points.ts'
import { wholeOf } from './extractions.ts'
import { pile } from './piles.ts'

// A busy machine takes its time over hundreds of graphs.
describe('resolve', { timeout: 60_000 }, () => {
  it('gives one graph for every order of the extractions', () => {
    fc.assert(
      fc.property(
        pile.chain((extractions) =>
          fc.tuple(fc.constant(extractions), fc.shuffledSubarray(extractions, { minLength: extractions.length })),
        ),
        ([extractions, shuffled]) => {
          expect(wholeOf(shuffled)).toEqual(wholeOf(extractions))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('lets the last version of an id and source stand alone', () => {
    fc.assert(
      fc.property(pile, pile, (earlier, later) => {
        const replaced = new Set(later.map((one) => `${one.id} ${one.source}`))
        const kept = earlier.filter((one) => !replaced.has(`${one.id} ${one.source}`))
        expect(wholeOf([...earlier, ...later])).toEqual(wholeOf([...kept, ...later]))
      }),
    )
  })

  it('keeps the rules of the graph model', () => {
    fc.assert(
      fc.property(pile, (extractions) => {
        const graph = wholeOf(extractions)
        const all = [...graph.papers, ...graph.nodes]
        const ids = new Set(all.map((node) => node.id))
        expect(ids.size).toBe(all.length)
        expect(new Set(graph.relationships.map(relationshipId)).size).toBe(graph.relationships.length)
        for (const list of [graph.papers, graph.nodes]) {
          const order = list.map((node) => node.id)
          expect(order).toEqual([...order].sort(compareCodePoints))
        }
        for (const node of graph.papers) expect(node.id).toContain(':')
        for (const node of graph.nodes) {
          if (node.labels.includes('Repo')) expect(node.id).toMatch(/^[^:]*\/[^:]*$/)
          else expect(node.id).toMatch(/^[^:/]+$/)
        }
        for (const { from, to } of graph.relationships) expect(ids.has(from) && ids.has(to)).toBe(true)
        for (const node of all) {
          const degree = graph.relationships.filter(({ from, to }) => from === node.id || to === node.id).length
          expect([node.id, node.properties.degree]).toEqual([node.id, degree])
        }
        const values = [...all, ...graph.relationships].flatMap(({ properties }) => Object.values(properties).flat())
        for (const value of values) expect(value ?? null).not.toBeNull()
      }),
      { numRuns: 150 },
    )
  })

  it('rests every relationship on words of its paper', () => {
    fc.assert(
      fc.property(pile, (extractions) => {
        const graph = wholeOf(extractions)
        for (const { type, from, properties } of graph.relationships) {
          const id = type === 'VARIANT_OF' ? properties.paper : from
          const { title, abstract } = graph.papers.find((one) => one.id === id)?.properties ?? {}
          const { surfaces, fields, starts, ends, sentence } = properties
          if (!Array.isArray(surfaces) || !Array.isArray(fields) || !Array.isArray(starts) || !Array.isArray(ends)) {
            throw new Error(`${type} of ${from} has no evidence`)
          }
          expect(surfaces.length).toBeGreaterThan(0)
          surfaces.forEach((surface, index) => {
            const text = String(fields[index] === 'title' ? title : abstract)
            expect(text.slice(Number(starts[index]), Number(ends[index]))).toBe(surface)
          })
          expect([title, abstract].some((text) => String(text).includes(String(sentence)))).toBe(true)
          expect(surfaces.some((surface) => String(sentence).includes(String(surface)))).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })
})
