import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { PACKAGE_ROOT } from '../package-root.ts'
import { createApp } from '../web/server/app.ts'
import { serve } from '../web/server/serve.ts'
import { dataFolder } from './data-folder.ts'
import { followOwnGraph } from './follow.ts'
import { type GraphOptions, openGraph } from './graph.ts'
import { print, say } from './output.ts'
import { requestLog } from './request-log.ts'
import { untilToldToStop } from './stop-signal.ts'
import { readToken } from './token.ts'
import { makeUploads } from './uploads.ts'
import { papergraphVersion } from './version.ts'

export interface ServeOptions extends GraphOptions {
  port: number
  host: string
  tokenFile?: string
  open?: boolean
  /** Whether files are taken; absent where nothing was said. */
  uploads?: boolean
  /** MB of one file that is sent. */
  uploadLimit: number
  /** A file for a line of JSON for each request; "-" for standard error. */
  log?: string
  /** Requests a second of one client, beyond loopback. */
  rateLimit: number
  /** Limits of typed Cypher: seconds, rows, MB. */
  queryTimeout: number
  queryRows: number
  queryMemory: number
}

/** Serves the view until it is told to stop. */
export async function runServe(options: ServeOptions): Promise<void> {
  const token = readToken(options.host, options.tokenFile)
  const log = requestLog(options.log)
  const limited = { ...options, memory: options.queryMemory }
  const graph = followOwnGraph(await openGraph(limited), limited, dataFolder(options.data))
  const uploads = await makeUploads(options)
  try {
    const app = createApp({
      reader: graph.reader,
      uploads,
      info: graph.info(papergraphVersion()),
      ...(token === undefined ? {} : { token }),
      clientFolder: join(PACKAGE_ROOT, 'dist', 'client'),
      cacheFolder: join(dataFolder(options.data), 'cache'),
      host: options.host,
      log,
      settings: {
        cypherTimeoutMs: options.queryTimeout * 1000,
        cypherRows: options.queryRows,
        requestsPerSecond: options.rateLimit,
      },
    })
    const server = await serve({ app, host: options.host, port: options.port })
    print(`papergraph is at ${server.url} (${graph.describe()})`)
    say('Stop it with Ctrl-C.')
    uploads.resume()
    if (options.open) openBrowser(server.url)
    await untilToldToStop()
    // First the uploads, so that those who follow one are not waited for.
    await uploads.close()
    await server.close()
  } finally {
    await uploads.close()
    await graph.reader.close()
  }
}

function openBrowser(url: string): void {
  const [command, args]: [string, string[]] =
    process.platform === 'darwin'
      ? ['open', [url]]
      : process.platform === 'win32'
        ? ['cmd', ['/c', 'start', '', url]]
        : ['xdg-open', [url]]
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => say(`No browser could be opened; go to ${url} yourself.`))
  child.unref()
}
