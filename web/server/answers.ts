import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { Served, ServerEnv } from './served.ts'

/** The graph that an answer is from. */
export interface GraphState {
  version: string
  updating: boolean
}

/**
 * Sends a GET answer. Two answers to one address from one graph version are the same, so its ETag is known and a browser
 * that has it gets 304; while a graph is being updated there is no such promise and no ETag.
 */
export function sendAnswer(c: Context<ServerEnv>, served: Served, state: GraphState, body: object): Response {
  return sendKept(c, served, state, 'json', () => c.json(body))
}

/** The same for an answer in another form, which is made only where it is sent. */
export function sendKept<R extends Response | Promise<Response>>(
  c: Context<ServerEnv>,
  served: Served,
  state: GraphState,
  form: string,
  make: () => R,
): Response | R {
  c.header('Cache-Control', 'private, no-cache')
  if (!state.updating) {
    const tag = entityTag(c.req.url, served, state.version, form)
    c.header('ETag', tag)
    if (isKnown(c.req.header('if-none-match'), tag)) return c.body(null, 304)
  }
  return make()
}

// Weak: compression and the time that a query took may differ.
function entityTag(address: string, { info }: Served, version: string, form: string): string {
  const { pathname, search } = new URL(address)
  const parts = [info.papergraph, info.graph, info.name, version, form, pathname, search]
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
  return `W/"${hash.slice(0, 27)}"`
}

function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch.trim() === '*') return true
  const known: readonly string[] = ifNoneMatch.match(/"[^"]*"/g) ?? []
  return known.includes(tag.slice(2))
}
