import { describe, expect, it } from 'vitest'
import { isInside } from '../../web/client/graph/inside.ts'

const at = (x: number, y: number) => ({ x, y })

describe('a line drawn around nodes', () => {
  it('holds what lies inside it', () => {
    const square = [at(0, 0), at(10, 0), at(10, 10), at(0, 10)]
    expect([at(5, 5), at(1, 9), at(11, 5), at(5, -1), at(-3, 5)].map((each) => isInside(each, square))).toEqual([
      ...[true, true, false, false, false],
    ])
  })

  it('leaves out what lies in its bays', () => {
    const horseshoe = [at(0, 0), at(9, 0), at(9, 9), at(6, 9), at(6, 3), at(3, 3), at(3, 9), at(0, 9)]
    expect([at(1, 8), at(4.5, 6), at(8, 8), at(4.5, 1)].map((each) => isInside(each, horseshoe))).toEqual([
      ...[true, false, true, true],
    ])
  })

  it('holds nothing while it is a point', () => {
    expect(isInside(at(1, 1), [at(1, 1)])).toBe(false)
    expect(isInside(at(1, 1), [])).toBe(false)
  })
})
