/**
 * The stable codes of everything that can go wrong on a user's side. Commands turn each into one sentence and exit
 * status 1, the server into a status of its own.
 */
export type ErrorCode =
  | 'usage' // the call's words are off
  | 'input' // a source cannot be read at all
  | 'not-found' // a node, query or source that is not there
  | 'store-unreachable'
  | 'store-auth'
  | 'store-foreign' // the database or data folder belongs to somebody else
  | 'engine-missing'
  | 'data-folder' // missing, unwritable, damaged
  | 'locked' // another ingest is running
  | 'curation' // a decision that cannot be made
  | 'query-refused' // the guard said no
  | 'query-invalid' // the engine or the parameter check said no
  | 'query-timeout'
  | 'query-memory'
  | 'query-cancelled'
  | 'busy'
  | 'port-in-use'
  | 'internal'

/** An error whose message is one whole sentence for people: what, where, why, what to do. `details` explains it to programs. */
export class PapergraphError extends Error {
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, unknown>>

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; details?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'PapergraphError'
    this.code = code
    this.details = options.details ?? {}
  }
}
