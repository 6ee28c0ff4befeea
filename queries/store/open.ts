import type { EmbeddedMode } from './embedded.ts'
import type { GraphStore } from './store.ts'

export { parseStoreUrl, type StoreAddress } from './store-url.ts'

export type StoreSpec =
  | { kind: 'embedded'; path: string; mode: EmbeddedMode }
  | { kind: 'neo4j'; url: string; user: string; password: string; database?: string }

/** Opens either store; the engine that is not asked for is not loaded. Throws what openEmbedded and openNeo4j throw. */
export async function openStore(spec: StoreSpec): Promise<GraphStore> {
  if (spec.kind === 'embedded') {
    const { openEmbedded } = await import('./embedded.ts')
    return openEmbedded(spec.path, spec.mode)
  }
  const { openNeo4j } = await import('./neo4j.ts')
  const { url, user, password, database } = spec
  return openNeo4j(url, { user, password }, database === undefined ? {} : { database })
}
