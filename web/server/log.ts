import { randomBytes } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { PapergraphError } from '../../errors.ts'
import type { ServerEnv } from './served.ts'

/** One request. `path` is without the query string, which may hold a token. */
export interface LogEntry {
  id: string
  method: string
  path: string
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

function describeError(error: Error): string {
  // Written for people: where it was thrown says nothing more.
  if (error instanceof PapergraphError && error.code !== 'internal') return error.message
  const words = error.stack ?? String(error)
  return error.cause instanceof Error ? `${words}\ncaused by ${describeError(error.cause)}` : words
}

/** Gives each request an id and logs it once, when its answer is ready. */
export function logRequests(log: Log): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    const id = randomBytes(6).toString('hex')
    const started = performance.now()
    c.set('requestId', id)
    await next()
    c.res.headers.set('X-Request-Id', id)
    log({
      id,
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      tookMs: performance.now() - started,
      ...(c.error === undefined ? {} : { error: c.error }),
    })
  }
}
