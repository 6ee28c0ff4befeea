import type { GraphNode, GraphRelationship, KeyLabel, RelationshipType } from '../model.ts'

/** A value in an answer. Nodes, relationships and paths are plain objects with a `kind`; integers are JS numbers. */
export type Value =
  | null
  | string
  | number
  | boolean
  | Value[]
  | NodeValue
  | RelationshipValue
  | PathValue
  | { [key: string]: Value }
export interface NodeValue {
  kind: 'node'
  id: string
  labels: string[]
  properties: { [key: string]: Value }
}
export interface RelationshipValue {
  kind: 'relationship'
  type: string
  /** Our ids of its ends where the answer tells them, else absent. */
  from?: string
  to?: string
  properties: { [key: string]: Value }
}
export interface PathValue {
  kind: 'path'
  nodes: NodeValue[]
  relationships: RelationshipValue[]
}

/** Parameters by name. A whole JS number is sent as an integer; wrap one that must be a float in `float()`. */
export type Parameter = null | string | number | boolean | FloatParameter | Parameter[] | { [key: string]: Parameter }
export type Parameters = Record<string, Parameter>
export interface FloatParameter {
  readonly float: number
}
export const float = (value: number): FloatParameter => ({ float: value })

export interface Rows {
  columns: string[]
  /** One array a row, in the order of `columns`. */
  rows: Value[][]
  /** True when a row limit cut the answer. */
  truncated: boolean
}

export interface QueryOptions {
  /** From the start of the run. Neo4j enforces it; the embedded engine cannot, its process is ended by who owns it. */
  timeoutMs?: number
  maxRows?: number
  signal?: AbortSignal
}

/** One transaction's worth of changes. Upserts replace a node's labels and all properties. */
export interface GraphChanges {
  nodes: GraphNode[]
  relationships: GraphRelationship[]
  /** Those of which it is known that they are not there: the same, but Neo4j need not look, nor lock their ends. */
  newRelationships?: GraphRelationship[]
  removedRelationships: Pick<GraphRelationship, 'type' | 'from' | 'to' | 'key'>[]
  /** Removed last, with whatever still hangs on them. */
  removedNodes: { label: KeyLabel; id: string }[]
}

/** What the store itself remembers of the graph in it: one PapergraphMeta node, outside digest and counts. */
export interface StoreMeta {
  /** The data folder that owns this graph (a random id made with the folder). */
  folder: string
  schema: number
  extractor: string
  /** Changes at every finished ingest that changed something. */
  version: string
  logBytes: number
  updating: boolean
}

export type ScanPage =
  | { kind: 'nodes'; nodes: GraphNode[] }
  | { kind: 'relationships'; relationships: GraphRelationship[] }

export interface Counts {
  nodes: Record<string, number>
  relationships: Record<RelationshipType, number>
}

/** One graph in one engine. Every method throws PapergraphError with a stable code on a user's mistake. */
export interface GraphStore {
  readonly kind: 'embedded' | 'neo4j'
  /** "grafeo 0.6.0", "Neo4j 5.26.30". */
  readonly engine: string
  /** Neo4j: the name of the database, also where none was asked for. */
  readonly database?: string
  /** Runs one statement that reads. On Neo4j in a READ session. */
  query(text: string, parameters?: Parameters, options?: QueryOptions): Promise<Rows>
  /** How many calls of write() at once are quicker than one after the other. */
  readonly writesAtOnce: number
  /** Applies all changes in one transaction; all or nothing. */
  write(changes: GraphChanges): Promise<void>
  /** Everything of ours: first all nodes by id, then all relationships by (from, type, to, key), in pages. */
  scan(): AsyncIterable<ScanPage>
  counts(): Promise<Counts>
  /** Throws store-auth unless this user may write; nothing stays of the try. */
  assertWritable(): Promise<void>
  /** Creates constraints and indexes that are missing. */
  ensureSchema(): Promise<void>
  readMeta(): Promise<StoreMeta | undefined>
  writeMeta(meta: StoreMeta): Promise<void>
  /** Removes every node of ours and the meta node, nothing else. */
  clear(): Promise<void>
  close(): Promise<void>
}
