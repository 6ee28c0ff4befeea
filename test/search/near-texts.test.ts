import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from '../../queries/search/edit-distance.ts'
import { NearTexts } from '../../queries/search/near-texts.ts'
import { TextTable } from '../../queries/search/text-table.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '漢', '🙂', '7'), maxLength: 9 })

describe('a table of texts', () => {
  it('gives back every text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        const table = new TextTable(texts)
        expect(texts.map((_, place) => table.at(place))).toEqual(texts)
        expect([table.length, table.at(texts.length)]).toEqual([texts.length, ''])
      }),
    )
  })
})

describe('near texts', () => {
  it('are just those within the limit, the nearest first', () => {
    fc.assert(
      fc.property(fc.array(word), word, fc.integer({ min: 1, max: 2 }), (texts, asked, limit) => {
        const distances = texts.map((text, place) => ({ place, distance: editDistance(asked, text, limit) }))
        const expected = distances
          .filter(({ distance }) => distance <= limit)
          .sort((a, b) => a.distance - b.distance || a.place - b.place)
        expect(new NearTexts(new TextTable(texts)).near(asked, limit)).toEqual(expected.map(({ place }) => place))
      }),
    )
  })
})
