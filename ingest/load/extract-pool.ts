import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { PACKAGE_ROOT } from '../../package-root.ts'
import type { PaperRecord } from '../paper.ts'

// Always the built one: Node 20 cannot run TypeScript, and tests run from the sources.
const SCRIPT = join(PACKAGE_ROOT, 'dist', 'ingest', 'load', 'extract-worker.js')

/** Threads that extract with the extractor that the package comes with, each a pile of papers at a time. */
export class ExtractPool {
  readonly #idle: Worker[]
  readonly #all: readonly Worker[]
  readonly #waiting: ((worker: Worker) => void)[] = []

  /** Whether there is anything to start: the package has been built. */
  static get isThere(): boolean {
    return existsSync(SCRIPT)
  }

  constructor(threads: number) {
    this.#all = Array.from({ length: threads }, () => new Worker(SCRIPT))
    this.#idle = [...this.#all]
  }

  /** Resolves to a line of the extraction cache for each paper, in their order. Rejects when the thread fails. */
  async extract(papers: readonly PaperRecord[]): Promise<string[]> {
    const worker = this.#idle.pop() ?? (await new Promise<Worker>((resolve) => this.#waiting.push(resolve)))
    worker.postMessage(papers)
    // Rejects on the thread's 'error' event.
    const [lines]: string[][] = await once(worker, 'message')
    const next = this.#waiting.shift()
    if (next === undefined) this.#idle.push(worker)
    else next(worker)
    return lines ?? []
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map((worker) => worker.terminate()))
  }
}
