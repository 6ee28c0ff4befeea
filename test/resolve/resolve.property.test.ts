import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ENTITY_TYPES, type Extraction } from '../../ingest/extraction.ts'
import { relationshipId } from '../../queries/model.ts'
import { compareCodePoints } from '../../queries/store/code-points.ts'
import { extraction, type Named, type Paper, wholeOf } from './extractions.ts'

/** Papers that collide in every way: few ids, titles and authors, names that are variants and acronyms of each other. */
const NAMES = [
  ...[
    'GRPO',
    'Group Relative Policy Optimization',
    'group-relative policy optimisation',
    'SEED-GRPO',
    'Qwen2.5',
    'Qwen 2.5-7B',
  ],
  ...[
    'Zonal Relative Pruning',
    'Zero Rate Padding',
    'ZRP',
    'ZRPs',
    'zrp',
    'BERT',
    'ClinicalBERT',
    'SQuAD 1.1',
    'SQuAD',
  ],
  ...[
    'C++',
    'C',
    'the C dataset',
    '🙂',
    '深度 学习',
    'and/or: it',
    'MATH',
    'math',
    'deep zonal pruning',
    'zonal pruning',
    'é',
  ],
]
const LINKS = ['github.com/Ada/Zorp', 'github.com/ada/zorp.git', 'ada.github.io', 'example.org:80/x']

const named: fc.Arbitrary<Named> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      name: fc.constantFrom(...NAMES),
      aliases: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 }),
      type: fc.constantFrom(...ENTITY_TYPES.filter((type) => type !== 'repo')),
      also: fc.uniqueArray(fc.constantFrom(...ENTITY_TYPES), { maxLength: 2 }),
      role: fc.constantFrom('introduces', 'uses'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      name: fc.constantFrom(...LINKS),
      type: fc.constant('repo' as const),
      role: fc.constantFrom('introduces', 'uses'),
    }),
  },
)

const paper: fc.Arbitrary<Extraction> = fc
  .record({
    id: fc.constantFrom(
      'arxiv:2401.1',
      'arxiv:2401.2',
      'doi:10.1/2',
      'acl:P1',
      'own:1',
      'own:🙂',
      'own:Ａ',
      'title:00',
    ),
    source: fc.constantFrom('a.jsonl', 'b.bib'),
    title: fc.constantFrom(
      'Sorting large graphs with patience',
      'Sorting LARGE graphs: with patience',
      'Patience and what it is for',
      'Short',
    ),
    authors: fc.constantFrom<string[]>([], ['Ada Lovelace'], ['Gödel, Kurt']),
    entities: fc.array(named, { maxLength: 5 }),
    year: fc.constantFrom(2020, 2021),
    words: fc.constantFrom('', ' More words.', ' 1,234.5 more.'),
    benchmark: fc.constantFrom(...NAMES),
  })
  .map(({ words, benchmark, ...record }) => {
    const text = extraction(record).abstract + words
    const place = text.includes('1,234.5') ? '1,234.5' : '2.5'
    const score = { value: place, unit: '%', benchmark, metric: '', system: '', kind: 'absolute', place } as const
    const complete: Paper = { ...record, abstract: text, scores: text.includes(place) ? [score] : [] }
    return extraction(complete)
  })

// Two versions of one id from one source: order matters between them, so there is only one here.
const pile = fc.uniqueArray(paper, { selector: (one) => `${one.id} ${one.source}`, minLength: 1, maxLength: 8 })

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
