import { randomBytes } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { PapergraphError } from '../../errors.ts'
import { clientOf } from './clients.ts'
import { RefusedRequest } from './problems.ts'
import { routeOf } from './route.ts'
import type { ServerEnv } from './served.ts'

/** One request. Nothing of it holds the query string or the body, which may hold a token or what a person typed. */
export interface LogEntry {
  id: string
  method: string
  /** As it was sent: a line break in it stays encoded. */
  path: string
  /** The pattern that answered, such as /api/query/:name: one of a few, whatever is asked for. */
  route: string
  client: string
  status: number
  tookMs: number
  error?: unknown
}
export type Log = (entry: LogEntry) => void

/** Writes what is the server's fault to standard error, and nothing else. */
export const logFailures: Log = (entry) => {
  if (entry.status >= 500) process.stderr.write(`${describeEntry(entry)}\n`)
}

export function describeEntry({ id, method, path, status, tookMs, error }: LogEntry): string {
  const line = `request ${id}: ${method} ${path} gave ${status} after ${Math.round(tookMs)} ms`
  if (error === undefined) return line
  return `${line}: ${error instanceof Error ? describeError(error) : String(error)}`
}

const LONGEST_PATH = 300

/** An entry as one line of JSON. What went wrong is named by its code, in words only where it is the server's fault. */
export function jsonEntry(entry: LogEntry, now = new Date()): string {
  const { id, client, method, path, route, status, tookMs, error } = entry
  return JSON.stringify({
    time: now.toISOString(),
    ...{ id, client, method, path: path.slice(0, LONGEST_PATH), route, status },
    ms: Math.round(tookMs * 10) / 10,
    ...(error instanceof PapergraphError || error instanceof RefusedRequest ? { code: error.code } : {}),
    ...(status >= 500 && error !== undefined
      ? { error: error instanceof Error ? describeError(error) : String(error) }
      : {}),
  })
}

function describeError(error: Error): string {
  // Written for people: where it was thrown says nothing more.
  if (error instanceof PapergraphError && error.code !== 'internal') return error.message
  const words = error.stack ?? String(error)
  return error.cause instanceof Error ? `${words}\ncaused by ${describeError(error.cause)}` : words
}

/** Gives each request an id and logs it once, when its answer is ready. */
export function logRequests(...logs: Log[]): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    const id = randomBytes(6).toString('hex')
    const started = performance.now()
    c.set('requestId', id)
    await next()
    c.res.headers.set('X-Request-Id', id)
    const entry: LogEntry = {
      ...{
        id,
        method: c.req.method,
        path: new URL(c.req.url).pathname,
        route: routeOf(c),
        client: clientOf(c),
        status: c.res.status,
      },
      tookMs: performance.now() - started,
      ...(c.error === undefined ? {} : { error: c.error }),
    }
    for (const log of logs) log(entry)
  }
}
