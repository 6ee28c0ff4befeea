import { isIPv6 } from 'node:net'
import type { Context } from 'hono'
import type { ServerEnv } from './served.ts'

/**
 * Who a request is from: the address at the other end of its connection. Headers such as X-Forwarded-For are what the
 * client says of itself and count for nothing. A request made without a connection (in a test) is from "unknown".
 */
export function clientOf(c: Context<ServerEnv>): string {
  return networkOf(c.env?.incoming?.socket.remoteAddress)
}

/** What counts as one client: an IPv4 address, or the /64 network that a household or a host is given of IPv6 (RFC 6177). */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return 'unknown'
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.replace(/%.*$/, '').toLowerCase().split('::')
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'))
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length
  const all = [...groups(head), ...Array<string>(Math.max(missing, 0)).fill('0'), ...groups(tail ?? '')]
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
