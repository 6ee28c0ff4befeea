import { PapergraphError } from '../errors.ts'
import { hasGraph, readIdentity } from '../ingest/load/folder.ts'
import { openReader, type SearchTime } from '../queries/open-reader.ts'
import type { GraphReader } from '../queries/reader.ts'
import { dataFolder } from './data-folder.ts'
import { MEGABYTE } from './graph-options.ts'
import { sampleFolder } from './sample.ts'
import { chooseStore } from './store.ts'

export interface GraphOptions {
  data?: string
  store?: string
  database?: string
  /** What a process that runs typed Cypher may take beyond the open graph, MB. */
  memory?: number
  /** When the search index is built. Absent: at once, as for a server. */
  search?: SearchTime
}

export interface OpenGraph {
  reader: GraphReader
  graph: 'sample' | 'own'
  /** What to call it before people. */
  name: string
}

/** Opens the graph that a person means for reading: their own, or the bundled sample while they have none. */
export async function openGraph(options: GraphOptions): Promise<OpenGraph> {
  const limits = {
    ...(options.memory === undefined ? {} : { memoryBytes: options.memory * MEGABYTE }),
    ...(options.search === undefined ? {} : { search: options.search }),
  }
  const { store, credentials } = await chooseStore(options.store, options.database)
  if (store.kind === 'neo4j') {
    const reader = await openReader(
      {
        kind: 'neo4j',
        url: store.url,
        credentials: { user: store.user, password: credentials?.password ?? '' },
        ...(store.database === undefined ? {} : { database: store.database }),
      },
      limits,
    )
    return { reader, graph: 'own', name: store.database ? `${store.url}/${store.database}` : store.url }
  }
  const data = dataFolder(options.data)
  const isOwn = hasGraph(data)
  const belongsTo = readIdentity(data)?.store
  if (isOwn && belongsTo !== undefined && belongsTo !== 'embedded')
    throw new PapergraphError(
      'store-foreign',
      `The graph of the data folder ${data} is in ${belongsTo}; say --store with that address, or choose another folder with --data.`,
    )
  const folder = isOwn ? data : await sampleFolder(data)
  const reader = await openReader({ kind: 'embedded', folder }, limits)
  return { reader, graph: isOwn ? 'own' : 'sample', name: isOwn ? data : 'the bundled sample' }
}
