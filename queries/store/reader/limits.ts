/** What a typed query may take unless told otherwise. */
export const CYPHER_DEFAULTS = {
  /** From the start of the run. */
  timeoutMs: 10_000,
  maxRows: 10_000,
} as const
