/** The shapes of the HTTP API, shared by server and client. Every answer names the graph version it is from. */

import type { RelationshipType } from '../queries/model.ts'
import type { NodeType, SearchHit } from '../queries/reader.ts'
import type { Value } from '../queries/store/store.ts'

export type { NodeType, RelationshipType, SearchHit, Value }

/** GET /api/status */
export interface StatusAnswer {
  papergraph: string
  /** Which graph is open. */
  graph: 'sample' | 'own'
  /** What to call it: "the bundled sample", the data folder's name, the database's address without credentials. */
  name: string
  store: 'embedded' | 'neo4j'
  engine: string
  version: string
  extractor: string
  updating: boolean
  nodes: Record<string, number>
  relationships: Record<RelationshipType, number>
  /** What holds typed queries in memory, in words. */
  memoryLimit: string
}

export interface ApiNode {
  id: string
  type: NodeType
  /** Title, name or owner/name. */
  label: string
  /** Relationships of the node in the whole graph. */
  degree: number
  /** Papers that name a concept or repo. */
  papers?: number
  year?: number
  /** Where a layout is known. */
  x?: number
  y?: number
}

export interface ApiEdge {
  /** Unique: from, type, to, key joined. */
  id: string
  from: string
  to: string
  type: RelationshipType
  /** `as` or `key`, empty for LINKS_TO and VARIANT_OF. */
  key: string
  confidence: number
  /** LINKS_TO only: the authors' own release. */
  own?: boolean
}

/** GET /api/map?limit=400: the most connected part of the graph (all of it when it is small), laid out. */
export interface MapAnswer {
  version: string
  updating: boolean
  nodes: ApiNode[]
  edges: ApiEdge[]
  totals: { nodes: number; relationships: number }
}

/** GET /api/search?q=…&limit=12&type=method&type=paper&from=2019&to=2024 */
export interface SearchAnswer {
  version: string
  hits: SearchHit[]
}

export interface Evidence {
  surfaces: string[]
  fields: ('title' | 'abstract')[]
  starts: number[]
  ends: number[]
  sentence: string
  /** Where each marked surface stands in `sentence`: [start, end) pairs. */
  marks: [number, number][]
  rule: string
  confidence: number
  extractor: string
}

/** One relationship of the node, seen from the node. */
export interface NodeLink {
  edge: ApiEdge
  /** The node at the other end. */
  other: ApiNode
  evidence?: Evidence
}

/** GET /api/node?id=…: what it is, and its first links by relationship. An unknown id is looked up among names (404 with `choices`). */
export interface NodeAnswer {
  version: string
  node: ApiNode
  aliases: string[]
  /** For a paper: */
  title?: string
  abstract?: string
  authors?: string[]
  venue?: string
  published?: string
  sources?: string[]
  /** Outside links: the paper's page, the repository. */
  links: { label: string; url: string }[]
  /** Mentions in a paper's text, to be marked; offsets are UTF-16 into title or abstract. */
  mentions?: { field: 'title' | 'abstract'; start: number; end: number; target: string; type: NodeType }[]
  /** By relationship type and direction, best first, at most 25 a group; `total` counts all of them. */
  groups: { relationship: RelationshipType; direction: 'out' | 'in'; total: number; links: NodeLink[] }[]
  /** Scores of a paper, or on a benchmark. */
  scores: {
    paper: { id: string; label: string; year?: number }
    benchmark: { id: string; label: string }
    value: number
    text: string
    unit: string
    metric: string
    system: string
    kind: string
    sentence: string
  }[]
}

/** GET /api/neighbours?id=…&limit=25&offset=0: nodes one step away, most connected first, and the edges between. */
export interface NeighboursAnswer {
  version: string
  id: string
  nodes: ApiNode[]
  /** Between the node and these neighbours, and among these neighbours. */
  edges: ApiEdge[]
  offset: number
  total: number
}

/** GET /api/edge?from=…&type=…&to=…&key=… */
export interface EdgeAnswer {
  version: string
  edge: ApiEdge
  from: ApiNode
  to: ApiNode
  evidence?: Evidence
  properties: Record<string, Value>
}

/** GET /api/edges?id=…&id=… (up to 500 nodes) and POST /api/edges {ids} (up to 5000): what runs among these nodes. */
export interface EdgesAnswer {
  version: string
  updating: boolean
  edges: ApiEdge[]
}

export interface ParameterInfo {
  name: string
  type: 'string' | 'integer' | 'float' | 'boolean' | 'strings'
  description: string
  /** A node of this kind: its id, or a name that is looked up. With the type strings: a list of them. */
  idOf?: 'paper' | 'concept' | 'node'
  /** Absent: the parameter must be given. */
  default?: string | number | boolean | string[]
  /** The only values there are. */
  oneOf?: string[]
}

/** GET /api/queries */
export interface QueriesAnswer {
  queries: {
    name: string
    title: string
    description: string
    parameters: ParameterInfo[]
    /** graph: rows are nodes (`id`) or relationships (`from`, `to`). both: rows to read that name such things as well. */
    shape: 'table' | 'graph' | 'both'
    text: string
  }[]
}

/** GET /api/query/NAME?param=value and POST /api/cypher {text, parameters} */
export interface TableAnswer {
  version: string
  updating: boolean
  columns: string[]
  rows: Value[][]
  truncated: boolean
  tookMs: number
  /** Of typed Cypher: sentences about names in it that the graph does not have. */
  notices?: string[]
}

/** Every error: application/problem+json (RFC 9457). */
export interface Problem {
  type: 'about:blank'
  title: string
  status: number
  /** One sentence for people. */
  detail: string
  /** A stable code (errors.ts). */
  code: string
  /** Of typed Cypher: where in the text, from 1. */
  line?: number
  column?: number
  /** For an unknown id: nodes that it may mean. */
  choices?: ApiNode[]
}
