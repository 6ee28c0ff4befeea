import { beforeAll, describe, expect, it } from 'vitest'
import { createExtractor } from '../../ingest/extract/extract.ts'
import type { Extraction } from '../../ingest/extraction.ts'
import { resolve } from '../../ingest/resolve/resolve.ts'
import { SAMPLE_FILE } from '../../ingest/sample/sample.ts'
import { papers } from '../extract/corpus.ts'

const all: Extraction[] = []
beforeAll(async () => {
  const extractor = createExtractor()
  for await (const paper of papers(1, SAMPLE_FILE)) all.push(extractor.extract(paper))
})

describe('papers of a resolution', () => {
  it('are the same whether extractions are read by place or gone through', () => {
    const through = [...resolve(() => all).papers()]
    const byPlace = resolve(Object.assign(() => all, { at: (place: number) => all[place] }))
    expect(through.length).toBeGreaterThan(50)
    expect([...byPlace.papers()]).toEqual(through)
  })

  it('are refused when one is gone', () => {
    const pile = Object.assign(() => all, { at: () => undefined })
    expect(() => [...resolve(pile).papers()]).toThrow(/is gone/)
  })
})
