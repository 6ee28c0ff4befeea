import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LabelWish, placeLabels } from '../../web/client/graph/label-places.ts'

const AREA = { left: 0, top: 0, right: 800, bottom: 600 }
const wish = (id: string, x: number, y: number, more: Partial<LabelWish> = {}): LabelWish => ({
  ...{ id, x, y, radius: 6, width: 80, height: 16, isForced: false, isGreat: false },
  ...more,
})

describe('placing labels', () => {
  it('puts a label to the right of its node when there is room', () => {
    expect(placeLabels([wish('a', 100, 100)], [], AREA, 9)).toEqual([{ id: 'a', x: 111, y: 100 }])
  })

  it('goes to the left at the right edge', () => {
    expect(placeLabels([wish('a', 790, 100)], [], AREA, 9)).toEqual([{ id: 'a', x: 699, y: 100 }])
  })

  it('never lets two labels overlap, nor leave the area', () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 600 }) })
    const holds = fc.property(fc.array(place, { maxLength: 60 }), fc.boolean(), (places, isGreat) => {
      const wishes = places.map(({ x, y }, at) => wish(`n${at}`, x, y, { isGreat }))
      const boxes = placeLabels(wishes, [], AREA, 40).map(({ x, y }) => ({ x, y, right: x + 80 }))
      for (const [at, a] of boxes.entries()) {
        expect(a.x >= 0 && a.right <= 800 && a.y >= 8 && a.y <= 592).toBe(true)
        for (const b of boxes.slice(at + 1))
          expect(a.x < b.right && b.x < a.right && Math.abs(a.y - b.y) < 16).toBe(false)
      }
    })
    fc.assert(holds)
  })

  it('leaves a label out rather than cover a node, unless its name is great', () => {
    const wall = { left: 0, top: 0, right: 800, bottom: 600, isSmall: true }
    expect(placeLabels([wish('a', 400, 300)], [wall], AREA, 9)).toEqual([])
    expect(placeLabels([wish('a', 400, 300, { isGreat: true })], [wall], AREA, 9)).toHaveLength(1)
  })

  it('always places what is forced, beyond the limit and over another', () => {
    const same = [wish('a', 10, 10), wish('b', 10, 10, { isForced: true, width: 900 })]
    expect(placeLabels(same, [], AREA, 1).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('keeps to the limit, the first wishes first', () => {
    const wishes = [wish('a', 100, 100), wish('b', 100, 300), wish('c', 100, 500)]
    expect(placeLabels(wishes, [], AREA, 2).map(({ id }) => id)).toEqual(['a', 'b'])
  })
})
