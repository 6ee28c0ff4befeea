import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { PaperRecord } from '../../ingest/paper.ts'
import { SAMPLE_FILE } from '../../ingest/sample/sample.ts'
import { lines } from '../../ingest/sources/lines.ts'
import { fileBytes, plainBytes } from '../../ingest/sources/open.ts'
import { paperFrom } from '../../ingest/sources/record.ts'
import { PACKAGE_ROOT } from '../../package-root.ts'

const CORPUS = join(PACKAGE_ROOT, '..', 'shared', 'corpora', 'papers-100k.jsonl.gz')

/** Whether the corpus of 100,000 papers, which is no part of the repository, lies beside it. */
export const hasCorpus: boolean = existsSync(CORPUS)

/** The corpus where it is there, else the bundled sample. */
const LARGEST = hasCorpus ? CORPUS : SAMPLE_FILE

/**
 * Papers as the reader of JSON Lines gives them, of the largest file there is or of another.
 * @param every one line in so many, spread over the whole; the others are not even parsed
 */
export async function* papers(every = 1, path = LARGEST): AsyncGenerator<PaperRecord> {
  for await (const { number, text } of lines(plainBytes(fileBytes(path, () => undefined)))) {
    if ((number - 1) % every !== 0) continue
    const paper = paperFrom(JSON.parse(text), 'bench')
    if (typeof paper === 'string') throw new Error(`${path}, line ${number}: ${paper}`)
    yield paper
  }
}
