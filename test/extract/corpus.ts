import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { PaperRecord } from '../../ingest/paper.ts'
import { SAMPLE_FILE } from '../../ingest/sample/sample.ts'
import { readSources } from '../../ingest/sources/read.ts'
import { PACKAGE_ROOT } from '../../package-root.ts'

const CORPUS = join(PACKAGE_ROOT, '..', 'shared', 'corpora', 'papers-100k.jsonl.gz')

/** Whether the corpus of 100,000 papers, which is no part of the repository, lies beside it. */
export const hasCorpus: boolean = existsSync(CORPUS)

/** The corpus where it is there, else the bundled sample. */
const LARGEST = hasCorpus ? CORPUS : SAMPLE_FILE

/**
 * Papers as a reader gives them, of the largest file there is or of another.
 * @param every one paper in so many, spread over the whole
 */
export async function* papers(every = 1, path = LARGEST): AsyncGenerator<PaperRecord> {
  let at = 0
  for await (const item of readSources([path], { format: 'jsonl' })) {
    if ('paper' in item && at++ % every === 0) yield item.paper
  }
}
