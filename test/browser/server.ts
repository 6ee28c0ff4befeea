import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NEO4J_LTS, neo4jAvailability, startNeo4j } from '../neo4j/server.ts'
import { papergraph, start } from '../program/papergraph.ts'

export interface TestServer {
  /** Without a slash at its end. */
  address: string
  stop(): Promise<void>
}

export interface ServerOptions {
  port?: number
  /** A data folder that stays; else one that goes away with the server. */
  data?: string
  /** Where the graph is; for Neo4j a server of its own is started, with nothing in it. */
  store?: 'embedded' | 'neo4j'
  /** Files to ingest first, by the command line; without any, the embedded store shows the bundled sample. */
  papers?: readonly string[]
}

const PASSWORD = 'papergraph-tests'

/** `papergraph serve` as a person starts it. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const { port = 0, data, store = 'embedded', papers = [] } = options
  const folder = data ?? mkdtempSync(join(tmpdir(), 'papergraph-browser-'))
  const neo4j = store === 'neo4j' ? await startNeo4j({ password: PASSWORD }) : undefined
  const where = ['--data', folder, ...(neo4j ? ['--store', neo4j.url] : [])]
  const env = { NEO4J_PASSWORD: PASSWORD }
  const cleanUp = async (): Promise<void> => {
    await neo4j?.stop()
    if (data === undefined) rmSync(folder, { recursive: true, force: true })
  }
  try {
    if (papers.length > 0) {
      const { status, stderr } = await papergraph(['ingest', ...papers, ...where], { env })
      if (status !== 0) throw new Error(`the papers could not be ingested: ${stderr}`)
    }
    const child = start(['serve', '--port', String(port), ...where], { env })
    const address = await addressOf(child)
    return {
      address,
      async stop() {
        if (child.exitCode === null && child.signalCode === null) {
          child.kill('SIGINT')
          await once(child, 'close')
        }
        await cleanUp()
      },
    }
  } catch (error) {
    await cleanUp()
    throw error
  }
}

/** The stores that browser tests walk on; one that cannot be had here says why, and in CI it is an error. */
export async function storesToWalkOn(): Promise<{ name: string; store: 'embedded' | 'neo4j'; missing?: string }[]> {
  const found = await neo4jAvailability()
  if (!found.available && process.env.CI === 'true')
    throw new Error(`The browser tests must run on Neo4j ${NEO4J_LTS} in CI, but ${found.reason}.`)
  return [
    { name: 'the embedded store', store: 'embedded' },
    { name: `Neo4j ${NEO4J_LTS}`, store: 'neo4j', ...(found.available ? {} : { missing: found.reason }) },
  ]
}

/** A server says on standard output where it is; one that cannot start ends, and says why. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const read = (text: string): void => {
      printed += text
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0]
      if (found) resolve(found)
    }
    child.stdout?.setEncoding('utf8').on('data', read)
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
    child.once('close', () => reject(new Error(`the server ended: ${printed}`)))
  })
}
