import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbedded } from '../../queries/store/embedded.ts'
import type { GraphChanges } from '../../queries/store/store.ts'

export interface TestFolder {
  path: string
  /** Writes a graph file and moves the pointer to it, as an ingest does; files of versions before go away. */
  publish(version: string, changes: GraphChanges): Promise<void>
  remove(): void
}

/** A data folder with a pointer and graph files and nothing else. */
export function makeDataFolder(): TestFolder {
  const path = mkdtempSync(join(tmpdir(), 'papergraph-reader-'))
  return {
    path,
    async publish(version, changes) {
      const graph = `graph-${version}.grafeo`
      const store = await openEmbedded(join(path, graph), 'create')
      await store.ensureSchema()
      await store.write(changes)
      await store.close()
      const pointer = { graph, version, extractor: 'test', logBytes: 0, curation: '' }
      writeFileSync(join(path, 'pointer.json.new'), JSON.stringify(pointer))
      renameSync(join(path, 'pointer.json.new'), join(path, 'pointer.json'))
      for (const file of readdirSync(path)) {
        if (file.startsWith('graph-') && file !== graph) rmSync(join(path, file), { recursive: true, force: true })
      }
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}

/** A paper and `count` concepts that it uses, all of which say which version they are of. */
export function versionOf(version: string, count: number): GraphChanges {
  const names = Array.from({ length: count }, (_, index) => `thing ${index}`)
  return {
    nodes: [
      { id: 'test:1', labels: ['Paper'], properties: { title: version, abstract: '', authors: [] } },
      ...names.map((name) => ({
        id: name,
        labels: ['Concept' as const, 'Method' as const],
        properties: { name: `${name} of ${version}`, type: 'method', aliases: [], papers: 1 },
      })),
    ],
    relationships: names.map((name) => ({
      type: 'USES' as const,
      from: 'test:1',
      to: name,
      key: 'method',
      properties: { as: 'method', sentence: version, confidence: 1 },
    })),
    removedNodes: [],
    removedRelationships: [],
  }
}
