import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scaleOf } from '../../web/client/panels/chart-scale.ts'
import { bestSoFar, seriesIn } from '../../web/client/state/scores.ts'

const columns = ['id', 'title', 'year', 'value', 'text', 'unit', 'metric', 'better', 'system', 'kind', 'sentence']
type Cell = string | number | null
const row = (
  id: string,
  year: Cell,
  value: Cell,
  metric: string,
  better: Cell,
  kind = 'absolute',
  unit = '%',
): Cell[] => [
  ...[id, `Paper ${id}`, year, value, value === null ? null : String(value)],
  ...[unit, metric, better, 'this paper', kind, 'It says so.'],
]

describe('the numbers of a benchmark', () => {
  const answer = {
    columns,
    rows: [
      row('a', 2020, 90, 'F1', 'higher'),
      row('b', 2019, 80, 'f1', 'higher'),
      row('c', null, 70, '', null),
      row('d', 2021, 65, '', null),
      row('e', 2018, 64, '', null),
      row('f', 2021, 3, 'error', 'lower'),
      row('g', 2021, 2, 'F1', null, 'gain', 'points'),
      row('h', 2022, 50, 'F1', 'higher', 'baseline'),
      row('i', 2022, null, '', null),
    ],
  }

  it('stand together by metric and unit, named ones first, and apart from gains and baselines', () => {
    expect(seriesIn(answer).map(({ key, better, isOther, rows }) => [key, better, isOther, rows.length])).toEqual([
      ['["f1","%"]', 'higher', false, 2],
      ['["error","%"]', 'lower', false, 1],
      ['["","%"]', undefined, false, 3],
      ['other', undefined, true, 2],
    ])
  })

  it('keep the order and the words of the answer', () => {
    const [first] = seriesIn(answer)
    expect(first?.rows[0]).toEqual({
      paper: { id: 'a', label: 'Paper a', year: 2020 },
      ...{ value: 90, text: '90', unit: '%', metric: 'F1', system: 'this paper', kind: 'absolute' },
      sentence: 'It says so.',
    })
  })

  const point = (year: number, value: number) => ({
    ...{ paper: { id: String(year), label: '', year }, value, text: '' },
    ...{ unit: '', metric: 'F1', system: '', kind: 'absolute', sentence: '' },
  })

  it('have a best so far, which never gets worse and ends at the best of all', () => {
    const rows = fc.array(fc.record({ year: fc.integer({ min: 1990, max: 2030 }), value: fc.float({ noNaN: true }) }), {
      minLength: 1,
    })
    fc.assert(
      fc.property(rows, fc.constantFrom('higher' as const, 'lower' as const), (given, better) => {
        const best = bestSoFar({ rows: given.map(({ year, value }) => point(year, value)), better })
        const sign = better === 'higher' ? 1 : -1
        for (const [at, step] of best.entries()) {
          const before = best[at - 1]
          if (before === undefined) continue
          expect(step.year).toBeGreaterThan(before.year)
          expect(step.value * sign).toBeGreaterThan(before.value * sign)
        }
        expect(Math.max(...given.map(({ value }) => value * sign))).toBeCloseTo((best.at(-1)?.value ?? 0) * sign, 10)
        expect(best[0]?.year).toBe(Math.min(...given.map(({ year }) => year)))
      }),
    )
  })

  it('have none where nobody can say what is better', () => {
    expect(bestSoFar({ rows: [point(2020, 1), point(2021, 2)] })).toEqual([])
  })
})

describe('a scale', () => {
  it('holds all numbers between a few round ticks', () => {
    const number = fc.float({ noNaN: true, noDefaultInfinity: true, min: Math.fround(-1e6), max: Math.fround(1e6) })
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 20 }), (given) => {
        const values = given.map((value) => Number(value.toFixed(3)))
        const { ticks, low, high } = scaleOf(values)
        expect(ticks.length).toBeGreaterThan(1)
        expect(ticks.length).toBeLessThan(8)
        expect(low).toBeLessThan(high)
        expect(low).toBeLessThanOrEqual(Math.min(...values) + 1e-9)
        expect(high).toBeGreaterThanOrEqual(Math.max(...values) - 1e-9)
      }),
    )
  })

  it.each([
    [
      [60.6, 87.8],
      [60, 70, 80, 90],
    ],
    [[5], [4, 6]],
    [[0], [0, 0.5]],
    [
      [0.1, 0.3],
      [0.1, 0.2, 0.3],
    ],
  ])('of %j has the ticks %j', (values, ticks) => {
    expect(scaleOf(values).ticks).toEqual(ticks)
  })
})
