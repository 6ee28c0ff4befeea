import { describe, expect, it } from 'vitest'
import type { ApiNode, NodeType } from '../../web/api.ts'
import { colouringOf } from '../../web/client/graph/colouring.ts'
import { communitiesOf, yearsOf } from '../../web/client/graph/kinship.ts'
import { sizeOf } from '../../web/client/graph/node-size.ts'
import { LIGHT } from '../../web/client/graph/palette.ts'

const node = (id: string, type: NodeType, more: Partial<ApiNode> = {}): ApiNode => ({
  ...{ id, type, label: id, degree: 1 },
  ...more,
})
const EDGES = ['bert-glue', 'old-glue', 'late-glue', 'late-far', 'far-away', 'old-method']
const neighboursOf = (id: string): string[] =>
  EDGES.map((edge) => edge.split('-')).flatMap(([a = '', b = '']) => (a === id ? [b] : b === id ? [a] : []))

const NODES = [
  node('bert', 'paper', { year: 2018, community: 1 }),
  node('old', 'paper', { year: 2012, community: 1 }),
  node('glue', 'benchmark', { community: 0 }),
  node('method', 'method', { community: 3 }),
  node('late', 'paper', { year: 2024 }),
  node('far', 'topic'),
  node('away', 'topic'),
  node('alone', 'repo'),
]

describe('who belongs together', () => {
  it('is what the map says, and for what came later what most of its neighbours say', () => {
    expect(Object.fromEntries(communitiesOf(NODES, neighboursOf))).toEqual({
      ...{ bert: 1, old: 1, glue: 0, method: 3 },
      ...{ late: 0, far: 0, away: 0 },
    })
  })

  it('does not depend on the order in which nodes came', () => {
    const sorted = (map: Map<string, number>) => [...map].sort()
    expect(sorted(communitiesOf([...NODES].reverse(), neighboursOf))).toEqual(
      sorted(communitiesOf(NODES, neighboursOf)),
    )
    const tied = [node('a', 'paper', { community: 7 }), node('b', 'paper', { community: 2 }), node('c', 'topic')]
    const all = (id: string): string[] => (id === 'c' ? ['a', 'b'] : ['c'])
    expect(communitiesOf(tied, all).get('c')).toBe(2)
  })

  it('is unknown where the map knows no communities', () => {
    expect(communitiesOf([node('a', 'paper')], () => []).size).toBe(0)
  })
})

describe('the year of a node', () => {
  it('is the paper’s, or the median of the papers here that name it', () => {
    expect(Object.fromEntries(yearsOf(NODES, neighboursOf))).toEqual({
      ...{ bert: 2018, old: 2012, late: 2024, glue: 2018, method: 2012, far: 2024 },
    })
  })
})

describe('colouring', () => {
  const named = [
    { community: 1, concepts: [{ label: 'BERT' }, { label: 'SQuAD' }] },
    { community: 9, concepts: [{ label: 'not here' }] },
    { community: 0, concepts: [{ label: 'GLUE' }] },
  ]

  it('gives a type its colour', () => {
    const { of, key } = colouringOf('type', NODES, neighboursOf, named, LIGHT)
    expect([of('glue', 'benchmark'), of('bert', 'paper')]).toEqual([LIGHT.types.benchmark, LIGHT.types.paper])
    expect(key).toEqual({ by: 'type' })
  })

  it('gives each important community that is here a colour, which stays the same without the others, and the rest grey', () => {
    const { of, key, community } = colouringOf('community', NODES, neighboursOf, named, LIGHT)
    const [first, , third] = LIGHT.communities
    expect(key).toEqual({
      by: 'community',
      groups: [
        { community: 1, name: 'BERT', names: 'BERT · SQuAD', colour: first },
        { community: 0, name: 'GLUE', names: 'GLUE', colour: third },
      ],
    })
    expect(['bert', 'far', 'method', 'alone'].map((id) => of(id, 'paper'))).toEqual([
      ...[first, third, LIGHT.neutral, LIGHT.neutral],
    ])
    expect([community('far'), community('method')]).toEqual([0, undefined])
  })

  it('goes through the ramp from the oldest to the newest year', () => {
    const { of, key } = colouringOf('year', NODES, neighboursOf, named, LIGHT)
    expect(key).toEqual({ by: 'year', years: [2012, 2024] })
    expect([of('old', 'paper'), of('late', 'paper'), of('alone', 'repo')]).toEqual([
      ...[LIGHT.years[0], LIGHT.years.at(-1), LIGHT.neutral],
    ])
  })

  it('says so where nothing has a year', () => {
    expect(colouringOf('year', [node('a', 'repo')], () => [], [], LIGHT).key).toEqual({ by: 'year', years: undefined })
  })
})

describe('the size of a node', () => {
  it('grows with what was chosen, and stays within reason', () => {
    const few = node('few', 'method', { papers: 1, degree: 100_000, pagerank: 0 })
    const many = node('many', 'method', { papers: 10_000, degree: 1, pagerank: 1 })
    expect(sizeOf(many, 'papers')).toBeGreaterThan(sizeOf(few, 'papers'))
    expect(sizeOf(few, 'degree')).toBeGreaterThan(sizeOf(many, 'degree'))
    expect(sizeOf(many, 'pagerank')).toBeGreaterThan(sizeOf(few, 'pagerank'))
    for (const by of ['papers', 'degree', 'pagerank'] as const)
      for (const each of [few, many, node('none', 'topic')]) {
        expect(sizeOf(each, by)).toBeGreaterThan(2)
        expect(sizeOf(each, by)).toBeLessThanOrEqual(22)
      }
  })
})
