import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { RefusedRequest } from './problems.ts'
import type { ServerEnv } from './served.ts'

/** Knows who holds the token: programs say it with each request, a browser gets a cookie for it. */
export interface TokenGate {
  accepts(token: string): boolean
  isOpenTo(c: Context): boolean
  giveCookie(c: Context): void
}

export function tokenGate(token: string): TokenGate {
  const digest = (text: string): Buffer => createHmac('sha256', token).update(text).digest()
  // The cookie proves the token without holding it; its name lets two servers on one host keep theirs apart.
  const cookie = {
    name: `papergraph_${digest('name').toString('hex', 0, 4)}`,
    value: digest('session').toString('hex'),
  }
  // Of one length whatever is compared, so that the time taken says nothing.
  const isSame = (given: string, wanted: string): boolean => timingSafeEqual(digest(given), digest(wanted))
  const accepts = (given: string): boolean => isSame(given, token)
  return {
    accepts,
    isOpenTo: (c) => {
      const bearer = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1]
      if (bearer !== undefined) return accepts(bearer)
      const session = getCookie(c, cookie.name)
      return session !== undefined && isSame(session, cookie.value)
    },
    giveCookie: (c) => setCookie(c, cookie.name, cookie.value, { httpOnly: true, sameSite: 'Strict', path: '/' }),
  }
}

/** Lets only holders of the token through. */
export function checkToken(gate: TokenGate): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    if (!gate.isOpenTo(c))
      throw new RefusedRequest(
        401,
        'token-required',
        'This papergraph needs its token: send it as "Authorization: Bearer …", or open the page with ?token=… once.',
        { 'WWW-Authenticate': 'Bearer realm="papergraph"' },
      )
    await next()
  }
}
