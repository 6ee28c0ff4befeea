import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PapergraphError } from '../../../errors.ts'
import { PACKAGE_ROOT } from '../../../package-root.ts'
import type { EmbeddedMode } from '../embedded.ts'
import { openStore } from '../open.ts'
import type { GraphStore, ScanPage } from '../store.ts'
import type { WriterCall, WriterCalls, WriterReply, WriterRequest } from './messages.ts'

// Always the built one: Node 20 cannot run TypeScript, and tests run from the sources.
const SCRIPT = join(PACKAGE_ROOT, 'dist', 'queries', 'store', 'writer', 'child.js')

/** As much of a store as an ingest needs to write a graph. */
export type GraphWriter = Pick<GraphStore, 'ensureSchema' | 'write' | 'writesAtOnce' | 'scan' | 'writeMeta' | 'close'>

/**
 * Opens a graph file for writing: a large one in a process of its own, a small one in this process, since starting another
 * takes longer than writing it. Throws what openEmbedded throws.
 */
export async function openGraphWriter(path: string, mode: EmbeddedMode, isLarge: boolean): Promise<GraphWriter> {
  if (!isLarge || !existsSync(SCRIPT)) return openStore({ kind: 'embedded', path, mode })
  const child = new WriterChild()
  try {
    await child.ask('open', { path, mode })
  } catch (error) {
    child.kill()
    throw error
  }
  return {
    // One is written while the next is being made; the process takes them in turn.
    writesAtOnce: 2,
    ensureSchema: async () => void (await child.ask('ensureSchema', null)),
    write: async (changes) => void (await child.ask('write', changes)),
    writeMeta: async (meta) => void (await child.ask('writeMeta', meta)),
    scan: () => pagesOf(child),
    async close() {
      try {
        if (child.isAlive) await child.ask('close', null)
      } finally {
        child.kill()
      }
    },
  }
}

async function* pagesOf(child: WriterChild): AsyncGenerator<ScanPage> {
  const first = await child.ask('scan', { isFirst: true })
  for (let page = first; page !== null; page = await child.ask('scan', { isFirst: false })) yield page
}

interface Waiting {
  resolve(answer: unknown): void
  reject(error: unknown): void
}

/** The parent's end of a writer process. Every call is answered or, when the process ends, rejected with one clear error. */
class WriterChild {
  readonly #process: ChildProcess = fork(SCRIPT, [], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  readonly #waiting = new Map<number, Waiting>()
  #calls = 0
  #ended: PapergraphError | undefined

  constructor() {
    this.#process.on('message', (message: WriterReply) => this.#settle(message))
    this.#process.once('error', (cause) => this.#end(`it could not be started: ${cause.message}`, cause))
    this.#process.once('close', (status, signal) => this.#end(`it ended with ${signal ?? `status ${status}`}`))
  }

  get isAlive(): boolean {
    return this.#ended === undefined
  }

  ask<Name extends WriterCall>(name: Name, request: WriterCalls[Name]['request']): Promise<WriterCalls[Name]['answer']>
  ask(name: WriterCall, request: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined) {
        reject(this.#ended)
        return
      }
      this.#calls += 1
      const message: WriterRequest = { call: this.#calls, name, request }
      this.#waiting.set(message.call, { resolve, reject })
      this.#process.send(message, (error) => {
        if (error !== null) this.#end(`it cannot be reached: ${error.message}`, error)
      })
    })
  }

  kill(): void {
    this.#process.kill('SIGKILL')
  }

  #settle(message: WriterReply): void {
    const waiting = this.#waiting.get(message.call)
    this.#waiting.delete(message.call)
    if ('answer' in message) waiting?.resolve(message.answer)
    else {
      const { code, message: words, details } = message.error
      waiting?.reject(new PapergraphError(code, words, { details }))
    }
  }

  #end(why: string, cause?: unknown): void {
    this.#ended ??= new PapergraphError(
      'internal',
      `The process that writes the graph failed (${why}); the graph is as it was before, run the same command again.`,
      { cause },
    )
    for (const { reject } of this.#waiting.values()) reject(this.#ended)
    this.#waiting.clear()
  }
}
