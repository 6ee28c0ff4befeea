import { createExtractor } from '../../ingest/extract/extract.ts'
import type { Extraction } from '../../ingest/extraction.ts'
import type { Resolution } from '../../ingest/resolve/resolution.ts'
import { resolve } from '../../ingest/resolve/resolve.ts'
import { hasCorpus, papers } from '../extract/corpus.ts'

const CORPUS_PAPERS = 100_000

/** The graph of so many papers spread over the corpus, or of the bundled sample where that is all there is. */
export async function resolvedPapers(count: number): Promise<Resolution> {
  const extractor = createExtractor()
  const extractions: Extraction[] = []
  for await (const paper of papers(hasCorpus ? Math.max(1, Math.floor(CORPUS_PAPERS / count)) : 1)) {
    extractions.push(extractor.extract(paper))
    if (extractions.length % 5_000 === 0) console.log(`extracted ${extractions.length} papers`)
    if (extractions.length === count) break
  }
  return resolve(() => extractions.values())
}
