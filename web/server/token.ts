import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { ClientBuckets } from './client-buckets.ts'
import { clientOf } from './clients.ts'
import { RefusedRequest } from './problems.ts'
import type { ServerEnv } from './served.ts'

/** Wrong tokens that one client may say at once, and how many more each second. */
const GUESSES = { capacity: 10, perSecond: 1 / 6 }

/** Knows who holds the token: programs say it with each request, a browser gets a cookie for it. */
export interface TokenGate {
  /** Whether the token that an address carries is the one. */
  accepts(c: Context<ServerEnv>, token: string): boolean
  isOpenTo(c: Context<ServerEnv>): boolean
  giveCookie(c: Context<ServerEnv>): void
}

/**
 * A client that guesses is soon refused unheard for a while (RefusedRequest, 429): each of the three ways to say the token
 * by itself, so that a page elsewhere, which can make a browser open an address, cannot lock out who has the cookie.
 */
export function tokenGate(token: string, clock?: () => number): TokenGate {
  const digest = (text: string): Buffer => createHmac('sha256', token).update(text).digest()
  // The cookie proves the token without holding it; its name lets two servers on one host keep theirs apart.
  const cookie = {
    name: `papergraph_${digest('name').toString('hex', 0, 4)}`,
    value: digest('session').toString('hex'),
  }
  const guesses = new ClientBuckets(GUESSES, clock)
  const isRight = (c: Context<ServerEnv>, way: string, given: string, wanted: string): boolean => {
    const client = `${clientOf(c)} ${way}`
    const waitSeconds = guesses.wait(client)
    if (waitSeconds > 0) throw tooManyGuesses(waitSeconds)
    // Of one length whatever is compared, so that the time taken says nothing.
    const isSame = timingSafeEqual(digest(given), digest(wanted))
    if (!isSame) guesses.take(client)
    return isSame
  }
  return {
    accepts: (c, given) => isRight(c, 'address', given, token),
    isOpenTo: (c) => {
      const bearer = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1]
      if (bearer !== undefined) return isRight(c, 'bearer', bearer, token)
      const session = getCookie(c, cookie.name)
      return session !== undefined && isRight(c, 'cookie', session, cookie.value)
    },
    giveCookie: (c) => setCookie(c, cookie.name, cookie.value, { httpOnly: true, sameSite: 'Strict', path: '/' }),
  }
}

function tooManyGuesses(waitSeconds: number): RefusedRequest {
  const detail = `Too many wrong tokens came from your address: come back in ${waitSeconds} s.`
  return new RefusedRequest(429, 'too-many-guesses', detail, { 'Retry-After': String(waitSeconds) })
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
