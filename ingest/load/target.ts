import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PapergraphError } from '../../errors.ts'
import { openStore, type StoreAddress } from '../../queries/store/open.ts'
import { assertOurs } from '../../queries/store/ownership.ts'
import type { GraphStore, StoreMeta } from '../../queries/store/store.ts'
import { openGraphWriter } from '../../queries/store/writer/graph-writer.ts'
import type { Resolution } from '../resolve/resolution.ts'
import type { WrittenCounts } from './batch-writer.ts'
import { type Present, readPresent } from './difference.ts'
import { type DataFolder, otherStore, rememberStore } from './folder.ts'
import { type Pointer, readPointer, writePointer } from './pointer.ts'
import type { Progress } from './progress.ts'
import { writeGraph } from './write-graph.ts'

export type StoreTarget = StoreAddress
export interface Credentials {
  password: string
}

/** Raised when the graph's own shape (labels, properties, keys) changes: such a graph is written anew. */
const SCHEMA = 1

/** Concepts and repositories of a graph that is worth a process of its own, some ten thousand papers. */
const LARGE = 20_000

type State = Pick<Pointer, 'extractor' | 'logBytes' | 'curation' | 'decisions'>

/** Where an ingest writes to: a new graph file beside the old one, or a Neo4j database. */
export interface Target {
  /** True when the store holds just what the pointer says. */
  isAt(pointer: Pointer): Promise<boolean>
  /** Writes the difference, then moves the pointer. */
  write(
    resolution: Resolution,
    state: State,
    isRebuild: boolean,
    progress: Progress,
  ): Promise<{ written: WrittenCounts; version: string }>
  close(): Promise<void>
}

/** "embedded" or the database's address, as folder.json remembers it. */
export function storeName(address: StoreAddress): string {
  return address.kind === 'embedded' ? 'embedded' : `${address.url}/${address.database ?? ''}`
}

export async function openTarget(
  folder: DataFolder,
  { store, credentials }: { store: StoreTarget; credentials?: Credentials },
): Promise<Target> {
  if (store.kind === 'embedded') return embeddedTarget(folder)
  const opened = await openStore({ ...store, password: credentials?.password ?? '' })
  try {
    await assertOurs(opened)
    const name = await databaseOf(opened, folder, store)
    await assertFolder(opened, folder)
    // Last: a folder that was refused stays as it was.
    if (name !== folder.store) rememberStore(folder, name)
    await opened.assertWritable()
  } catch (error) {
    await opened.close()
    throw error
  }
  return neo4jTarget(opened, folder)
}

const empty = (): Present => ({ nodes: new Map(), relationships: new Map() })
const newVersion = (): string => randomBytes(6).toString('hex')

function embeddedTarget(folder: DataFolder): Target {
  return {
    isAt: async (pointer) => pointer.graph !== undefined && existsSync(join(folder.path, pointer.graph)),
    close: async () => {},
    write: async (resolution, state, isRebuild, progress) => {
      const old = readPointer(folder.pointer)?.graph
      dropGraphs(folder, old)
      const version = newVersion()
      const graph = `graph-${version}.grafeo`
      const path = join(folder.path, graph)
      const oldPath = old === undefined || isRebuild ? undefined : join(folder.path, old)
      const isCopy = oldPath !== undefined && existsSync(oldPath)
      if (isCopy) copyFileSync(oldPath, path)
      const isLarge = resolution.nodes.length >= LARGE
      const store = await openGraphWriter(path, isCopy ? 'write' : 'create', isLarge)
      let written: WrittenCounts
      try {
        await store.ensureSchema()
        written = await writeGraph(store, resolution, isCopy ? await readPresent(store) : empty(), progress)
        await store.writeMeta({ ...metaOf(folder, state, version), updating: false })
      } finally {
        await store.close()
      }
      writePointer(folder.pointer, { graph, version, ...state })
      dropGraphs(folder, graph)
      return { written, version }
    },
  }
}

/** Deletes graph files other than the pointer's: those of ingests that were stopped, and those that were replaced. */
function dropGraphs(folder: DataFolder, keep: string | undefined): void {
  for (const file of readdirSync(folder.path))
    if (file.startsWith('graph-') && !(keep !== undefined && file.startsWith(keep))) {
      // On Windows a reader may still hold it open; the next ingest tries again.
      try {
        rmSync(join(folder.path, file), { recursive: true, force: true })
      } catch {}
    }
}

function neo4jTarget(store: GraphStore, folder: DataFolder): Target {
  return {
    isAt: async (pointer) => {
      const meta = await store.readMeta()
      return meta?.version === pointer.version && !meta.updating
    },
    close: () => store.close(),
    write: async (resolution, state, isRebuild, progress) => {
      const version = newVersion()
      const before = await store.readMeta()
      await store.ensureSchema()
      await store.writeMeta({ ...metaOf(folder, state, before?.version ?? version), updating: true })
      if (isRebuild || (before !== undefined && before.schema !== SCHEMA)) await store.clear()
      await store.writeMeta({ ...metaOf(folder, state, before?.version ?? version), updating: true })
      const written = await writeGraph(store, resolution, await readPresent(store), progress)
      await store.writeMeta({ ...metaOf(folder, state, version), updating: false })
      writePointer(folder.pointer, { version, ...state })
      return { written, version }
    },
  }
}

function metaOf(folder: DataFolder, state: State, version: string): Omit<StoreMeta, 'updating'> {
  return { folder: folder.id, schema: SCHEMA, extractor: state.extractor, version, logBytes: state.logBytes }
}

async function assertFolder(store: GraphStore, folder: DataFolder): Promise<void> {
  const meta = await store.readMeta()
  if (meta === undefined || meta.folder === folder.id) return
  throw new PapergraphError(
    'store-foreign',
    `This Neo4j database holds the graph of another data folder (${meta.folder.slice(0, 8)}…, not ${folder.path}); ingest with that folder by --data, or use an empty database.`,
  )
}

/**
 * The store by the name that its database has. One database may be named or be the default: it is the folder's when it says so itself, or
 * when nothing was written yet. Throws store-foreign where it is another one.
 */
async function databaseOf(opened: GraphStore, folder: DataFolder, asked: StoreTarget): Promise<string> {
  if (asked.kind === 'embedded' || opened.database === undefined) return folder.store
  const store = storeName({ ...asked, database: opened.database })
  if (folder.store === store) return store
  const isAsBefore = folder.store === storeName(asked)
  const isFolders = (await opened.readMeta())?.folder === folder.id
  if (!isAsBefore && !isFolders && readPointer(folder.pointer) !== undefined) throw otherStore(folder, store)
  return store
}
