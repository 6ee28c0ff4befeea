import { describe, expect, it } from 'vitest'
import { comparisonIn, ownOf } from '../../web/client/state/comparison.ts'

const columns = ['id', 'name', 'type', 'common', 'chosen', 'papers']
const said = (id: string, role = 'uses', scores: string[] = []) => ({
  ...{ id, title: `Paper ${id}`, role, scores },
  sentence: `${id} says so.`,
})
const answer = {
  columns,
  rows: [
    ['glue', 'GLUE', 'benchmark', 3, 3, [said('a', 'uses', ['80.5 score (absolute)']), said('b'), said('c')]],
    ['bert', 'BERT', 'model', 2, 3, [said('a', 'introduces'), said('b')]],
    ['t5', 'T5', 'model', 1, 3, [said('c', 'introduces')]],
    ['squad', 'SQuAD', 'benchmark', 1, 3, [said('b', 'scores', ['2.1 points (gain)'])]],
    ['github.com/a/b', 'a/b', 'repo', 1, 3, [said('a', 'links')]],
  ],
}

describe('a comparison', () => {
  it('tells what all papers name from what some and single ones do', () => {
    const { all, some, one } = comparisonIn(answer, ['a', 'b', 'c'])
    const ids = (things: typeof all) => things.map(({ id }) => id)
    expect([ids(all), ids(some), ids(one)]).toEqual([['glue'], ['bert'], ['t5', 'squad', 'github.com/a/b']])
    expect(all[0]?.said.get('a')).toEqual({ role: 'uses', scores: ['80.5 score'], sentence: 'a says so.' })
    expect(one[1]?.said.get('b')?.scores).toEqual(['2.1 points (gain)'])
  })

  it('counts only the papers that stand side by side', () => {
    const { all, some, one } = comparisonIn(answer, ['a', 'b'])
    expect([all, some, one].map((things) => things.map(({ id }) => id))).toEqual([
      ['glue', 'bert'],
      [],
      ['squad', 'github.com/a/b'],
    ])
  })

  it('puts what single papers introduce before the rest, by type', () => {
    const { one } = comparisonIn(answer, ['a', 'b', 'c'])
    expect(ownOf(one).map(({ row, things }) => [row, things.map(({ id }) => id)])).toEqual([
      ['introduces', ['t5']],
      ['benchmark', ['squad']],
      ['repo', ['github.com/a/b']],
    ])
  })
})
