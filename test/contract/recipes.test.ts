import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { table } from '../../commands/output.ts'
import { PACKAGE_ROOT } from '../../package-root.ts'
import { sampleGraph } from './sample-graph.ts'
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
