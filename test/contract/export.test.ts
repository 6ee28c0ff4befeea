import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import grafeo from '@grafeo-db/js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cypherScript } from '../../queries/export/cypher-script.ts'
import type { ExportGraph } from '../../queries/export/graph.ts'
import { importCommand, neo4jImport } from '../../queries/export/neo4j-import.ts'
import type { GraphNode, GraphRelationship } from '../../queries/model.ts'
import { openReader } from '../../queries/open-reader.ts'
import type { GraphReader, RawParameters } from '../../queries/reader.ts'
import { openEmbedded } from '../../queries/store/embedded.ts'
import { openNeo4j } from '../../queries/store/neo4j.ts'
import type { GraphStore } from '../../queries/store/store.ts'
import { exportGraph, NODES, RELATIONSHIPS, textOf } from '../export/world.ts'
import { startNeo4j, type TestNeo4j } from '../neo4j/server.ts'
import { makeDataFolder } from '../reader/data-folder.ts'
import { scanned } from './graph.ts'
import { sampleGraph } from './sample-graph.ts'
import { describeNeo4j, openEmptyNeo4j } from './stores.ts'

/** The world's awkward texts and the bundled sample as one graph, so that questions have something to answer. */
const sample = await sampleGraph()
const byId = (a: GraphNode, b: GraphNode): number => (a.id < b.id ? -1 : 1)
const nodes = [...NODES, ...sample.nodes].filter(onlyFirst(new Set())).sort(byId)
const relationships = [...RELATIONSHIPS, ...sample.relationships]
const graph = (): ExportGraph => exportGraph(nodes, relationships, 100)

function onlyFirst(seen: Set<string>): (node: GraphNode) => boolean {
  return ({ id }) => !seen.has(id) && seen.add(id) !== undefined
}

/** What a store holds, in an order of its own that does not matter. */
async function contents(store: GraphStore): Promise<{ nodes: unknown[]; relationships: unknown[] }> {
  return comparable(await scanned(store))
}

function comparable(all: { nodes: GraphNode[]; relationships: GraphRelationship[] }) {
  const sorted = (one: object): string => JSON.stringify(one, Object.keys(one).sort())
  const texts = (items: (GraphNode | GraphRelationship)[]): string[] =>
    items
      .map(({ properties, ...rest }) => `${sorted(rest)} ${JSON.stringify(Object.entries(properties).sort())}`)
      .sort()
  return { nodes: texts(all.nodes), relationships: texts(all.relationships) }
}

const QUESTIONS: [string, RawParameters][] = [
  ['top-concepts', { limit: '20' }],
  ['benchmark-table', { benchmark: 'imagenet' }],
  ['shared-combined', { paper: 'arxiv:1810.04805' }],
  ['compare', { papers: ['title:0000000000000001', 'arxiv:1706.03762', 'arxiv:1810.04805'] }],
]

async function answers(reader: GraphReader): Promise<unknown[]> {
  const found: unknown[] = []
  for (const [name, parameters] of QUESTIONS) {
    const { columns, rows } = await reader.run(name, parameters)
    expect(rows.length).toBeGreaterThan(1)
    found.push({ name, columns, rows })
  }
  return found
}

describeNeo4j('an export for neo4j-admin database import', ({ version }) => {
  const folder = mkdtempSync(join(tmpdir(), 'papergraph-import-'))
  let server: TestNeo4j | undefined
  beforeAll(async () => {
    for await (const { file, text } of neo4jImport(graph())) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      appendFileSync(join(folder, file), text)
    }
    const [, ...words] = importCommand().split(/[\s\\]+/)
    server = await startNeo4j({ version, prepare: ({ admin }) => admin(words, folder) })
    await runAll(server.url, readFileSync(join(folder, 'after-import.cypher'), 'utf8').trimEnd().split(';\n'))
  })
  afterAll(async () => {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('makes a database with the same nodes, relationships and properties', async () => {
    const store = await openNeo4j(server?.url ?? '', { user: 'neo4j', password: '' })
    const found = await contents(store)
    expect(await store.readMeta()).toMatchObject({ version: 'v"1"', updating: false })
    await store.close()
    expect(found).toEqual(comparable({ nodes, relationships }))
  })

  it('makes a database that answers questions as ours does', async () => {
    const ours = makeDataFolder()
    await ours.publish('one', { nodes, relationships, removedNodes: [], removedRelationships: [] })
    const embedded = await openReader({ kind: 'embedded', folder: ours.path })
    const credentials = { user: 'neo4j', password: '' }
    const imported = await openReader({ kind: 'neo4j', url: server?.url ?? '', credentials })
    try {
      expect(await answers(imported)).toEqual(await answers(embedded))
      expect(await imported.digest()).toBe(await embedded.digest())
    } finally {
      await imported.close()
      await embedded.close()
      ours.remove()
    }
  })
})

/** Runs statements as a shell does, each in a transaction of its own. */
async function runAll(url: string, texts: readonly string[], password = ''): Promise<void> {
  const { default: neo4j } = await import('neo4j-driver')
  const driver = neo4j.driver(url, neo4j.auth.basic('neo4j', password))
  const session = driver.session()
  try {
    for (const text of texts) await session.run(text)
  } finally {
    await session.close()
    await driver.close()
  }
}

/** The statements of a script, one a line. */
async function statements(): Promise<string[]> {
  const lines = (await textOf(cypherScript(exportGraph()))).trimEnd().split('\n')
  expect(lines[0]).toMatch(/^\/\//)
  return lines.slice(1).map((line) => {
    expect(line.endsWith(';')).toBe(true)
    return line.slice(0, -1)
  })
}

describeNeo4j('a Cypher script', (provided) => {
  it('makes the same graph in an empty database', async () => {
    const store = await openEmptyNeo4j(provided)
    try {
      await runAll(provided.url, await statements(), provided.password)
      expect(await contents(store)).toEqual(comparable({ nodes: NODES, relationships: RELATIONSHIPS }))
      expect(await store.readMeta()).toMatchObject({ version: 'v"1"', updating: false })
    } finally {
      await store.close()
    }
  })
})

describe('a Cypher script (embedded)', () => {
  it('makes the same graph in an empty file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'papergraph-script-'))
    const path = join(folder, 'graph')
    const database = grafeo.GrafeoDB.create(path)
    for (const text of await statements()) await database.executeCypher(text)
    database.walCheckpoint()
    database.close()
    const store = await openEmbedded(path, 'read')
    expect(await contents(store)).toEqual(comparable({ nodes: NODES, relationships: RELATIONSHIPS }))
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
})
