import type { GraphReader } from '../../queries/reader.ts'
import type { QueriesAnswer } from '../api.ts'
import type { Uploads } from './jobs/uploads.ts'
import type { Settings } from './settings.ts'

/** Which graph is open. Read anew for every request: a person's first ingest changes it while the server runs. */
export interface GraphInfo {
  readonly graph: 'sample' | 'own'
  readonly name: string
  /** The program's version. */
  readonly papergraph: string
}

/** A question as a reader runs it. */
export type Question = QueriesAnswer['queries'][number] & {
  columns?: readonly { name: string; description: string }[]
}

/** The questions that a reader can run, as /api/queries lists them. */
export interface QuestionList {
  list(): readonly Question[]
}

/** What every route has at hand. */
export interface Served {
  reader: GraphReader
  info: GraphInfo
  questions: QuestionList
  settings: Settings
  /** Where work is kept that a restart should not repeat; may not be there. */
  cacheFolder?: string
  /** Absent where nothing is served but reading, as to an assistant. */
  uploads?: Uploads
}

/** Hono's name for what a request carries along. */
export interface ServerEnv {
  /** Absent in a request that came over no connection, as in a test. */
  Bindings: { incoming?: { readonly socket: { readonly remoteAddress?: string | undefined } } }
  Variables: { requestId: string }
}
