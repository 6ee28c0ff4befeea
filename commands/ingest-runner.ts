import { fork } from 'node:child_process'
import { join } from 'node:path'
import { PapergraphError } from '../errors.ts'
import { paths } from '../ingest/load/folder.ts'
import { readPointer } from '../ingest/load/pointer.ts'
import { formatOfFile } from '../ingest/sources/probe.ts'
import { PACKAGE_ROOT } from '../package-root.ts'
import type { IngestRunner, Outcome, RunningIngest, Told } from '../web/server/jobs/runner.ts'
import { decisionBook } from './decision-book.ts'
import type { IngestMessage, IngestOrder } from './ingest-messages.ts'

// Always the built one: Node 20 cannot run TypeScript, and tests run from the sources.
const SCRIPT = join(PACKAGE_ROOT, 'dist', 'commands', 'ingest-child.js')

export interface RunnerOptions extends Pick<IngestOrder, 'data' | 'store' | 'credentials'> {
  /** Of one upload, unpacked. */
  mostUnpackedBytes: number
}

/** Ingests uploads, each in a process of its own. */
export function ingestRunner({ mostUnpackedBytes, ...base }: RunnerOptions): IngestRunner {
  return {
    async refusal(file) {
      try {
        await formatOfFile(file)
        return undefined
      } catch (error) {
        if (error instanceof PapergraphError && error.code === 'input') return error.message
        throw error
      }
    },
    start: (upload, told) => startChild({ ...base, upload: { ...upload, mostUnpackedBytes } }, told),
    // Another graph file is made beside the old one, so there the old one still stands; Neo4j's may be half written.
    undo: (told) => (base.store.kind === 'embedded' ? nothingToDo() : startChild(base, told)),
    curate: (changes, told) => startChild({ ...base, changes }, told),
    ...decisionBook(base.data),
    version() {
      try {
        return readPointer(paths(base.data).pointer)?.version ?? ''
      } catch {
        return ''
      }
    },
  }
}

function startChild(order: IngestOrder, told: Told): RunningIngest {
  const child = fork(SCRIPT, [], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  let isStopped = false
  let outcome: Outcome | undefined
  const ended = new Promise<Outcome>((resolve) => {
    child.on('message', (message: IngestMessage) => {
      if (message.kind === 'waiting') told.onWaiting(message.detail)
      else if (message.kind === 'begun') told.onBegun(message.before)
      else if (message.kind === 'progress') told.onProgress(message.progress)
      else outcome = message
    })
    child.once('error', (cause) => resolve(failed(`could not be started (${cause.message})`)))
    child.once('close', (status, signal) =>
      resolve(outcome ?? (isStopped ? { kind: 'stopped' } : failed(`ended with ${signal ?? `status ${status}`}`))),
    )
    child.send(order, (error) => {
      if (error !== null) child.kill('SIGKILL')
    })
  })
  return {
    ended,
    stop() {
      isStopped = true
      child.kill('SIGKILL')
    },
  }
}

const failed = (what: string): Outcome => ({
  kind: 'failed',
  code: 'internal',
  detail: `The process that ingests ${what}; perhaps the memory was not enough. The graph is as it was before.`,
})

function nothingToDo(): RunningIngest {
  const report = {
    read: 0,
    new: 0,
    updated: 0,
    unchanged: 0,
    papers: 0,
    found: {},
    problems: [],
    problemsLeftOut: 0,
    version: '',
  }
  return { ended: Promise.resolve({ kind: 'done', report }), stop() {} }
}
