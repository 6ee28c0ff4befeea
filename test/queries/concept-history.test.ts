import { expect, it } from 'vitest'
import { conceptHistory } from '../../queries/rank/concept-history.ts'
import type { Value } from '../../queries/store/store.ts'

const columns = ['step', 'year', 'papers', 'introducing', 'id', 'title', 'published', 'confidence', 'sentence']
const count = (step: number, year: number | null, papers: number, introducing: number | null = null): Value[] => {
  return [step, year, papers, introducing, '', null, null, null, null]
}

it('a history has every year from the first to the last, then what has no year', () => {
  const rows = [
    count(1, 2019, 2, 1),
    count(1, 2021, 3, 0),
    count(1, null, 1, 0),
    count(2, 2018, 50),
    count(2, 2019, 8),
    count(2, 2021, 9),
    count(2, null, 4),
    [3, 2019, null, null, 'a:1', 'First', '2019-02-01', 0.9, 'We present it.'],
  ]
  const first = { id: 'a:1', name: 'First', published: '2019-02-01', confidence: 0.9, sentence: 'We present it.' }
  expect(conceptHistory({ columns, rows, truncated: false }, {})).toEqual({
    columns: ['year', 'papers', 'introducing', 'using', 'all', 'share', 'introducers'],
    rows: [
      [2019, 2, 1, 1, 8, 0.25, [first]],
      [2020, 0, 0, 0, 0, null, []],
      [2021, 3, 0, 3, 9, 0.3333, []],
      [null, 1, 0, 1, 4, 0.25, []],
    ],
    truncated: false,
  })
})

it('a concept that only papers without a year name has one row, one that nobody names has none', () => {
  const history = (...rows: Value[][]): unknown => conceptHistory({ columns, rows, truncated: false }, {}).rows
  expect(history(count(1, null, 2, 0), count(2, null, 2))).toEqual([[null, 2, 0, 2, 2, 1, []]])
  expect(history(count(2, 2020, 2))).toEqual([])
})
