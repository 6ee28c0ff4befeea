/** One hostile request as it goes over the wire, and what must come of it. */
export interface HostileRequest {
  /** Bytes as Latin-1. `{port}`, `{token}` and `{file}` (a secret file's absolute path) are filled in. */
  bytes: string
  /** The status on a server without a token; `none`: the connection is closed without a word. */
  open: number | 'none'
  /** The status on a server with one, of which the request knows nothing (or, where it says `{token}`, all). */
  guarded: number | 'none'
  /** A server without a token may answer it like an ordinary question: what it tries to get around is not there. */
  mayRead?: boolean
}

type Outcome = readonly [open: HostileRequest['open'], guarded: HostileRequest['guarded']]

const CRLF = '\r\n'
export const HOST = 'Host: localhost:{port}'
const JSON_TYPE = 'Content-Type: application/json'
export const CYPHER = '{"text":"MATCH (p:Paper) RETURN p.title AS title"}'

/** Exactly these bytes. */
export const raw = (bytes: string, [open, guarded]: Outcome): HostileRequest => ({ bytes, open, guarded })

/** Lines of a head, and perhaps a body after it. */
export const lines = (head: readonly string[], outcome: Outcome, body = ''): HostileRequest =>
  raw(`${[...head, 'Connection: close'].join(CRLF)}${CRLF}${CRLF}${body}`, outcome)

/** A GET with our own Host. */
export const get = (target: string, outcome: Outcome, ...headers: string[]): HostileRequest =>
  lines([`GET ${target} HTTP/1.1`, HOST, ...headers], outcome)

/** A GET with these headers alone. */
export const bare = (target: string, outcome: Outcome, ...headers: string[]): HostileRequest =>
  lines([`GET ${target} HTTP/1.1`, ...headers], outcome)

/** A POST of a typed query, proper but for what is given. */
export const post = (body: string, outcome: Outcome, ...headers: string[]): HostileRequest =>
  lines(['POST /api/cypher HTTP/1.1', HOST, JSON_TYPE, `Content-Length: ${body.length}`, ...headers], outcome, body)

/** A POST of a typed query with these headers alone beside Host. */
export const postBare = (body: string, outcome: Outcome, ...headers: string[]): HostileRequest =>
  lines(['POST /api/cypher HTTP/1.1', HOST, ...headers], outcome, body)

/** A POST of a file with these headers beside Host and its length. */
export const upload = (body: string, outcome: Outcome, ...headers: string[]): HostileRequest =>
  lines(
    ['POST /api/uploads?name=papers.bib HTTP/1.1', HOST, `Content-Length: ${body.length}`, ...headers],
    outcome,
    body,
  )

/** The same, where a server without a token may answer. */
export const mayRead = (request: HostileRequest): HostileRequest => ({ ...request, mayRead: true })
