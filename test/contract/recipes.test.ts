import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { table } from '../../commands/output.ts'
import { createExtractor } from '../../ingest/extract/extract.ts'
import type { Extraction } from '../../ingest/extraction.ts'
import { resolve } from '../../ingest/resolve/resolve.ts'
import { SAMPLE_FILE } from '../../ingest/sample/sample.ts'
import { readSources } from '../../ingest/sources/read.ts'
import { PACKAGE_ROOT } from '../../package-root.ts'
import type { GraphChanges } from '../../queries/store/store.ts'
import { describeStores } from './stores.ts'

const PAGE = join(PACKAGE_ROOT, 'queries', 'GRAPH-MODEL.md')
const RECIPE = /^\$ npx papergraph cypher "\n((?:> .*\n)+)([\s\S]*?)^```$/gm

/** The statements of the page, each with the table that it shows. */
function recipes(): { statement: string; shown: string }[] {
  return Array.from(readFileSync(PAGE, 'utf8').matchAll(RECIPE), ([, lines = '', shown = '']) => ({
    statement: lines.replaceAll(/^> /gm, '').trimEnd().replace(/"$/, ''),
    shown: shown.trimEnd(),
  }))
}

async function sampleGraph(): Promise<GraphChanges> {
  const extractor = createExtractor()
  const extractions: Extraction[] = []
  for await (const item of readSources([SAMPLE_FILE], {}))
    if ('paper' in item) extractions.push(extractor.extract(item.paper))
  const { nodes, variants, papers } = resolve(() => extractions)
  const graphs = [...papers()]
  return {
    nodes: [...nodes, ...graphs.map(({ paper }) => paper)],
    relationships: [...graphs.flatMap(({ relationships }) => relationships), ...variants],
    removedRelationships: [],
    removedNodes: [],
  }
}

describeStores('the recipes of the graph-model page', (store) => {
  it('give on both stores what the page shows', async () => {
    const all = recipes()
    expect(all.length).toBeGreaterThanOrEqual(10)
    await store().write(await sampleGraph())
    for (const { statement, shown } of all) {
      const { columns, rows } = await store().query(statement)
      expect(table(columns, rows), statement).toBe(shown)
    }
  })
})
