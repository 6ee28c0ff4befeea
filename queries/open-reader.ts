import type { GraphReader } from './reader.ts'
import type { SearchTime } from './store/reader/reader-options.ts'

export type { SearchTime }

export type ReaderTarget =
  /** A data folder: its pointer says which graph file is the current one. */
  | { kind: 'embedded'; folder: string }
  /** `url` without user, password and database. */
  | { kind: 'neo4j'; url: string; credentials: { user: string; password: string }; database?: string }

/** Absent: the defaults of store/reader/limits.ts and reader-options.ts. */
export interface ReaderLimits {
  /** What a process that runs it may take beyond what it holds once its graph is open. */
  memoryBytes?: number
  /** When the search index is built: at once (for a server) or when a question needs it (for one question). Absent: at once. */
  search?: SearchTime
}

/**
 * Opens the current graph for reading and follows it as ingests renew it. Close it: it may own processes. Throws
 * data-folder, store-foreign or engine-missing (embedded); store-unreachable, store-auth or not-found (Neo4j).
 */
export async function openReader(target: ReaderTarget, limits: ReaderLimits = {}): Promise<GraphReader> {
  if (target.kind === 'embedded') {
    const { openEmbeddedReader } = await import('./store/reader/embedded-reader.ts')
    return openEmbeddedReader(target.folder, limits)
  }
  const { openNeo4j } = await import('./store/neo4j.ts')
  const { neo4jReader } = await import('./store/reader/neo4j-reader.ts')
  const { url, credentials, database } = target
  const store = await openNeo4j(url, credentials, database === undefined ? {} : { database })
  try {
    return await neo4jReader(store, target, limits)
  } catch (error) {
    await store.close()
    throw error
  }
}
