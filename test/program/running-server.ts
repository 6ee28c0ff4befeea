import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { start } from './papergraph.ts'

export interface RunningProgram {
  child: ChildProcess
  /** Without a slash at its end. */
  address: string
  port: number
  /** What it wrote to standard error so far. */
  told(): string
  /** Ends it as Ctrl-C does and gives its exit status. */
  stop(): Promise<number | null>
}

/** Starts `papergraph serve` on a free port and waits until it says where it is. */
export function startServer(words: string[], env: Record<string, string> = {}): Promise<RunningProgram> {
  const child = start(['serve', '--port', '0', ...words], { env })
  let printed = ''
  let errors = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const stop = async (): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const closed = once(child, 'close')
    child.kill('SIGINT')
    return (await closed)[0]
  }
  return new Promise((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      const found = /http:\/\/[a-z0-9.]+:(\d+)/.exec(printed)
      if (found === null) return
      const port = Number(found[1])
      resolve({ child, port, address: `http://127.0.0.1:${port}`, told: () => errors, stop })
    })
    child.once('close', () => reject(new Error(`the server ended early: ${printed}${errors}`)))
  })
}
