/** What a typed query may take unless told otherwise. */
export const CYPHER_DEFAULTS = {
  /** From the start of the run. */
  timeoutMs: 10_000,
  maxRows: 10_000,
} as const

/** What a process that runs typed queries may take beyond what it holds once its graph is open. */
export const QUERY_MEMORY_BYTES = 1024 ** 3
