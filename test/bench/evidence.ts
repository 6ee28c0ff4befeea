import { createExtractor } from '../../ingest/extract/extract.ts'
import { papers } from '../extract/corpus.ts'
import { faultsOf } from '../extract/faults.ts'

const SHOWN = 20

/** Extracts from every paper and looks every mention and score up in the paper's text. */
export async function checkEvidence(): Promise<boolean> {
  const extractor = createExtractor()
  const counts = { papers: 0, entities: 0, mentions: 0, scores: 0, faults: 0 }
  for await (const paper of papers()) {
    const extraction = extractor.extract(paper)
    counts.papers += 1
    counts.entities += extraction.entities.length
    counts.mentions += extraction.entities.reduce((sum, { mentions }) => sum + mentions.length, 0)
    counts.scores += extraction.scores.length
    for (const fault of faultsOf(paper, extraction)) {
      counts.faults += 1
      if (counts.faults <= SHOWN) console.log(`${paper.id}: ${fault}`)
    }
    if (counts.papers % 10_000 === 0) console.log(counts)
  }
  console.log(counts)
  return counts.faults === 0
}
