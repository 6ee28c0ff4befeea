import { availableParallelism, setPriority } from 'node:os'
import { PapergraphError } from '../errors.ts'
import { createExtractor } from '../ingest/extract/extract.ts'
import { curateAll } from '../ingest/load/curate-steps.ts'
import { paths } from '../ingest/load/folder.ts'
import { type IngestReport, ingest } from '../ingest/load/ingest.ts'
import { readPointer } from '../ingest/load/pointer.ts'
import type { Progress } from '../ingest/load/progress.ts'
import { isUnpackedWithin } from '../ingest/sources/probe.ts'
import type { IngestReport as ShownReport } from '../web/api-ingests.ts'
import type { JobProgress } from '../web/server/jobs/runner.ts'
import { stepOf } from './decision-book.ts'
import type { IngestMessage, IngestOrder } from './ingest-messages.ts'

/** The process that ingests one upload for a server. It lives no longer than its parent. */

const TELL_MS = 150
const LOCK_RETRY_MS = 500
/** Problems that a report names one by one. */
const MOST_PROBLEMS = 1000
const MOST_THREADS = 8
/** Lower than the server's, which answers people meanwhile. */
const NICENESS = 5
const MEGABYTE = 2 ** 20

process.once('message', (order: IngestOrder) => {
  run(order).then(
    (message) => tell(message, () => process.exit(0)),
    (error: unknown) => tell(failure(error), () => process.exit(1)),
  )
})
// Stopped at any moment, an ingest leaves the old graph.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
// Ctrl-C on a terminal goes to the whole group; the parent decides when this process ends.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined)

async function run({ data, store, credentials, upload, changes }: IngestOrder): Promise<IngestMessage> {
  lowerPriority()
  if (upload !== undefined && !(await isUnpackedWithin(upload.file, upload.mostUnpackedBytes)))
    throw new PapergraphError(
      'input',
      `“${upload.name}” unpacks to more than ${Math.round(upload.mostUnpackedBytes / MEGABYTE)} MB, the most that is taken of an upload; split it, or ingest it on the command line.`,
    )
  const progress = telling()
  let begun = false
  const options = {
    data,
    store,
    ...(credentials === undefined ? {} : { credentials }),
    extractor: createExtractor(),
    threads: Math.max(1, Math.min(availableParallelism() - 1, MOST_THREADS)),
    mostProblems: MOST_PROBLEMS,
    ...(upload === undefined ? {} : { called: upload.name }),
    progress: {
      ...progress,
      stage(name: string, total?: number) {
        // The first stage begins when the lock is held.
        if (!begun) tell({ kind: 'begun', before: readPointer(paths(data).pointer)?.version ?? '' })
        begun = true
        progress.stage(name, total)
      },
    },
    onBytes: progress.onBytes,
  }
  if (changes !== undefined) {
    const today = new Date().toISOString().slice(0, 10)
    const steps = changes.map(stepOf)
    const { refusals, ...made } = await whenFree(() => curateAll(steps, { ...options, today }))
    return { kind: 'done', report: shown(made), refusals }
  }
  const report = await whenFree(() => ingest(upload === undefined ? [] : [upload.file], options))
  return upload === undefined ? { kind: 'done', report: shown(report) } : outcomeOf(report, upload.name)
}

/** As on the command line, an upload of which no record can be used has failed. */
function outcomeOf(report: IngestReport, name: string): IngestMessage {
  const fatal = report.problems.find((problem) => problem.fatal)
  if (report.read > 0 || fatal === undefined) return { kind: 'done', report: shown(report) }
  return { kind: 'failed', code: 'input', detail: `“${name}” ${fatal.reason}.`, report: shown(report) }
}

function shown({
  read,
  papers,
  found,
  written,
  problems,
  problemsLeftOut = 0,
  version,
  ...rest
}: IngestReport): ShownReport {
  return {
    ...{ read, new: rest.new, updated: rest.updated, unchanged: rest.unchanged, papers, found, version },
    ...(written === undefined ? {} : { written: { ...written } }),
    problems: problems.map(({ record, reason }) => ({ ...(record === undefined ? {} : { record }), reason })),
    problemsLeftOut,
  }
}

/** Waits while another ingest holds the data folder, and says so. */
async function whenFree<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof PapergraphError) || error.code !== 'locked') throw error
      const { pid, host } = error.details
      const who = pid === undefined ? '' : ` (process ${pid} on ${host})`
      tell({
        kind: 'waiting',
        detail: `Another ingest is running in this data folder${who}; this one begins when it is done.`,
      })
      await new Promise((wait) => setTimeout(wait, LOCK_RETRY_MS))
    }
  }
}

/** Tells progress to the parent, a few times a second. */
function telling(): Progress & { onBytes(source: string, done: number, total?: number): void } {
  let now: JobProgress = { stage: '', done: 0 }
  let told = 0
  const say = (): void => {
    told = performance.now()
    tell({ kind: 'progress', progress: now })
  }
  return {
    stage(stage, total) {
      now = { stage, done: 0, ...(total === undefined ? {} : { total }) }
      say()
    },
    at(done) {
      now = { ...now, done }
      if (performance.now() - told >= TELL_MS) say()
    },
    end() {},
    onBytes(_source, done, total) {
      if (total !== undefined && total > 0) now = { ...now, share: Math.min(1, done / total) }
    },
  }
}

function failure(error: unknown): IngestMessage {
  if (error instanceof PapergraphError && error.code !== 'internal')
    return { kind: 'failed', code: error.code, detail: error.message }
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
    return {
      kind: 'failed',
      code: 'data-folder',
      detail: 'The disk is full; make room and send the file again, nothing that was there is lost.',
    }
  process.stderr.write(
    `papergraph: an upload could not be ingested: ${error instanceof Error ? error.stack : String(error)}\n`,
  )
  return {
    kind: 'failed',
    code: 'internal',
    detail: 'Something went wrong inside papergraph; the server’s log says more.',
  }
}

function lowerPriority(): void {
  try {
    setPriority(NICENESS)
  } catch {
    // Not every system allows it; it is a courtesy.
  }
}

function tell(message: IngestMessage, then: () => void = () => undefined): void {
  process.send?.(message, then)
}
