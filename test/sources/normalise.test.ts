import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseText } from '../../ingest/sources/normalise.ts'

describe('normaliseText', () => {
  it('turns lone surrogates into U+FFFD and keeps pairs', () => {
    expect(normaliseText('a\uD800b\uDC00c 😀')).toBe('a\uFFFDb\uFFFDc 😀')
  })

  it('composes letters and makes one space of white space and control characters', () => {
    expect(normaliseText('\u0000 cafe\u0301\r\n\t au\u00A0\u3000lait\u0007\u2028')).toBe('café au lait')
  })

  it('drops byte order marks, soft hyphens and direction marks', () => {
    expect(normaliseText('\uFEFFtrans\u00ADformer\u202E s\u200B')).toBe('transformer s')
  })

  it('keeps markup and queries as text', () => {
    const text = '<b>x</b> MATCH (n) DETACH DELETE n &amp; {{y}}'
    expect(normaliseText(text)).toBe(text)
  })

  it('changes nothing the second time', () => {
    const anyText = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
      .map((codes) => String.fromCharCode(...codes))
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normaliseText(text)
        expect(normaliseText(once)).toBe(once)
        expect(once).not.toMatch(/[\p{Cc}\p{Surrogate}]|^\s|\s$|\s\s/u)
      }),
    )
  })
})
