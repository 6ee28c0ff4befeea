import { type ErrorCode, PapergraphError } from '../../errors.ts'

/** Where a statement was sent, for the sentence. Never holds the password. */
export interface Neo4jPlace {
  url: string
  user: string
  database?: string
}

/** An error of the driver as one of ours. `isOpening`: nothing of ours has run yet, so a strange answer means a strange server. */
export function neo4jError(error: unknown, place: Neo4jPlace, isOpening = false): PapergraphError {
  if (error instanceof PapergraphError) return error
  const code = codeOf(error)
  const text = error instanceof Error ? error.message : String(error)
  const [ours, message] = sentence(code, text, place, isOpening)
  return new PapergraphError(ours, message, { cause: error, details: { url: place.url, neo4jCode: code } })
}

function sentence(code: string, text: string, place: Neo4jPlace, isOpening: boolean): [ErrorCode, string] {
  const { url, user, database } = place
  if (code === 'Neo.ClientError.Security.AuthenticationRateLimit') {
    return [
      'store-auth',
      `Neo4j at ${url} refuses log-ins for a while after too many wrong passwords: wait a minute, then try again.`,
    ]
  }
  if (code === 'Neo.ClientError.Security.CredentialsExpired') {
    return [
      'store-auth',
      `The password of the user "${user}" on Neo4j at ${url} has expired: set a new one there, then try again.`,
    ]
  }
  if (code.startsWith('Neo.ClientError.Security.Unauthorized') || code.startsWith('Neo.ClientError.Security.Token')) {
    return [
      'store-auth',
      `Neo4j at ${url} refuses the user "${user}" with this password: check both (NEO4J_PASSWORD or the prompt).`,
    ]
  }
  if (code === 'Neo.ClientError.Database.DatabaseNotFound') {
    return [
      'store-unreachable',
      `Neo4j at ${url} has no database "${database ?? ''}": create it there or leave it out of --store.`,
    ]
  }
  if (code.startsWith('Neo.ClientError.Security.') || code === 'Neo.ClientError.Statement.AccessMode') {
    return [
      'query-refused',
      `The query was refused because it writes or administers; the graph is only read here (${firstLine(text)}).`,
    ]
  }
  if (
    code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut') ||
    code === 'Neo.ClientError.Transaction.LockClientStopped'
  ) {
    return [
      'query-timeout',
      'The query was ended because it took longer than its time limit: narrow it or add a LIMIT.',
    ]
  }
  if (/MemoryPoolOutOfMemory|TransactionOutOfMemory|OutOfMemoryError/.test(code)) {
    return [
      'query-memory',
      'The query was ended because it needed more memory than Neo4j allows a transaction: narrow it or add a LIMIT.',
    ]
  }
  if (code === 'Neo.ClientError.Transaction.Terminated' || code === 'Neo.TransientError.Transaction.Terminated') {
    return ['query-cancelled', 'The query was cancelled.']
  }
  if (code.startsWith('Neo.ClientError.Statement.') || code.startsWith('Neo.ClientError.Procedure.')) {
    return ['query-invalid', `The query cannot be run: ${text.trimEnd()}`]
  }
  if (isOpening || code === 'ServiceUnavailable' || code === 'SessionExpired') {
    return [
      'store-unreachable',
      `Neo4j cannot be reached at ${url}: check that it runs and that address and port are right (${reason(text)}).`,
    ]
  }
  return ['internal', `Neo4j at ${url} failed: ${text.trimEnd()}`]
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

// The driver wraps the one thing that helps ("connect ECONNREFUSED") in three sentences about encryption.
function reason(text: string): string {
  const cause = text.split('Caused by: ').at(-1) ?? text
  return (firstLine(cause).split('. ')[0] ?? '').trim()
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/[.\s]+$/, '')
}
