import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareCodePoints } from '../../queries/store/code-points.ts'

describe('the order of code points', () => {
  it('puts an emoji behind full-width letters, unlike the order of UTF-16 units', () => {
    expect(compareCodePoints('\u{1F600}', '\uFF21')).toBeGreaterThan(0)
    expect('\u{1F600}' < '\uFF21').toBe(true)
  })

  it('is the order of UTF-8 bytes for any two strings', () => {
    const text = fc.string({ unit: 'binary', maxLength: 6 })
    fc.assert(
      fc.property(text, text, text, (start, a, b) => {
        const [left, right] = [start + a, start + b]
        expect(Math.sign(compareCodePoints(left, right))).toBe(Buffer.compare(Buffer.from(left), Buffer.from(right)))
      }),
    )
  })
})
