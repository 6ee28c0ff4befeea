import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frameBeside, frameOf, isFree, stretchOf } from '../../web/client/graph/view-frame.ts'

const SIZE = { width: 1000, height: 800 }
const FREE = { left: 0, top: 0, right: 400, bottom: 0 }

describe('framing places', () => {
  it('has nothing to frame without places', () => {
    expect(frameOf([], SIZE, FREE, 1)).toBeUndefined()
  })

  it('brings all places into what is free', () => {
    const place = fc.record({ x: fc.integer({ min: -5000, max: 5000 }), y: fc.integer({ min: -5000, max: 5000 }) })
    const holds = fc.property(fc.array(place, { minLength: 1, maxLength: 9 }), (places) => {
      const frame = frameOf(places, SIZE, FREE, 1)
      const { factor = 1, from = { x: 0, y: 0 }, to = { x: 0, y: 0 } } = frame ?? {}
      for (const { x, y } of places) {
        const moved = { x: to.x + (x - from.x) / factor, y: to.y + (y - from.y) / factor }
        expect(moved.x).toBeGreaterThanOrEqual(-1e-6)
        expect(moved.x).toBeLessThanOrEqual(600 + 1e-6)
        expect(moved.y).toBeGreaterThanOrEqual(-1e-6)
        expect(moved.y).toBeLessThanOrEqual(800 + 1e-6)
      }
    })
    fc.assert(holds)
  })

  it('does not go nearer than a third of the whole for a single place', () => {
    expect(frameOf([{ x: 1, y: 1 }], SIZE, FREE, 0.7)?.factor).toBeCloseTo(0.5)
  })

  it('goes round what lies in a corner, where one of a few places would be under it', () => {
    const corner = { right: 300, top: 400 }
    const free = { left: 50, top: 0, right: 0, bottom: 0 }
    const placed = (places: { x: number; y: number }[]) => {
      const frame = frameBeside(corner, places, SIZE, free, 1)
      if (frame === undefined) throw new Error('there is no frame')
      const { factor, from, to } = frame
      return places.map(({ x, y }) => ({ x: to.x + (x - from.x) / factor, y: to.y + (y - from.y) / factor }))
    }
    const [low, high] = placed([
      { x: 0, y: 700 },
      { x: 900, y: 0 },
    ])
    expect(low?.x).toBeCloseTo(300)
    expect(high?.x).toBeCloseTo(1000)
    const above = placed([
      { x: 0, y: 0 },
      { x: 900, y: 100 },
    ])
    expect(above[0]?.x).toBeCloseTo(50)
    // What many show is the whole, not each.
    const many = placed(Array.from({ length: 50 }, (_, at) => ({ x: 18 * at, y: 700 - 14 * at })))
    expect(many[0]?.x).toBeCloseTo(50)
  })

  it('knows what lies under a panel', () => {
    expect([isFree({ x: 599, y: 5 }, SIZE, FREE), isFree({ x: 601, y: 5 }, SIZE, FREE)]).toEqual([true, false])
  })
})

describe('stretching a layout', () => {
  it('widens it for a wide canvas and heightens it for a narrow one, within reason', () => {
    const square = { width: 1, height: 1 }
    expect(stretchOf(square, { width: 1400, height: 1000 })).toEqual({ x: 1.4, y: 1 })
    expect(stretchOf(square, { width: 1000, height: 1250 })).toEqual({ x: 1, y: 1.25 })
    expect(stretchOf(square, { width: 5000, height: 100 }).x).toBe(1.5)
    expect(stretchOf({ width: 0, height: 0 }, { width: 900, height: 900 })).toEqual({ x: 1, y: 1 })
  })
})
