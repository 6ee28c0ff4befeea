import { describe, expect, it } from 'vitest'
import { regionsOf, strengthOf } from '../../web/client/graph/regions.ts'

const at = (community: number, ...places: [number, number][]) => places.map(([x, y]) => ({ community, x, y }))

describe('regions of the map', () => {
  it('lie in the middle of their nodes, which one far away does not move', () => {
    const square = at(3, [0, 0], [0, 2], [2, 0], [2, 2], [1, 1], [90, 90])
    const region = regionsOf(square).get(3)
    expect(region?.nodes).toBe(6)
    expect(Math.abs((region?.x ?? 0) - 1)).toBeLessThan(1)
    expect(Math.abs((region?.y ?? 0) - 1)).toBeLessThan(1)
    expect(region?.radius).toBeLessThan(3)
  })

  it('are told apart by their number, and left out where few nodes are to be seen', () => {
    const nodes = [...at(0, [0, 0], [1, 0], [0, 1], [1, 1]), ...at(1, [5, 5], [6, 6], [5, 6])]
    expect([...regionsOf(nodes).keys()]).toEqual([0])
  })

  it('have a name that fades when they fill the view, later where they were large from the beginning', () => {
    expect(strengthOf(0.1, 0.1)).toBe(1)
    expect(strengthOf(2, 0.1)).toBe(0)
    expect(strengthOf(0.55, 0.1)).toBeLessThan(1)
    expect(strengthOf(0.55, 0.1)).toBeGreaterThan(0)
    expect(strengthOf(0.55, 0.5)).toBe(1)
  })
})
