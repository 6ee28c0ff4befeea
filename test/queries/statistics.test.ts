import { describe, expect, it } from 'vitest'
import { association, pairs } from '../../queries/rank/association.ts'
import { rising } from '../../queries/rank/rising.ts'
import {
  expectedBoth,
  logLikelihoodRatio,
  normalisedMutualInformation,
  pointwiseMutualInformation,
} from '../../queries/rank/statistics.ts'
import type { Rows, Value } from '../../queries/store/store.ts'

const table = (columns: string[], ...rows: Value[][]): Rows => ({ columns, rows, truncated: false })

describe('what goes together', () => {
  // 64 papers, 8 have the one, 16 the other: 8 * 16 / 64 = 2 have both by chance.
  const counts = { total: 64, first: 8, second: 16, both: 8 }

  it('is measured against chance', () => {
    expect(expectedBoth(counts)).toBe(2)
    // log2(8 / 2) = 2 bits; the most possible is -log2(8 / 64) = 3.
    expect(pointwiseMutualInformation(counts)).toBe(2)
    expect(normalisedMutualInformation(counts)).toBeCloseTo(2 / 3, 12)
  })

  it('is normalised from never together to always together', () => {
    expect(normalisedMutualInformation({ total: 64, first: 8, second: 16, both: 2 })).toBe(0)
    expect(normalisedMutualInformation({ total: 64, first: 8, second: 8, both: 8 })).toBe(1)
    expect(normalisedMutualInformation({ total: 64, first: 8, second: 8, both: 0 })).toBe(-1)
    expect(normalisedMutualInformation({ total: 64, first: 64, second: 64, both: 64 })).toBe(1)
  })

  it('has the likelihood ratio of its table of four', () => {
    // Cells 8, 0, 8, 48 against 2, 6, 14, 42: 2 (8 ln 4 + 8 ln(8/14) + 48 ln(48/42)) = 2 (11.0904 - 4.4769 + 6.4095) = 26.0459.
    expect(logLikelihoodRatio(counts)).toBeCloseTo(26.0459, 3)
    expect(logLikelihoodRatio({ total: 64, first: 8, second: 16, both: 2 })).toBeCloseTo(0, 9)
  })

  const columns = ['id', 'name', 'type', 'named', 'papers', 'together', 'total']
  const rows = table(
    columns,
    ['d', 'D', 'topic', 8, 64, 8, 64],
    ['c', 'C', 'topic', 8, 16, 8, 64],
    ['b', 'B', 'topic', 8, 2, 2, 64],
    ['a', 'A', 'topic', 8, 2, 2, 64],
  )

  it('gives every count, and nothing that is only chance', () => {
    const answer = association(rows, { by: 'pmi', limit: 10 })
    expect(answer.columns.slice(4)).toEqual(['together', 'expected', 'lift', 'pmi', 'npmi', 'likelihood'])
    expect(answer.rows).toEqual([
      // 8 * 2 / 64 = 0.25 by chance; log2(2 / 0.25) = 3 of -log2(2 / 64) = 5; G² 2 (2 ln 8 + 6 ln(6/7.75) + 56 ln(56/54.25)).
      ['a', 'A', 'topic', 2, 2, 0.25, 8, 3, 0.6, 8.8],
      ['b', 'B', 'topic', 2, 2, 0.25, 8, 3, 0.6, 8.8],
      ['c', 'C', 'topic', 16, 8, 2, 4, 2, 0.667, 26],
    ])
  })

  it('is ordered as asked and cut', () => {
    const ids = (parameters: Record<string, string | number>): unknown[] =>
      association(rows, parameters).rows.map(([id]) => id)
    expect(ids({ by: 'npmi', limit: 2 })).toEqual(['c', 'a'])
    expect(ids({ by: 'likelihood', limit: 1 })).toEqual(['c'])
    expect(ids({ by: 'together', limit: 3 })).toEqual(['c', 'a', 'b'])
  })

  it('tells of a pair what both are', () => {
    const both = table(
      ['id', 'name', 'other', 'otherName', 'named', 'papers', 'together', 'total'],
      ['a', 'A', 'c', 'C', 8, 16, 8, 64],
      ['a', 'A', 'b', 'B', 8, 16, 8, 64],
    )
    const answer = pairs(both, { by: 'npmi', limit: 10 })
    expect(answer.columns.slice(0, 7)).toEqual([
      'id',
      'name',
      'other',
      'otherName',
      'papers',
      'otherPapers',
      'together',
    ])
    expect(answer.rows.map((row) => row.slice(0, 6))).toEqual([
      ['a', 'A', 'b', 'B', 8, 16],
      ['a', 'A', 'c', 'C', 8, 16],
    ])
  })
})

describe('what rises', () => {
  const columns = ['id', 'name', 'type', 'earlier', 'later', 'earlierAll', 'laterAll']
  const years = ['earlierFrom', 'earlierTo', 'laterFrom', 'laterTo']
  const row = (id: string, earlier: number, later: number): Value[] => {
    return [id, id, 'topic', earlier, later, 100, 200, 2019, 2020, 2021, 2022]
  }
  const rows = table(
    [...columns, ...years],
    row('same', 5, 10),
    row('few', 1, 6),
    row('many', 10, 60),
    row('gone', 8, 0),
  )

  it('is first what rises most surely, not what rises most', () => {
    expect(rising(rows, { limit: 10 }).rows).toEqual([
      // 10 of 100 to 60 of 200: cells 10, 60, 90, 140 against 23.333, 46.667, 76.667, 153.333.
      ['many', 'many', 'topic', 10, 60, 0.1, 0.3, 3, 16.6, '2019–2020 (100 papers)', '2021–2022 (200 papers)'],
      ['few', 'few', 'topic', 1, 6, 0.01, 0.03, 3, 1.3, '2019–2020 (100 papers)', '2021–2022 (200 papers)'],
    ])
  })

  it('is the other way round for what falls', () => {
    expect(rising(rows, { direction: 'falling', limit: 10 }).rows.map((one) => one.slice(0, 9))).toEqual([
      // 2 (8 ln 3 + 200 ln(200/194.667) + 92 ln(92/97.333))
      ['gone', 'gone', 'topic', 8, 0, 0.08, 0, 0, 18],
    ])
  })

  it('has no growth to tell of what is new', () => {
    expect(rising(table([...columns, ...years], row('new', 0, 4)), {}).rows[0]?.[7]).toBeNull()
  })
})
