import { describe, expect, it } from 'vitest'
import { nodesIn } from '../../web/client/state/rows.ts'
import { nodesOn, waysIn } from '../../web/client/state/ways.ts'

describe('rows of an answer', () => {
  it('become nodes, each once, without what is no node', () => {
    const columns = ['id', 'type', 'label', 'papers', 'degree', 'year']
    const rows = [
      ['p:1', 'paper', 'A title', null, 3, 2020],
      ['bert', 'model', 'BERT', 9, 12, null],
      ['bert', 'model', 'BERT', 9, 12, null],
      [null, 'model', 'nobody', 1, 1, null],
      ['x', 'spaceship', 'X', 1, 1, null],
      ['y', 'topic', null, null, null, null],
    ]
    expect(nodesIn({ columns, rows })).toEqual([
      { id: 'p:1', type: 'paper', label: 'A title', degree: 3, year: 2020 },
      { id: 'bert', type: 'model', label: 'BERT', papers: 9, degree: 12 },
      { id: 'y', type: 'topic', label: 'y', degree: 0 },
    ])
  })

  it('become ways from end to end', () => {
    const columns = ['path', 'steps', 'step', 'id']
    const rows = [
      [1, 2, 0, 'a'],
      [1, 2, 1, 'm'],
      [1, 2, 2, 'b'],
      [2, 2, 0, 'a'],
      [2, 2, 1, 'n'],
      [2, 2, 2, 'b'],
    ]
    const found = waysIn(['a', 'b'], { columns, rows })
    expect(found).toEqual({
      ends: ['a', 'b'],
      ways: [
        ['a', 'm', 'b'],
        ['a', 'n', 'b'],
      ],
    })
    expect(nodesOn(found)).toEqual(['a', 'm', 'b', 'n'])
    expect(waysIn(['a', 'b'], { columns, rows: [] }).ways).toEqual([])
  })
})
