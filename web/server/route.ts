import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { ServerEnv } from './served.ts'

/** The pattern of the route that a request was for; `view` for a file of the view, `none` for an address of the API that is nothing. */
export function routeOf(c: Context<ServerEnv>): string {
  // Middleware answers for every address, or for every method.
  const own = matchedRoutes(c).findLast(({ path, method }) => method !== 'ALL' && !path.endsWith('*'))
  if (own !== undefined) return own.path
  return c.req.path.startsWith('/api/') || !/^(GET|HEAD)$/.test(c.req.method) ? 'none' : 'view'
}
