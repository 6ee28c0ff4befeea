import type { KeptChange } from './job.ts'
import type { Job, JobTable } from './job-table.ts'
import { Pace } from './rate.ts'
import type { CurationChange, IngestRunner, Outcome, RunningIngest, Told } from './runner.ts'

/** One job at work: an ingest, or the taking back of one that was cancelled. */
export class RunningJob {
  readonly job: Job
  /** Never rejects; by then the job says what became of it. */
  readonly ended: Promise<void>
  readonly #table: JobTable
  readonly #ingest: RunningIngest
  readonly #version: () => string
  #isClosing = false

  constructor(job: Job, table: JobTable, runner: IngestRunner, file: string, now: () => number) {
    this.job = job
    this.#table = table
    this.#version = () => runner.version()
    const isUndo = job.kept.state === 'cancelling'
    const told = this.#told(new Pace(now))
    if (isUndo) this.#ingest = runner.undo(told)
    else {
      const { before: _before, ...kept } = job.kept
      table.remember(job, { ...kept, state: 'running', attempts: kept.attempts + 1 })
      const telling = { ...told, onBegun: (before: string) => this.#begun(before) }
      this.#ingest =
        kept.changes === undefined
          ? runner.start({ file, name: kept.name }, telling)
          : runner.curate(kept.changes.map(changeOf), telling)
    }
    this.ended = this.#ingest.ended.then((outcome) => {
      delete job.progress
      delete job.waitsFor
      if (this.#isClosing && outcome.kind !== 'done') this.#putBack()
      else if (isUndo) this.#settleUndo(outcome)
      else if (job.kept.state === 'cancelling') this.#settleCancelled(outcome)
      else if (job.kept.changes !== undefined) this.#settleChanges(outcome, job.kept.changes)
      else this.#settle(outcome)
    })
  }

  /** Ends the process at once. */
  stop(): void {
    this.#ingest.stop()
  }

  /** The same, for the next server to go on with. */
  putAside(): void {
    this.#isClosing = true
    this.#ingest.stop()
  }

  #begun(before: string): void {
    delete this.job.waitsFor
    this.#table.remember(this.job, { ...this.job.kept, before })
  }

  #told(pace: Pace): Told {
    const { job } = this
    return {
      onBegun: () => undefined,
      onProgress: (progress) => {
        job.progress = pace.of(progress)
        this.#table.changed(job)
      },
      onWaiting: (detail) => {
        job.waitsFor = detail
        this.#table.changed(job)
      },
    }
  }

  /** That the server was told to stop is no failure of the upload. */
  #putBack(): void {
    const { kept } = this.job
    if (kept.state === 'running')
      this.#table.remember(this.job, { ...kept, state: 'queued', attempts: kept.attempts - 1 })
  }

  #settle(outcome: Outcome): void {
    if (outcome.kind === 'done') {
      this.#table.finish(this.job, { state: 'done', report: outcome.report })
      return
    }
    const { code, detail, ...rest } = outcome.kind === 'failed' ? outcome : STOPPED
    const report = 'report' in rest && rest.report !== undefined ? { report: rest.report } : {}
    this.#table.finish(this.job, { state: 'failed', failure: { code, detail }, ...report })
  }

  /** What was made is in the file of decisions from now on; what was not stays here with the reason. */
  #settleChanges(outcome: Outcome, changes: readonly KeptChange[]): void {
    const failure = outcome.kind === 'done' ? undefined : outcome.kind === 'failed' ? outcome : STOPPED
    const refusals = outcome.kind === 'done' ? (outcome.refusals ?? []) : changes.map(() => failure?.detail ?? null)
    const left = changes.flatMap((change, at) => {
      const refusal = refusals[at] ?? null
      return refusal === null ? [] : [{ ...change, refusal }]
    })
    if (failure === undefined && left.length === 0) {
      this.#table.forget(this.job)
      return
    }
    this.job.kept = { ...this.job.kept, changes: left }
    const { code, detail } = failure ?? { code: 'curation', detail: left[0]?.refusal ?? '' }
    this.#table.finish(this.job, { state: 'failed', failure: { code, detail } })
  }

  #settleCancelled(outcome: Outcome): void {
    const { before, ...kept } = this.job.kept
    // It was quicker than the stop.
    if (outcome.kind !== 'stopped') this.#settle(outcome)
    else if (before === undefined) this.#table.finish(this.job, { state: 'cancelled' })
    // The graph was whole before the stop came: running again changes nothing and gives the report.
    else if (this.#version() !== before) this.#table.remember(this.job, { ...kept, state: 'queued' })
    // Taken back next.
    else this.#table.remember(this.job, kept)
  }

  #settleUndo(outcome: Outcome): void {
    if (outcome.kind === 'done') this.#table.finish(this.job, { state: 'cancelled' })
    else this.#settle(outcome)
  }
}

const changeOf = ({ id, isUndo, made }: KeptChange): CurationChange => (isUndo ? { undo: id } : { decide: made })

const STOPPED = {
  code: 'stopped',
  detail: 'The process that ingests was ended from outside; send the file again.',
} as const
