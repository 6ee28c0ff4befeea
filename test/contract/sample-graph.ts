import { createExtractor } from '../../ingest/extract/extract.ts'
import type { Extraction } from '../../ingest/extraction.ts'
import { resolve } from '../../ingest/resolve/resolve.ts'
import { SAMPLE_FILE } from '../../ingest/sample/sample.ts'
import { readSources } from '../../ingest/sources/read.ts'
import type { GraphChanges } from '../../queries/store/store.ts'

/** The graph of the bundled sample as one write, its papers numbered as if two ingests had brought a half each. */
export async function sampleGraph(): Promise<GraphChanges> {
  const extractor = createExtractor()
  const extractions: Extraction[] = []
  for await (const item of readSources([SAMPLE_FILE], {}))
    if ('paper' in item) extractions.push(extractor.extract(item.paper))
  const { nodes, variants, papers } = resolve(() => extractions)
  const all = [...papers()]
  return {
    nodes: [
      ...nodes,
      ...all.map(({ paper }, at) => {
        const ingest = at * 2 < all.length ? 1 : 2
        return { ...paper, properties: { ...paper.properties, ingest } }
      }),
    ],
    relationships: [...all.flatMap(({ relationships }) => relationships), ...variants],
    removedNodes: [],
    removedRelationships: [],
  }
}
