import { describe, expect, it } from 'vitest'
import { decodeWeights, encodeWeights, under, within } from '../../../ingest/extract/model/weights-file.ts'

const weights = {
  hashes: Int32Array.of(-5, 7, 2 ** 31 - 1),
  linear: Int8Array.of(-127, 0, 127),
  scales: Float32Array.of(0.25),
}

describe('a weights file', () => {
  it('gives back what was written, and the same bytes for the same weights', () => {
    const bytes = encodeWeights(weights)
    expect(decodeWeights(bytes, 'x')).toEqual(weights)
    expect(encodeWeights(weights).equals(bytes)).toBe(true)
  })

  it('tells in its first line what it is', () => {
    const [line = ''] = encodeWeights(weights).toString('latin1').split('\n')
    expect(JSON.parse(line)).toMatchObject({
      format: 'papergraph-weights',
      version: 1,
      arrays: [
        { name: 'hashes', kind: 'i32', length: 3 },
        { name: 'linear', kind: 'i8', length: 3 },
        { name: 'scales', kind: 'f32', length: 1 },
      ],
    })
  })

  it('is refused where one byte differs, it is cut short, another version or no such file', () => {
    const bytes = encodeWeights(weights)
    const changed = Buffer.from(bytes)
    changed[bytes.length - 9] = (changed[bytes.length - 9] ?? 0) ^ 1
    const other = Buffer.from(bytes.toString('latin1').replace('"version":1', '"version":9'), 'latin1')
    for (const bad of [changed, bytes.subarray(0, -8), other, Buffer.from('no weights'), Buffer.alloc(0)])
      expect(() => decodeWeights(bad, 'tables/weights.bin')).toThrow(
        'tables/weights.bin is damaged or of another version: install papergraph again.',
      )
  })

  it('holds the arrays of several models', () => {
    const both = { ...within('a', { x: Int8Array.of(1) }), ...within('b', { x: Int8Array.of(2) }) }
    expect(under(both, 'b')).toEqual({ x: Int8Array.of(2) })
  })
})
