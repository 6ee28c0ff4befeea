import { HOST } from './hostile-request.ts'

/** A request that holds its connection, and how long it may. */
export interface SlowRequest {
  first: string
  /** Sent again and again after that. */
  more?: string
  everyMs?: number
  /** Nothing of the answer, which has at least so many bytes, is read. */
  answerBytes?: number
  endsWithinMs: number
}

const head = (...more: string[]): string => [...more, HOST, ''].join('\r\n')
const POST = head('POST /api/cypher HTTP/1.1', 'Content-Type: application/json')
const LARGE = JSON.stringify({
  text: 'UNWIND range(1, 10000) AS x RETURN $text AS text',
  parameters: { text: 'x'.repeat(2_000) },
})
const typed = (body: string): string =>
  `${POST}Authorization: Bearer {token}\r\nContent-Length: ${body.length}\r\n\r\n${body}`
const HEAD_WITHIN_MS = 17_000
const BODY_WITHIN_MS = 37_000

export const SLOW_REQUESTS: Readonly<Record<string, SlowRequest>> = {
  'nothing at all': { first: '', endsWithinMs: HEAD_WITHIN_MS },
  'a head that never ends': { first: head('GET / HTTP/1.1'), endsWithinMs: HEAD_WITHIN_MS },
  'a head in drops (slowloris)': {
    first: head('GET / HTTP/1.1'),
    more: 'X: y\r\n',
    everyMs: 500,
    endsWithinMs: HEAD_WITHIN_MS,
  },
  'a request line in drops': { first: 'GET /', more: 'x', everyMs: 200, endsWithinMs: HEAD_WITHIN_MS },
  'a body that never comes': { first: `${POST}Content-Length: 100\r\n\r\n`, endsWithinMs: BODY_WITHIN_MS },
  'a body in drops': {
    first: `${POST}Content-Length: 100000\r\n\r\n`,
    more: ' ',
    everyMs: 300,
    endsWithinMs: BODY_WITHIN_MS,
  },
  'chunks in drops': {
    first: `${POST}Transfer-Encoding: chunked\r\n\r\n`,
    more: '1\r\n \r\n',
    everyMs: 300,
    endsWithinMs: BODY_WITHIN_MS,
  },
  'an answer that is never read': { first: typed(LARGE), answerBytes: 20_000_000, endsWithinMs: 37_000 },
}
