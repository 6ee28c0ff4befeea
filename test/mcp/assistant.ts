import { type CallToolResult, Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import type { Hono } from 'hono'
import { type AppOptions, createApp } from '../../web/server/app.ts'
import type { ServerEnv } from '../../web/server/served.ts'

/** The SDK's own client, as an assistant uses it. */

/** Both generations of the protocol: with a handshake (2025), and where each request says what it is (2026). */
export const GENERATIONS = ['legacy', { pin: '2026-07-28' }] as const
export type Generation = (typeof GENERATIONS)[number]

export const newClient = (mode: Generation): Client =>
  new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } })

/** A client of an app, without a port. */
export async function assistantOf(
  app: Pick<Hono<ServerEnv>, 'request'>,
  mode: Generation = 'legacy',
  headers: Record<string, string> = {},
): Promise<Client> {
  const client = newClient(mode)
  const transport = new StreamableHTTPClientTransport(new URL('http://127.0.0.1:4174/mcp'), {
    fetch: async (url, init) => app.request(String(url), init),
    requestInit: { headers },
  })
  await client.connect(transport)
  return client
}

/** A client of a reader's graph. */
export function assistantOfReader(
  reader: AppOptions['reader'],
  mode: Generation = 'legacy',
  settings: AppOptions['settings'] = {},
): Promise<Client> {
  const info = { graph: 'own', name: 'a graph', papergraph: '0' } as const
  return assistantOf(createApp({ reader, info, settings, serves: 'mcp' }), mode)
}

/** What a tool answers; throws what it says when it fails. */
export async function ask(
  client: Client,
  name: string,
  given: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  const result = await client.callTool({ name, arguments: given })
  if (result.isError === true) throw new Error(wordsOf(result))
  return Object.fromEntries(Object.entries(result.structuredContent ?? {}))
}

export const wordsOf = ({ content }: Pick<CallToolResult, 'content'>): string =>
  content.map((part) => (part.type === 'text' ? part.text : part.type)).join('\n')
