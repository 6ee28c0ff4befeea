import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createExtractor } from '../../ingest/extract/extract.ts'
import { ExtractionCache, foundLine } from '../../ingest/load/cache.ts'
import type { PaperRecord } from '../../ingest/paper.ts'

const paper: PaperRecord = {
  id: 'x:1',
  title: 'Testing BERT on ImageNet',
  abstract: 'We evaluate BERT on ImageNet and release it at https://github.com/example/testing-bert.',
  authors: ['Ada Example'],
  source: 'test',
}
const extractor = createExtractor()
const extraction = extractor.extract(paper)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'papergraph-cache-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function reopened<Answer>(work: (cache: ExtractionCache) => Answer): Answer {
  const cache = new ExtractionCache(folder, 'test-1')
  try {
    return work(cache)
  } finally {
    cache.close()
  }
}

/** What is alive on the heap after a collection, in megabytes. */
function heapMegabytes(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed / 2 ** 20
}

describe('the extraction cache', () => {
  it('gives back the whole extraction after it was opened again', () => {
    reopened((cache) => cache.add(foundLine(extraction)))
    expect(reopened((cache) => cache.join(paper, extraction.hash))).toEqual(extraction)
  })

  it('holds no line in memory', () => {
    const before = heapMegabytes()
    const held = reopened((cache) => {
      const filler = 'x'.repeat(50_000)
      for (let at = 0; at < 1000; at++)
        cache.add(foundLine({ ...extraction, hash: `${at}`.padStart(64, '0'), extractor: filler }))
      const megabytes = heapMegabytes() - before
      expect(cache.has('7'.padStart(64, '0'))).toBe(true)
      return megabytes
    })
    // The lines are 50 MB.
    expect(held).toBeLessThan(10)
  })

  it('counts what a text names without reading its line, and also where the line does not say', () => {
    const expected = { method: 0, model: 0, benchmark: 0, topic: 0, repo: 0 }
    for (const { type } of extraction.entities) expected[type] += 1
    expect(expected.repo).toBe(1)
    reopened((cache) => cache.add(foundLine(extraction)))
    expect(reopened((cache) => cache.counts(extraction.hash))).toEqual(expected)
    const { entities, scores } = extraction
    const older = JSON.stringify({ hash: 'f00', extractor: extractor.version, entities, scores })
    appendFileSync(join(folder, 'test-1.jsonl'), `${older}\n`)
    expect(reopened((cache) => cache.counts('f00'))).toEqual(expected)
  })

  it('says so when it is asked for a text that was never extracted', () => {
    expect(() => reopened((cache) => cache.join(paper, 'absent'))).toThrow(/absent was not extracted/)
  })
})
