import { describe, expect, it } from 'vitest'
import { type Pair, scorePairs, type Verdict } from '../../ingest/evaluate/pairs.ts'
import { extraction, type Named } from '../resolve/extractions.ts'

const paper = (id: string, ...entities: Named[]) =>
  extraction({ id: `own:${id}`, title: `What ${id} is for`, entities })
const pair = (verdict: Verdict, [a, left]: [string, string], [b, right]: [string, string]): Pair => ({
  a: { id: `own:${a}`, title: '', surface: left, type: 'method' },
  b: { id: `own:${b}`, title: '', surface: right, type: 'method' },
  verdict,
})

const papers = [
  paper('one', { name: 'Zonal Relative Pruning', aliases: ['ZRP'] }, { name: 'zorp pruning' }, { name: 'Quix v2' }),
  paper('two', { name: 'zonal relative pruning' }, { name: 'fast zorp pruning' }, { name: 'Quix' }),
  paper('three', { name: 'Zero Rate Padding', aliases: ['ZRP'] }, { name: 'zorp pruning' }, { name: 'Quix v3' }),
]

describe('scorePairs', () => {
  it('counts what is on one node, what VARIANT_OF links, and what is lost', () => {
    const scores = scorePairs(papers, [
      pair('same', ['one', 'ZRP'], ['two', 'zonal relative pruning']),
      pair('same', ['two', 'fast zorp pruning'], ['three', 'zorp pruning']),
      pair('same', ['two', 'Quix'], ['three', 'not there']),
      pair('variant', ['one', 'Quix v2'], ['two', 'Quix']),
      pair('variant', ['one', 'Quix v2'], ['three', 'Quix v3']),
      pair('variant', ['one', 'Quix v2'], ['three', 'zorp pruning']),
      pair('different', ['one', 'ZRP'], ['three', 'ZRP']),
      pair('different', ['one', 'zorp pruning'], ['three', 'Zorp pruning']),
    ])
    expect(scores).toMatchObject({
      pairs: 8,
      found: 7,
      same: 2,
      joined: 2,
      joinedRight: 1,
      precision: 0.5,
      recall: 0.5,
      variants: 3,
      variantsRight: 2,
      relatedWrong: 1,
    })
    expect(scores.errors.map(({ kind, pair: { b } }) => [kind, b.surface])).toEqual([
      ['apart', 'zorp pruning'],
      ['lost', 'not there'],
      ['unrelated', 'zorp pruning'],
      ['joined', 'Zorp pruning'],
    ])
    expect(scores.errors[1]?.missing.map(({ surface }) => surface)).toEqual(['not there'])
  })

  it('prefers the entity of the type that the reader gave', () => {
    const two = paper(
      'both',
      { name: 'ZAX', type: 'benchmark', surfaces: ['the ZAX data'] },
      { name: 'ZAX', type: 'method', surfaces: ['ZAX'] },
    )
    const other = paper('other', { name: 'ZAX', type: 'method' })
    const { errors, joinedRight } = scorePairs([two, other], [pair('same', ['both', 'ZAX'], ['other', 'ZAX'])])
    expect([joinedRight, errors]).toEqual([1, []])
  })

  it('is whole where there is nothing to score', () => {
    expect(scorePairs([], [])).toMatchObject({ pairs: 0, found: 0, precision: 1, recall: 1, errors: [] })
  })
})
