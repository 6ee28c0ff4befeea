import { parentPort } from 'node:worker_threads'
import { createExtractor } from '../extract/extract.ts'
import type { PaperRecord } from '../paper.ts'
import { foundLine } from './cache.ts'

/** One thread of an ExtractPool: papers in, for each the line that the extraction cache keeps of it. */

const extractor = createExtractor()

parentPort?.on('message', (papers: PaperRecord[]) => {
  parentPort?.postMessage(papers.map((paper) => foundLine(extractor.extract(paper))))
})
