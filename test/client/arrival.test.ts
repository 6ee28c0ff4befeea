import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ApiNode } from '../../web/api.ts'
import { arrange } from '../../web/client/graph/arrange.ts'
import { arrivalsOf, type Brought } from '../../web/client/graph/arrival.ts'

const node = (id: string): ApiNode => ({ id, type: 'paper', label: id, degree: 1 })
const brought = (id: string, ...steps: string[][]): Brought => ({ id, steps: steps.map((step) => step.map(node)) })
const isOnMap = (id: string): boolean => ['a', 'b', 'c'].includes(id)
const told = (expansions: Brought[], named: string[] = []): string[] =>
  arrivalsOf(isOnMap, expansions, named).map((each) =>
    each.kind === 'alone' ? each.id : `${each.id}: ${each.nodes.map(({ id }) => id).join(' ')}`,
  )

describe('the order in which nodes come to the map', () => {
  it('brings first steps before second ones, each node once', () => {
    expect(told([brought('a', ['1', '2'], ['3', '4']), brought('b', ['2', '3', '5'])])).toEqual([
      'a: 1 2',
      'b: 3 5',
      'a: 4',
    ])
  })

  it('brings a node before what comes around it', () => {
    expect(told([brought('p', ['x']), brought('a', ['1'], ['p'])])).toEqual(['a: p', 'p: x', 'a: 1'])
  })

  it('lets come alone what nothing brings, and what is only brought by what it brings itself', () => {
    expect(told([brought('p', ['q']), brought('q', ['p']), brought('empty')], ['named', 'a', 'q'])).toEqual([
      'q',
      'q: p',
      'empty',
      'named',
    ])
  })

  it('brings everything that is asked for, and nothing twice', () => {
    const id = fc.constantFrom(...'abcdefghijkl')
    const one = fc
      .tuple(id, fc.array(fc.uniqueArray(id, { minLength: 1, maxLength: 4 }), { maxLength: 3 }))
      .map(([parent, steps]) => brought(parent, ...steps))
    const isWhole = fc.property(
      fc.array(one, { maxLength: 6 }),
      fc.array(id, { maxLength: 4 }),
      (expansions, named) => {
        const arrivals = arrivalsOf(isOnMap, expansions, named)
        const came = arrivals.flatMap((each) => (each.kind === 'alone' ? [each.id] : each.nodes.map((each) => each.id)))
        const wanted = [
          ...named,
          ...expansions.flatMap(({ id, steps }) => [id, ...steps.flat().map((each) => each.id)]),
        ].filter((each) => !isOnMap(each))
        expect([...came].sort()).toEqual([...new Set(wanted)].sort())
      },
    )
    fc.assert(isWhole)
  })
})

describe('where nodes come to', () => {
  const places = new Map([
    ['a', { x: 0, y: 0 }],
    ['b', { x: 100, y: 0 }],
    ['c', { x: 0, y: 100 }],
  ])
  const ground = { places: [...places.values()], placeOf: (id: string) => places.get(id), gap: 10 }
  const alone = (id: string) => ({ node: node(id), near: ['b'] })
  const put = (expansions: Brought[], named: string[] = [], pins = new Map<string, { x: number; y: number }>()) =>
    arrange(arrivalsOf(isOnMap, expansions, named), ground, pins, alone)

  it('stays the same when more is shown of an earlier node', () => {
    const before = put([brought('a', ['1', '2']), brought('b', ['3'])])
    const after = put([brought('a', ['1', '2'], ['4', '5']), brought('b', ['3'])])
    for (const id of ['1', '2', '3']) expect(after.get(id)).toEqual(before.get(id))
  })

  it('is beside what it is linked to, where nothing brings it', () => {
    const { x, y } = put([], ['n']).get('n')?.place ?? { x: 0, y: 0 }
    expect(Math.hypot(x - 100, y)).toBeLessThan(40)
  })

  it('is where it was pinned, and what comes around it comes there', () => {
    const pins = new Map([['a', { x: 500, y: 500 }]])
    const { place } = put([brought('a', ['1'])], [], pins).get('1') ?? {}
    expect(Math.hypot((place?.x ?? 0) - 500, (place?.y ?? 0) - 500)).toBeLessThan(40)
    expect(put([brought('a', ['1'])], [], new Map([['1', { x: 7, y: 7 }]])).get('1')?.place).toEqual({ x: 7, y: 7 })
  })
})
