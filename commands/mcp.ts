import { PapergraphError } from '../errors.ts'
import { loadCatalogue } from '../queries/catalogue.ts'
import { createApp } from '../web/server/app.ts'
import { serve } from '../web/server/serve.ts'
import type { Served } from '../web/server/served.ts'
import { DEFAULT_SETTINGS } from '../web/server/settings.ts'
import { dataFolder } from './data-folder.ts'
import { type FollowedGraph, followOwnGraph } from './follow.ts'
import { type GraphOptions, openGraph } from './graph.ts'
import { say } from './output.ts'
import { requestLog } from './request-log.ts'
import { untilToldToStop } from './stop-signal.ts'
import { readToken } from './token.ts'
import { papergraphVersion } from './version.ts'

export interface McpOptions extends GraphOptions {
  http?: boolean
  port?: number
  host?: string
  tokenFile?: string
  /** A file for a line of JSON for each request. */
  log?: string
  /** Limits of typed Cypher: seconds, rows, MB. */
  queryTimeout: number
  queryRows: number
  queryMemory: number
}

const USUAL_PORT = 4174

/** Serves a graph to assistants until they go away (standard input and output) or it is told to stop (HTTP). */
export async function runMcp(options: McpOptions): Promise<void> {
  const { http = false, port, host, tokenFile, log } = options
  const needsHttp = Object.entries({ '--port': port, '--host': host, '--token-file': tokenFile, '--log': log })
  const given = needsHttp.find(([, value]) => value !== undefined)
  if (!http && given !== undefined)
    throw new PapergraphError('usage', `${given[0]} needs --http: without it papergraph mcp listens on no port.`)
  const token = http ? readToken(host ?? '127.0.0.1', tokenFile) : undefined
  const limited = { ...options, memory: options.queryMemory }
  const graph = followOwnGraph(await openGraph(limited), limited, dataFolder(options.data))
  const settings = { cypherTimeoutMs: options.queryTimeout * 1000, cypherRows: options.queryRows }
  try {
    if (http) await overHttp(graph, settings, { port, host, token, log })
    else await overStdio(graph, settings)
  } finally {
    await graph.reader.close()
  }
}

interface CypherSettings {
  cypherTimeoutMs: number
  cypherRows: number
}

async function overStdio(graph: FollowedGraph, settings: CypherSettings): Promise<void> {
  const { serveStdio } = await import('@modelcontextprotocol/server/stdio')
  const { mcpServer } = await import('../web/mcp/server.ts')
  const served: Served = {
    reader: graph.reader,
    info: graph.info(papergraphVersion()),
    questions: loadCatalogue(),
    settings: { ...DEFAULT_SETTINGS, ...settings },
  }
  const left = new Promise<void>((leave) => {
    for (const event of ['end', 'close', 'error']) process.stdin.once(event, () => leave())
  })
  const serving = serveStdio(() => mcpServer(served), { onerror: (error) => say(`papergraph: ${error.message}`) })
  say(`papergraph serves ${graph.describe()} to an assistant on standard input and output.`)
  if (process.stdin.isTTY)
    say('That is meant for programs, not for typing: see "papergraph mcp --help". Stop it with Ctrl-C.')
  await Promise.race([left, untilToldToStop()])
  await serving.close()
}

async function overHttp(
  graph: FollowedGraph,
  settings: CypherSettings,
  { port = USUAL_PORT, host = '127.0.0.1', token, log }: Pick<McpOptions, 'port' | 'host' | 'log'> & { token?: string },
): Promise<void> {
  const app = createApp({
    reader: graph.reader,
    info: graph.info(papergraphVersion()),
    ...(token === undefined ? {} : { token }),
    serves: 'mcp',
    host,
    log: requestLog(log),
    settings,
  })
  const server = await serve({ app, host, port })
  say(`papergraph serves ${graph.describe()} to assistants at ${server.url}mcp`)
  say('Stop it with Ctrl-C.')
  await untilToldToStop()
  await server.close()
}
