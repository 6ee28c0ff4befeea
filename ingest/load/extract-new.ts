import type { Extractor } from '../extract/extractor.ts'
import type { PaperRecord } from '../paper.ts'
import { type ExtractionCache, foundLine } from './cache.ts'
import { ExtractPool } from './extract-pool.ts'

/** A text that the cache may lack. */
export interface Text {
  hash: string
  read(): PaperRecord
}

/** Of fewer texts, starting threads takes longer than they save. */
const WORTH_THREADS = 400
/** Papers that a thread is given at once: large enough that handing them over costs nothing, small enough for progress. */
const PILE = 50
/** Piles on their way for each thread, so that none waits for the next. */
const AHEAD = 2

/**
 * Extracts every text that the cache lacks and keeps what was found. With `threads` above 1 that many threads share the work, all
 * with the extractor that the package comes with. `onDone` is told how many texts are done.
 */
export async function extractNew(
  texts: Iterable<Text>,
  cache: ExtractionCache,
  extractor: Extractor,
  threads: number,
  onDone: (texts: number) => void,
): Promise<void> {
  const missing: Text[] = []
  const queued = new Set<string>()
  let done = 0
  for (const text of texts) {
    if (cache.has(text.hash) || queued.has(text.hash)) {
      onDone(++done)
      continue
    }
    queued.add(text.hash)
    missing.push(text)
  }
  if (threads > 1 && missing.length >= WORTH_THREADS && ExtractPool.isThere) {
    await extractInThreads(missing, cache, threads, (more) => {
      done += more
      onDone(done)
    })
    return
  }
  for (const text of missing) {
    cache.add(foundLine(extractor.extract(text.read())))
    onDone(++done)
  }
}

async function extractInThreads(
  missing: readonly Text[],
  cache: ExtractionCache,
  threads: number,
  onMore: (texts: number) => void,
): Promise<void> {
  const pool = new ExtractPool(threads)
  let next = 0
  const takers = Array.from({ length: threads * AHEAD }, async () => {
    while (next < missing.length) {
      const pile = missing.slice(next, next + PILE)
      next += PILE
      const lines = await pool.extract(pile.map((text) => text.read()))
      for (const line of lines) cache.add(line)
      onMore(lines.length)
    }
  })
  try {
    await Promise.all(takers)
  } finally {
    await pool.close()
  }
}
