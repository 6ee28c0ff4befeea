import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../package-root.ts'
import { digest } from '../../queries/store/digest.ts'
import { openStore } from '../../queries/store/open.ts'
import type { GraphChanges } from '../../queries/store/store.ts'
import { openGraphWriter } from '../../queries/store/writer/graph-writer.ts'
import { TEST_GRAPH } from './graph-writer-graph.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'papergraph-writer-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const meta = { folder: 'f', schema: 1, extractor: 'e', version: 'v', logBytes: 7, updating: false }
const missingEnd: GraphChanges = {
  nodes: [],
  relationships: [{ type: 'LINKS_TO', from: 'x:none', to: 'github.com/no/body', key: '', properties: { own: true } }],
  removedRelationships: [],
  removedNodes: [],
}

async function written(isLarge: boolean): Promise<{ graph: string; scanned: string; meta: unknown }> {
  const path = join(folder, `graph-${isLarge}`)
  const writer = await openGraphWriter(path, 'create', isLarge)
  await writer.ensureSchema()
  await Promise.all([writer.write(TEST_GRAPH.nodes), writer.write(TEST_GRAPH.relationships)])
  await writer.writeMeta(meta)
  const scanned = await digest(writer)
  await writer.close()
  const store = await openStore({ kind: 'embedded', path, mode: 'read' })
  const result = { graph: await digest(store), scanned, meta: await store.readMeta() }
  await store.close()
  return result
}

describe('writing a graph file', () => {
  it('comes to the same in a process of its own as in this one', async () => {
    expect(existsSync(join(PACKAGE_ROOT, 'dist', 'cli.js')), 'run `npm run build` first').toBe(true)
    const [here, there] = [await written(false), await written(true)]
    expect(there).toEqual(here)
    expect(there).toMatchObject({ scanned: there.graph, meta })
  })

  it('fails with the store’s own error and goes on', async () => {
    const writer = await openGraphWriter(join(folder, 'graph'), 'create', true)
    await writer.ensureSchema()
    await expect(writer.write(missingEnd)).rejects.toThrow(/ends of the others are not in the graph/)
    await writer.write(TEST_GRAPH.nodes)
    await writer.close()
    await expect(writer.write(TEST_GRAPH.nodes)).rejects.toThrow(/process that writes the graph failed/)
  })

  it('refuses a file that is not there as opening it here would', async () => {
    const opening = openGraphWriter(join(folder, 'absent'), 'write', true)
    await expect(opening).rejects.toMatchObject({ code: 'data-folder' })
  })
})
