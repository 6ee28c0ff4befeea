import { openEmbedded } from '../embedded.ts'
import type { GraphStore } from '../store.ts'

/** Where a reader process finds its graph. `url` without user, password and database. */
export type GraphSource =
  | { kind: 'embedded'; path: string }
  | { kind: 'neo4j'; url: string; credentials: { user: string; password: string }; database?: string }

/** Opens it for reading. Throws as openEmbedded() and openNeo4j() do. */
export async function openSource(source: GraphSource): Promise<GraphStore> {
  if (source.kind === 'embedded') return openEmbedded(source.path, 'read')
  const { openNeo4j } = await import('../neo4j.ts')
  const { url, credentials, database } = source
  return openNeo4j(url, credentials, database === undefined ? {} : { database })
}
