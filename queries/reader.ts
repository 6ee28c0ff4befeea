import type { NodeLabel } from './model.ts'
import type { Counts, Rows, ScanPage, Value } from './store/store.ts'

/** Values as a person or a URL gives them, checked against the catalogue entry's declared types. */
export type RawParameters = Record<string, unknown>

export interface Answer extends Rows {
  /** The graph version that the answer is from. */
  version: string
  /** On Neo4j while an ingest writes: the answer may mix papers of two versions (never half a paper). */
  updating: boolean
  /** Time in the engine, milliseconds. */
  tookMs: number
  /** Of a typed query: sentences about names in it that the graph does not have. */
  notices?: string[]
}

export interface SearchHit {
  id: string
  /** `paper`, `method`, `model`, `benchmark`, `topic`, `repo`. */
  type: NodeType
  name: string
  /** Papers that name it (concepts, repos) — absent for a paper. */
  papers?: number
  year?: number
  /** First authors or the alias that matched, for the second line of a suggestion. */
  detail?: string
  score: number
}
export type NodeType = 'paper' | 'method' | 'model' | 'benchmark' | 'topic' | 'repo'

export interface SearchLimits {
  limit: number
  /** Only nodes of these types; all when empty. */
  types?: readonly NodeType[]
  /** Only what has a year between these, both included: papers. */
  fromYear?: number
  toYear?: number
}

export interface GraphStatus {
  store: 'embedded' | 'neo4j'
  engine: string
  version: string
  extractor: string
  updating: boolean
  counts: Counts
  /** How typed queries are held in memory: "prlimit", "watched", "server". */
  memoryLimit: 'prlimit' | 'watched' | 'server'
  /** The same in words, with the amount. */
  memoryLimitText: string
}

export interface CypherOptions {
  timeoutMs?: number
  maxRows?: number
  signal?: AbortSignal
  /** Called with the number of runs ahead when the query has to wait, whenever that changes, and with 0 when its turn has come. */
  onQueue?: (ahead: number) => void
}

/** How busy a reader is at this moment. */
export interface ReaderLoad {
  /** Typed queries that run, and that wait for their turn. */
  running: number
  waiting: number
  /** The process ids of all reader processes that are alive. */
  processes: number[]
}

/** Which part of the graph is meant. */
export type GraphSelection =
  | { kind: 'all' }
  /** Nodes by id or name, with what runs among them; `neighbours`: and everything one step away. */
  | { kind: 'nodes'; ids: string[]; neighbours: boolean }
  /** What a question of the catalogue draws; its shape must not be `table`. */
  | { kind: 'question'; name: string; parameters: RawParameters }

/** A part of one version of the graph. Who does not read all of `pages` must end them (`return()`, as a broken-off `for await` does). */
export interface GraphPart {
  version: string
  extractor: string
  /** On Neo4j while an ingest writes: it may mix papers of two versions. */
  updating: boolean
  /** First all nodes by id, then all relationships by (from, type, to, key), a page at a time: the next is read when it is asked for. */
  pages: AsyncIterableIterator<ScanPage>
}

/**
 * Reading access to the one current graph of a data folder or database, for the server and the command line. Embedded:
 * behind it are reader processes that are replaced when the pointer moves. Neo4j: a driver in this process.
 */
export interface GraphReader {
  /** A catalogue query by name; throws `not-found` for a name, `query-invalid` for a parameter. */
  run(name: string, parameters: RawParameters, signal?: AbortSignal): Promise<Answer>
  /** What a person typed: guarded, limited, cancellable. */
  cypher(text: string, parameters: Record<string, Value>, options?: CypherOptions): Promise<Answer>
  search(query: string, options: SearchLimits): Promise<{ hits: SearchHit[]; version: string }>
  status(): Promise<GraphStatus>
  /** A part of the graph, or all of it, in pages. Throws not-found or query-invalid as run() does. */
  part(selection: GraphSelection, signal?: AbortSignal): Promise<GraphPart>
  /** Order-independent digest over all nodes and relationships: SHA-256, hex. */
  digest(): Promise<string>
  load(): ReaderLoad
  /** Ends it now, or (embedded) once what it has begun to answer is answered and nobody asks it any more. */
  close(when?: 'now' | 'when-answered'): Promise<void>
}

/** The type that a node is shown as, from its labels and (for a concept) its `type` property. */
export function nodeType(labels: readonly (NodeLabel | string)[], type: unknown): NodeType {
  if (labels.includes('Paper')) return 'paper'
  if (labels.includes('Repo')) return 'repo'
  if (type === 'method' || type === 'model' || type === 'benchmark' || type === 'topic') return type
  return 'method'
}
