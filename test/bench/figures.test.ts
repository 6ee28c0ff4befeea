import { describe, expect, it } from 'vitest'
import { growth, median } from './figures.ts'

describe('median', () => {
  it('is the middle value, or the mean of the two in the middle', () => {
    expect(median([9, 1, 100])).toBe(9)
    expect(median([4, 1, 100, 2])).toBe(3)
    expect(() => median([])).toThrow(RangeError)
  })
})

describe('growth', () => {
  it('is the power of the size that the cost goes with', () => {
    expect(growth([1, 2, 4, 8], [3, 6, 12, 24])).toBeCloseTo(1)
    expect(growth([10, 20, 40], [5, 20, 80])).toBeCloseTo(2)
    expect(growth([1, 2, 4], [7, 7, 7])).toBeCloseTo(0)
  })
})
