import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createExtractor } from '../../ingest/extract/extract.ts'
import { ExtractionCache } from '../../ingest/load/cache.ts'
import { extractNew } from '../../ingest/load/extract-new.ts'
import { ExtractPool } from '../../ingest/load/extract-pool.ts'
import type { PaperRecord } from '../../ingest/paper.ts'

/** Enough that threads are worth while, the last one a text that is there already. */
const papers = Array.from({ length: 450 }, (_, number): PaperRecord => {
  const name = `Net${number % 449}`
  return {
    id: `x:${number}`,
    title: `${name}: a model for question answering`,
    abstract: `We propose ${name}, a transformer that reaches ${number % 449}.5% accuracy on SQuAD 2.0.`,
    authors: [],
    source: 'test',
  }
})
const extractor = createExtractor()
const texts = papers.map((paper) => ({ hash: extractor.hash(paper), read: () => paper }))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'papergraph-extract-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function extracted(threads: number): Promise<{ results: unknown[]; told: number[]; kept: number }> {
  const cache = new ExtractionCache(join(folder, String(threads)), extractor.version)
  const told: number[] = []
  await extractNew(texts, cache, extractor, threads, (done) => told.push(done))
  const results = texts.map(({ hash, read }) => cache.join(read(), hash))
  cache.close()
  const lines = readFileSync(join(folder, String(threads), readdirSync(join(folder, String(threads)))[0] ?? ''), 'utf8')
  return { results, told, kept: lines.trimEnd().split('\n').length }
}

describe('extracting what is new', () => {
  it('finds the same in threads as in one, each text once', async () => {
    expect(ExtractPool.isThere, 'run `npm run build` first').toBe(true)
    const alone = await extracted(1)
    const together = await extracted(2)
    expect(together.results).toEqual(alone.results)
    expect(alone.results).toEqual(papers.map((paper) => extractor.extract(paper)))
    expect([alone.told.at(-1), together.told.at(-1)]).toEqual([450, 450])
    expect([alone.kept, together.kept]).toEqual([449, 449])
    // Threads tell of piles, one thread of each text.
    expect(together.told.length).toBeLessThan(alone.told.length / 10)
  })

  it('extracts nothing again that the cache holds', async () => {
    const cache = new ExtractionCache(folder, extractor.version)
    await extractNew(texts.slice(0, 3), cache, extractor, 1, () => undefined)
    const refusing = {
      ...extractor,
      extract: () => {
        throw new Error('extracted again')
      },
    }
    await extractNew(texts.slice(0, 3), cache, refusing, 1, () => undefined)
    cache.close()
  })

  it('ends with the error of a thread that fails', async () => {
    const pool = new ExtractPool(1)
    const bad = { id: 'x:bad' } as PaperRecord
    await expect(pool.extract([bad])).rejects.toThrow()
    await pool.close()
  })
})
