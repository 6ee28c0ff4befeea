import type { MiddlewareHandler } from 'hono'
import { ClientBuckets } from './client-buckets.ts'
import { clientOf } from './clients.ts'
import { RefusedRequest } from './problems.ts'
import type { ServerEnv } from './served.ts'

/** Seconds of requests that a client may save up: a page that opens asks for a good deal at once. */
const SAVED_SECONDS = 4

/** Lets so many requests of one client through each second, on average; the rest gets 429 and when to come back. */
export function limitRate(perSecond: number, clock?: () => number): MiddlewareHandler<ServerEnv> {
  const buckets = new ClientBuckets({ capacity: Math.max(1, perSecond * SAVED_SECONDS), perSecond }, clock)
  return async (c, next) => {
    const client = clientOf(c)
    const waitSeconds = buckets.wait(client)
    if (waitSeconds > 0)
      throw new RefusedRequest(
        429,
        'too-many-requests',
        `That is more than ${perSecond} requests a second: come back in ${waitSeconds} s.`,
        { 'Retry-After': String(waitSeconds) },
      )
    buckets.take(client)
    await next()
  }
}
