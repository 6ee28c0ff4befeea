import { type ErrorCode, PapergraphError } from '../../errors.ts'
import { unreachable } from './neo4j-reach.ts'
import { codeOf, isMemoryCode } from './neo4j-retry.ts'

/** Where a statement was sent, for the sentence. Never holds the password. */
export interface Neo4jPlace {
  url: string
  user: string
  database?: string
}

/** What was under way: a strange answer to the first words means a strange server, a refusal to write a user without rights. */
export type Neo4jAction = 'opening' | 'reading' | 'writing'

/** An error of the driver or the server as one of ours. */
export function neo4jError(error: unknown, place: Neo4jPlace, action: Neo4jAction): PapergraphError {
  if (error instanceof PapergraphError) return error
  const code = codeOf(error)
  const text = error instanceof Error ? error.message : String(error)
  const [ours, message] =
    loginSentence(code, place) ??
    databaseSentence(code, place) ??
    rightsSentence(code, text, place, action) ??
    querySentence(code, text, action) ??
    (action === 'opening' || code === 'ServiceUnavailable' || code === 'SessionExpired'
      ? ['store-unreachable', unreachable(error, place.url)]
      : ['internal', `Neo4j at ${place.url} failed: ${text.trimEnd()}`])
  return new PapergraphError(ours, message, { cause: error, details: { url: place.url, neo4jCode: code } })
}

type Sentence = [ErrorCode, string] | undefined

function loginSentence(code: string, { url, user }: Neo4jPlace): Sentence {
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
  return undefined
}

function databaseSentence(code: string, { url, database = '' }: Neo4jPlace): Sentence {
  if (code === 'Neo.ClientError.Database.DatabaseNotFound') {
    return [
      'store-unreachable',
      `Neo4j at ${url} has no database "${database}": create it there, or choose another with --database.`,
    ]
  }
  if (code.endsWith('.DatabaseUnavailable')) {
    return [
      'store-unreachable',
      `The database "${database}" on Neo4j at ${url} is not running: start it there, then try again.`,
    ]
  }
  if (code === 'Neo.ClientError.Cluster.NotALeader') {
    return [
      'store-unreachable',
      `Neo4j at ${url} is a member of a cluster that takes no writes: write neo4j:// instead of bolt://, which finds the member that does.`,
    ]
  }
  return undefined
}

function rightsSentence(code: string, text: string, place: Neo4jPlace, action: Neo4jAction): Sentence {
  const where = `the database "${place.database ?? ''}" on Neo4j at ${place.url}`
  if (code.endsWith('.ForbiddenOnReadOnlyDatabase') || code.endsWith('.WriteOnReadOnlyAccessDb')) {
    return ['store-auth', `Nothing can be written, because ${where} is set to read-only: let it be written to there.`]
  }
  const isForbidden = code.startsWith('Neo.ClientError.Security.')
  if (isForbidden && action === 'opening') {
    return ['store-auth', `The user "${place.user}" may not use ${where} (${firstLine(text)}).`]
  }
  if (isForbidden && action === 'writing') {
    return [
      'store-auth',
      `The user "${place.user}" may not write to ${where} (${firstLine(text)}): ingest as a user with the role publisher or more. Reading needs no such rights.`,
    ]
  }
  if (isForbidden || code === 'Neo.ClientError.Statement.AccessMode') {
    return [
      'query-refused',
      `The query was refused because it writes or administers; the graph is only read here (${firstLine(text)}).`,
    ]
  }
  return undefined
}

function querySentence(code: string, text: string, action: Neo4jAction): Sentence {
  if (
    code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut') ||
    code === 'Neo.ClientError.Transaction.LockClientStopped'
  ) {
    return [
      'query-timeout',
      'The query was ended because it took longer than its time limit: narrow it or add a LIMIT.',
    ]
  }
  if (isMemoryCode(code)) {
    return action === 'writing'
      ? [
          'query-memory',
          'Neo4j ended a write because it needed more memory than a transaction may take: raise db.memory.transaction.max there, then run this again.',
        ]
      : [
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
  return undefined
}

const firstLine = (text: string): string => (text.split('\n')[0] ?? '').replace(/[.\s]+$/, '')
