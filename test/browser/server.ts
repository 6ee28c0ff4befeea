import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { start } from '../program/papergraph.ts'

export interface TestServer {
  /** Without a slash at its end. */
  address: string
  stop(): Promise<void>
}

/** `papergraph serve` as a person starts it, over a data folder that goes away with it. */
export async function startServer({ port = 0, data }: { port?: number; data?: string } = {}): Promise<TestServer> {
  const folder = data ?? mkdtempSync(join(tmpdir(), 'papergraph-browser-'))
  const child = start(['serve', '--port', String(port), '--data', folder])
  const address = await addressOf(child)
  return {
    address,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGINT')
        await once(child, 'close')
      }
      if (data === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
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
