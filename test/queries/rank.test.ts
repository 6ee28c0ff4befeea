import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adamicAdar } from '../../queries/rank/adamic-adar.ts'
import { cosine } from '../../queries/rank/cosine.ts'
import { openingMap } from '../../queries/rank/opening-map.ts'
import type { Rows, Value } from '../../queries/store/store.ts'

const SHARED = ['id', 'title', 'year', 'concept', 'name', 'type', 'papers', 'here', 'there']
const row = (id: string, concept: string, type: string, papers: number): Value[] => {
  return [id, `Title of ${id}`, 2024, concept, concept.toUpperCase(), type, papers, 'here', 'there']
}
const rows = (...list: Value[][]): Rows => ({ columns: SHARED, rows: list, truncated: false })

describe('Adamic and Adar', () => {
  const table = rows(
    row('b', 'common', 'benchmark', 100),
    row('a', 'common', 'benchmark', 100),
    row('c', 'rare', 'method', 2),
    row('c', 'common', 'benchmark', 100),
  )
  const scores = (parameters = {}): Value[][] =>
    adamicAdar(table, parameters).rows.map(([id, , , score]) => [id ?? null, score ?? null])

  it('sums 1 / ln(1 + papers) over what is shared; equal papers follow by id', () => {
    const common = Number((1 / Math.log(101)).toFixed(4))
    const both = Number((1 / Math.log(101) + 1 / Math.log(3)).toFixed(4))
    expect(scores()).toEqual([
      ['c', both],
      ['a', common],
      ['b', common],
    ])
  })

  it('weighs benchmarks and methods as told', () => {
    expect(scores({ benchmarks: { float: 2 }, methods: { float: 0 } })).toEqual([
      ['a', 0.4334],
      ['b', 0.4334],
      ['c', 0.4334],
    ])
  })

  it('tells what is shared and why, the rarest first', () => {
    expect(adamicAdar(table, {}).rows[0]?.[4]).toEqual([
      { id: 'rare', name: 'RARE', type: 'method', papers: 2, here: 'here', there: 'there' },
      { id: 'common', name: 'COMMON', type: 'benchmark', papers: 100, here: 'here', there: 'there' },
    ])
  })

  it('does not depend on the order of the rows', () => {
    const list = [1, 2, 3, 4, 5, 6, 7].flatMap((paper) =>
      ['x', 'y', 'z'].map((concept, at) => row(`paper ${paper}`, concept, 'method', 2 + at + (paper % 3))),
    )
    const expected = adamicAdar(rows(...list), {})
    fc.assert(
      fc.property(fc.shuffledSubarray(list, { minLength: list.length }), (shuffled) => {
        expect(adamicAdar(rows(...shuffled), {})).toEqual(expected)
      }),
    )
  })
})

describe('the cosine', () => {
  it('orders papers by the score of their rows and what they share by how few papers name it', () => {
    const scored = (score: number, ...cells: Value[]): Value[] => [...cells, score]
    const table: Rows = {
      columns: [...SHARED, 'score'],
      rows: [
        scored(0.5, ...row('b', 'common', 'topic', 100)),
        scored(0.50001, ...row('a', 'common', 'topic', 100)),
        scored(0.9, ...row('c', 'common', 'topic', 100)),
        scored(0.9, ...row('c', 'rare', 'method', 2)),
      ],
      truncated: false,
    }
    const answer = cosine(table, {})
    expect(answer.rows.map(([id, , , score]) => [id, score])).toEqual([
      ['c', 0.9],
      ['a', 0.5],
      ['b', 0.5],
    ])
    expect(answer.rows[0]?.[4]).toMatchObject([{ id: 'rare' }, { id: 'common' }])
  })
})

describe('the opening map', () => {
  const candidates = (papers: number, concepts: number, repos: number): Rows => {
    const of = (type: string, count: number): Value[][] =>
      Array.from({ length: count }, (_, index) => [`${type} ${index}`, type, 100 - index])
    return {
      columns: ['id', 'type', 'links'],
      rows: [...of('paper', papers), ...of('method', concepts), ...of('repo', repos)],
      truncated: false,
    }
  }
  const chosen = (table: Rows, limit: number): Record<string, number> => {
    const counts: Record<string, number> = { paper: 0, method: 0, repo: 0 }
    for (const [, type] of openingMap(table, { limit }).rows) counts[String(type)] = (counts[String(type)] ?? 0) + 1
    return counts
  }

  it('is everything where that fits', () => {
    expect(chosen(candidates(3, 4, 2), 9)).toEqual({ paper: 3, method: 4, repo: 2 })
    expect(openingMap(candidates(1, 0, 0), { limit: 9 })).toEqual({
      columns: ['id', 'type'],
      rows: [['paper 0', 'paper']],
      truncated: false,
    })
  })

  it('is a mix of the first of each kind where it does not', () => {
    expect(chosen(candidates(500, 500, 500), 100)).toEqual({ paper: 55, method: 40, repo: 5 })
    expect(chosen(candidates(500, 500, 500), 1)).toEqual({ paper: 1, method: 0, repo: 0 })
  })

  it('fills what one kind leaves free', () => {
    expect(chosen(candidates(10, 500, 500), 100)).toEqual({ paper: 10, method: 85, repo: 5 })
    expect(chosen(candidates(500, 10, 0), 100)).toEqual({ paper: 90, method: 10, repo: 0 })
  })

  it('never holds more than its limit, and as much as there is', () => {
    const count = fc.nat(60)
    fc.assert(
      fc.property(count, count, count, fc.integer({ min: 1, max: 100 }), (papers, concepts, repos, limit) => {
        const answer = openingMap(candidates(papers, concepts, repos), { limit })
        expect(answer.rows).toHaveLength(Math.min(limit, papers + concepts + repos))
      }),
    )
  })
})
