import type { McpHttpHandler } from '@modelcontextprotocol/server'
import type { Hono } from 'hono'
import { checkOrigin } from '../server/origins.ts'
import type { Served, ServerEnv } from '../server/served.ts'
import { checkToken, type TokenGate } from '../server/token.ts'

/** Streams that wait for news of tools and resources, of which there are none here. */
const MOST_SUBSCRIPTIONS = 16

/**
 * /mcp: the graph for assistants over streamable HTTP, of both protocol generations and without sessions. Behind the same
 * checks of origin and token as the API; the host is checked for every address before.
 */
export function addMcp(app: Hono<ServerEnv>, served: Served, gate: TokenGate | undefined): void {
  app.use('/mcp', checkOrigin)
  if (gate !== undefined) app.use('/mcp', checkToken(gate))
  // Loaded when somebody asks: the view needs none of it.
  let handler: Promise<McpHttpHandler> | undefined
  app.all('/mcp', async (c) => {
    handler ??= makeHandler(served)
    const answer = await (await handler).fetch(c.req.raw)
    answer.headers.set('Cache-Control', 'no-store')
    return answer
  })
}

async function makeHandler(served: Served): Promise<McpHttpHandler> {
  const { createMcpHandler } = await import('@modelcontextprotocol/server')
  const { mcpServer } = await import('./server.ts')
  return createMcpHandler(() => mcpServer(served), {
    maxRequestBodySize: served.settings.bodyBytes,
    maxSubscriptions: MOST_SUBSCRIPTIONS,
  })
}
