import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseText } from '../../ingest/sources/normalise.ts'
import { HOSTILE } from '../bench/hostile.ts'
import { faultsOf } from './faults.ts'
import { longText, repeatedText, shortText } from './odd-text.ts'
import { extractor, paperOf } from './papers.ts'

/** How much was found in all, so that a fuzz of texts in which there is nothing to find would be noticed. */
const found = { mentions: 0, scores: 0 }

function check(abstract: string, title: string): void {
  const paper = paperOf(abstract, title)
  const extraction = extractor.extract(paper)
  expect(faultsOf(paper, extraction)).toEqual([])
  found.mentions += extraction.entities.flatMap((entity) => entity.mentions).length
  found.scores += extraction.scores.length
}

describe('the extractor, given 10,000 odd texts', { timeout: 180_000 }, () => {
  it('says only what stands in them: 7,000 of odd pieces', () => {
    fc.assert(fc.property(shortText, shortText, check), { numRuns: 7000 })
    expect(found.mentions).toBeGreaterThan(7000)
    expect(found.scores).toBeGreaterThan(0)
  })

  it('says only what stands in them: 1,950 of repeated pieces', () => {
    fc.assert(fc.property(repeatedText, shortText, check), { numRuns: 1950 })
  })

  it('says only what stands in them: 1,000 as readers give them', () => {
    fc.assert(
      fc.property(shortText, shortText, (abstract, title) => check(normaliseText(abstract), normaliseText(title))),
      { numRuns: 1000 },
    )
  })

  it('says only what stands in them: 50 of 50,000 characters', () => {
    fc.assert(fc.property(longText, shortText, check), { numRuns: 50 })
  })

  it.each(Object.entries(HOSTILE))('comes back from 50,000 characters of %s', (_, piece) => {
    check(piece.repeat(50_000 / piece.length), 'A study')
    check('', piece.repeat(10_000 / piece.length))
  })

  it('finds in a text the same again, and in an equal record', () => {
    fc.assert(
      fc.property(shortText, shortText, (abstract, title) => {
        expect(extractor.extract(paperOf(abstract, title))).toEqual(extractor.extract(paperOf(abstract, title)))
      }),
      { numRuns: 300 },
    )
  })
})
