import { CYPHER_DEFAULTS } from '../../queries/store/reader/limits.ts'

/** What the HTTP server allows; each limit beside its default. */
export interface Settings {
  /** Largest request body, bytes. */
  bodyBytes: number
  /** Requests that one client may make, on average, when the server listens beyond this machine. */
  requestsPerSecond: number
  /** Most nodes of the map, whatever a request asks for. */
  mapNodes: number
  /** Longest that the layout of a big map may take, and the moving apart after it. */
  mapPatience: { layoutMs: number; spreadMs: number }
  /** Most neighbours in one answer. */
  neighbours: number
  /** Most ids in the address of /api/edges (so that the longest ids fit into it), and in the body of a POST to it. */
  edgeIds: number
  postedEdgeIds: number
  /** Most nodes in the body of a POST to /api/export. */
  exportedNodes: number
  /** Longest that a typed query may run, and the most rows that it may give. */
  cypherTimeoutMs: number
  cypherRows: number
  /** Links of one type and direction beside a node. */
  linksPerGroup: number
}

export const DEFAULT_SETTINGS: Settings = {
  bodyBytes: 256 * 1024,
  requestsPerSecond: 50,
  mapNodes: 100_000,
  mapPatience: { layoutMs: 60_000, spreadMs: 30_000 },
  neighbours: 500,
  edgeIds: 60,
  postedEdgeIds: 5000,
  exportedNodes: 5000,
  cypherTimeoutMs: CYPHER_DEFAULTS.timeoutMs,
  cypherRows: CYPHER_DEFAULTS.maxRows,
  linksPerGroup: 25,
}
