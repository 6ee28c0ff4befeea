import { describe, expect, it } from 'vitest'
import { FeatureList } from '../../../ingest/extract/model/feature-list.ts'
import { HASH_START, HashSet, hashOn, hashText, mix } from '../../../ingest/extract/model/hashing.ts'

describe('hashes', () => {
  it('are those of FNV-1a', () => {
    // Of the authors' test vectors: "", "a", "foobar".
    expect([hashText(''), hashText('a'), hashText('foobar')].map((hash) => hash >>> 0)).toEqual([
      0x811c9dc5, 0xe40c292c, 0xbf9cf968,
    ])
  })

  it('go on from where a text stopped', () => {
    expect(hashOn(hashOn(HASH_START, 'foo'), 'bar')).toBe(hashText('foobar'))
  })

  it('are found in a set, also zero', () => {
    const hashes = [0, 1, -1, 4, 8, 12, 2 ** 31 - 1]
    const set = new HashSet(hashes, hashes.length)
    expect(hashes.every((hash) => set.has(hash))).toBe(true)
    expect([2, -2, 16].some((hash) => set.has(hash))).toBe(false)
    expect(new HashSet([], 0).has(0)).toBe(false)
  })
})

describe('a list of features', () => {
  it('keeps each once, in order, until it is cleared', () => {
    const list = new FeatureList()
    list.add(1, 2)
    list.text(3, 'word')
    list.add(1, 2)
    expect([...list.hashes]).toEqual([mix(1, 2), mix(3, hashText('word'))])
    list.clear()
    expect(list.hashes.length).toBe(0)
    list.add(1, 2)
    expect(list.hashes.length).toBe(1)
  })

  it('stops taking more instead of growing without end', () => {
    const list = new FeatureList()
    for (let value = 0; value < 5_000; value++) list.add(9, value)
    expect(list.hashes.length).toBe(2_048)
  })
})
