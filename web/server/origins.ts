import type { MiddlewareHandler } from 'hono'
import { hostOf } from './hosts.ts'
import { RefusedRequest } from './problems.ts'
import type { ServerEnv } from './served.ts'

/**
 * Refuses requests that a page of another origin makes a browser send. Programs send neither header; a browser sends
 * Sec-Fetch-Site with each request and Origin with every one that is not a plain GET.
 */
export const checkOrigin: MiddlewareHandler<ServerEnv> = async (c, next) => {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const isOwnSite = site === undefined || site === 'same-origin' || site === 'none'
  if (!isOwnSite || (origin !== undefined && hostOfOrigin(origin) !== hostOf(c.req.raw).toLowerCase()))
    throw new RefusedRequest(403, 'origin-refused', 'Only pages of this server may use its API from a browser.')
  await next()
}

function hostOfOrigin(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
