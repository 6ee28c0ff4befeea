import { describe, expect, it } from 'vitest'
import { likeness, readingList } from '../../queries/rank/reading-list.ts'
import { readingReason } from '../../queries/rank/reading-reason.ts'
import type { Rows, Value } from '../../queries/store/store.ts'

const COLUMNS = [
  'id',
  'title',
  'year',
  'sentence',
  'members',
  'newest',
  'links',
  'concept',
  'name',
  'named',
  'introduces',
]
/** Of five papers on the subject s, the newest from 2024. */
const paper = (id: string, year: number | null, links: number, ...concepts: [string, number, number][]): Value[][] =>
  concepts.map(([concept, named, introduces]) => {
    return [id, `Title ${id}`, year, `${id} says s.`, 5, 2024, links, concept, concept.toUpperCase(), named, introduces]
  })
const rows = (...papers: Value[][][]): Rows => ({ columns: COLUMNS, rows: papers.flat(), truncated: false })

describe('a reading list', () => {
  // Twins a and b share x and y with one another; c is old, but nothing like them; d has no year.
  const table = rows(
    paper('a', 2024, 4, ['s', 5, 0], ['x', 2, 1], ['y', 3, 0]),
    paper('b', 2024, 4, ['s', 5, 0], ['x', 2, 0], ['y', 3, 0]),
    paper('c', 2019, 2, ['s', 5, 1], ['z', 1, 0]),
    paper('d', null, 1, ['s', 5, 0], ['y', 3, 0]),
  )
  const list = (parameters: Record<string, number>): Value[][] =>
    readingList(table, { concept: 's', recent: 0.5, diversity: 0, halfLife: 5, limit: 10, ...parameters }).rows

  it('has the figures of its formulas', () => {
    // a: s = 4 / (5 - 1) = 1, so 1 / 2; newest, so 1; half of each 0.75. c: 0.5 / 1.5 and 2^(-5/5). d: 0.25 / 1.25 and 0.
    expect(list({}).map((row) => [row[1], ...row.slice(5, 8)])).toEqual([
      ['a', 0.75, 0.5, 1],
      ['b', 0.75, 0.5, 1],
      ['c', 0.417, 0.333, 0.5],
      ['d', 0.1, 0.2, 0],
    ])
  })

  it('passes over what is like a paper before it', () => {
    // b is a's twin: 0.5 * 0.75 - 0.5 * 1 is less than d's 0.5 * 0.1 - 0.5 * ln(5/3) / (ln(5/2) + ln(5/3)).
    const chosen = list({ diversity: 0.5 })
    expect(chosen.map((row) => [row[0], row[1], row[8]])).toEqual([
      [1, 'a', 0],
      [2, 'c', 0],
      [3, 'b', 1],
      [4, 'd', 0.358],
    ])
    expect(list({ diversity: 0.9, limit: 3 }).map((row) => row[1])).toEqual(['a', 'c', 'd'])
  })

  it('says why', () => {
    expect(list({}).map((row) => row[4])).toEqual([
      'introduces X (named by 1 other); names Y (3 of 5 papers)',
      'names Y (3 of 5 papers) and X (2 of 5 papers)',
      'introduces the subject itself; new to the list: Z',
      'names Y (3 of 5 papers)',
    ])
  })

  it('is the same from any order of the papers', () => {
    const turned = { ...table, rows: [...table.rows].reverse() }
    expect(readingList(turned, { concept: 's' }).rows.map((row) => row[1])).toEqual(
      readingList(table, { concept: 's' }).rows.map((row) => row[1]),
    )
  })

  it('says so where there is nothing to say', () => {
    const only = { id: 's', name: 'S', named: 1, isIntroduced: false, isSubject: true }
    const candidate = {
      id: 'a',
      title: 'A',
      year: null,
      sentence: null,
      members: 1,
      centrality: 0,
      recency: 0,
      relevance: 0,
    }
    expect(readingReason({ ...candidate, concepts: [only], weights: new Map() }, new Set())).toBe(
      'names nothing else that other papers on the subject name',
    )
  })
})

describe('the likeness of two papers', () => {
  const of = (...weights: [string, number][]): { weights: Map<string, number> } => ({ weights: new Map(weights) })

  it('is what both name over what either names, by weight', () => {
    expect(likeness(of(['x', 1], ['y', 2]), of(['y', 2], ['z', 5]))).toBe(0.25)
    expect(likeness(of(['x', 1]), of(['x', 1]))).toBe(1)
    expect(likeness(of(['x', 1]), of(['y', 1]))).toBe(0)
  })

  it('is whole where neither names anything that tells', () => {
    expect(likeness(of(), of(['everybody', 0]))).toBe(1)
  })
})
