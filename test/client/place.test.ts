import { describe, expect, it } from 'vitest'
import type { ApiNode } from '../../web/api.ts'
import { placeAround } from '../../web/client/graph/place.ts'

const nodes = (count: number): ApiNode[] =>
  Array.from({ length: count }, (_, at) => ({ id: `n${at}`, type: 'paper', label: `N${at}`, degree: 1 }))
const distance = (a: { x: number; y: number }, b: { x: number; y: number }): number => Math.hypot(a.x - b.x, a.y - b.y)

describe('placing new nodes', () => {
  it('puts them near their parent and apart from each other', () => {
    const parent = { x: 5, y: -3 }
    const places = [...placeAround(parent, nodes(25), [parent], 10).values()]
    for (const [at, place] of places.entries()) {
      expect(distance(place, parent)).toBeLessThan(90)
      for (const other of places.slice(at + 1)) expect(distance(place, other)).toBeGreaterThan(5)
    }
  })

  it('goes to the side where there is room', () => {
    const crowd = Array.from({ length: 12 }, (_, at) => ({ x: -10 - at, y: (at % 5) - 2 }))
    const [place] = [...placeAround({ x: 0, y: 0 }, nodes(1), crowd, 10).values()]
    expect(place?.x).toBeGreaterThan(0)
  })

  it('leaves what was there where it was', () => {
    const present = [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ]
    placeAround({ x: 0, y: 0 }, nodes(9), present, 10)
    expect(present).toEqual([
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ])
  })

  it('gives the same places each time', () => {
    const once = placeAround({ x: 0, y: 0 }, nodes(9), [], 10)
    expect(placeAround({ x: 0, y: 0 }, nodes(9), [], 10)).toEqual(once)
  })
})
