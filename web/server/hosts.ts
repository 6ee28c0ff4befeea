import { isIP } from 'node:net'
import { hostname } from 'node:os'
import type { MiddlewareHandler } from 'hono'
import { RefusedRequest } from './problems.ts'
import type { ServerEnv } from './served.ts'

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]']
// A name or an IPv4 address, or an IPv6 address in brackets; then perhaps a port.
const HOST_HEADER = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/

/** Whether nothing but this machine reaches an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

/**
 * Whether a Host header names this server. A page elsewhere can point a name of its own at this machine (DNS rebinding)
 * and would then read everything; it cannot do so with an address or with a name that it does not own.
 */
export function hostRule(boundTo: string, alsoAllowed: readonly string[] = []): (header: string) => boolean {
  const names = new Set([...LOOPBACK_NAMES, ...alsoAllowed.map((name) => name.toLowerCase()), bracketed(boundTo)])
  const isOpen = !isLoopback(boundTo)
  if (isOpen) names.add(hostname().toLowerCase())
  return (header) => {
    const name = HOST_HEADER.exec(header.toLowerCase())?.[1]?.replace(/\.$/, '')
    if (name === undefined) return false
    return names.has(name) || (isOpen && isIP(name.replace(/^\[|\]$/g, '')) !== 0)
  }
}

const bracketed = (host: string): string => (isIP(host) === 6 ? `[${host}]` : host).toLowerCase()

/** Refuses requests that are meant for another host. */
export function checkHost(isOurs: (header: string) => boolean): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    // A request line may name another host than the header does.
    if (!isOurs(hostOf(c.req.raw)) || !isOurs(new URL(c.req.url).host))
      throw new RefusedRequest(
        421,
        'host-refused',
        'This server does not answer to that host name; use its address, or allow the name when starting papergraph.',
      )
    await next()
  }
}

/** The Host header; a request made without a connection (in a test) has none, its URL says the same. */
export const hostOf = (request: Request): string => request.headers.get('host') ?? new URL(request.url).host
