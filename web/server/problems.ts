import { type ErrorCode, PapergraphError } from '../../errors.ts'
import type { Problem } from '../api.ts'

/**
 * The status of each code. A query that ran out of time gives 504, not 408: browsers take 408 as leave to send the request
 * again, and this server waits for an engine as a gateway does. Memory gives 507, because 413 would blame the request's size.
 */
const STATUS: Readonly<Record<ErrorCode, number>> = {
  usage: 400,
  input: 400,
  'query-invalid': 400,
  'query-refused': 403,
  'not-found': 404,
  // Nobody is left to read it: the client went away.
  'query-cancelled': 499,
  'query-memory': 507,
  'query-timeout': 504,
  busy: 503,
  locked: 503,
  curation: 409,
  'store-unreachable': 503,
  'store-auth': 502,
  'store-foreign': 500,
  'engine-missing': 500,
  'data-folder': 500,
  'port-in-use': 500,
  internal: 500,
}
const RETRY_AFTER_SECONDS = 5

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  421: 'Misdirected Request',
  429: 'Too Many Requests',
  499: 'Client Closed Request',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
  507: 'Insufficient Storage',
}

/** A request that the server itself refuses, with the status that says so. The message is one sentence for people. */
export class RefusedRequest extends Error {
  readonly status: number
  readonly code: string
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.name = 'RefusedRequest'
    this.status = status
    this.code = code
    this.headers = headers
  }
}

/** Turns an error into problem details (RFC 9457). What is not meant for people shows only the request's id. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof RefusedRequest) return problem(error.status, error.code, error.message)
  if (error instanceof PapergraphError && error.code !== 'internal')
    return { ...problem(STATUS[error.code], error.code, error.message), ...placeIn(error.details) }
  const detail = `Something went wrong inside papergraph; its log says more of request ${requestId}.`
  return problem(500, 'internal', detail)
}

/** Where in a typed text the trouble is, where the error knows. */
function placeIn({ line, column }: Readonly<Record<string, unknown>>): Pick<Problem, 'line' | 'column'> {
  return typeof line === 'number' && typeof column === 'number' ? { line, column } : {}
}

/** The answer that carries a problem. */
export function problemResponse(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...(problem.status === 503 ? { 'Retry-After': String(RETRY_AFTER_SECONDS) } : {}),
      ...headers,
    },
  })
}

/** The status in words. */
export const titleOf = (status: number): string => TITLES[status] ?? 'Internal Server Error'

function problem(status: number, code: string, detail: string): Problem {
  return { type: 'about:blank', title: titleOf(status), status, detail, code }
}
