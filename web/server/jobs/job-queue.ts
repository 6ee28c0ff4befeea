import { randomBytes } from 'node:crypto'
import { PapergraphError } from '../../../errors.ts'
import type { Ingest } from '../../api-ingests.ts'
import { RefusedRequest } from '../problems.ts'
import { CurationJobs } from './curation-jobs.ts'
import { isFinished } from './job.ts'
import type { JobFiles } from './job-files.ts'
import { type Job, JobTable } from './job-table.ts'
import { QUEUE_LIMITS, type QueueLimits } from './queue-limits.ts'
import { CutOff, receive } from './receive.ts'
import { resumed } from './resumed.ts'
import type { IngestRunner } from './runner.ts'
import { RunningJob } from './running-job.ts'
import { uploadName } from './upload-name.ts'

const RETRY_AFTER_S = 5

/** Uploads as jobs, one ingest at a time; the rest waits. All that must outlive the process is on the disk first. */
export class JobQueue {
  readonly limits: QueueLimits
  readonly #files: JobFiles
  readonly #runner: IngestRunner
  readonly #now: () => number
  readonly #table: JobTable
  #running: RunningJob | undefined
  #isClosed = false

  /** Takes up what is on the disk: what was queued or running runs again, what was still arriving is reported. */
  constructor(
    files: JobFiles,
    runner: IngestRunner,
    limits: Partial<QueueLimits> = {},
    now: () => number = () => Date.now(),
  ) {
    this.#files = files
    this.#runner = runner
    this.#now = now
    this.limits = { ...QUEUE_LIMITS, ...limits }
    this.#table = new JobTable(files, this.limits, now)
    this.curation = new CurationJobs(this.#table, files, () => this.#next())
    if (!files.isThere) return
    const { mostAttempts } = this.limits
    const found = { version: runner.version(), time: this.#table.time(), mostAttempts }
    this.#table.load((kept) => resumed(kept, { ...found, hasBody: files.hasBody(kept.id) }))
    this.#next()
  }

  /** Newest first. */
  list(): Ingest[] {
    this.#table.forgetOld()
    return this.#table
      .inOrder()
      .filter(({ kept }) => kept.changes === undefined)
      .reverse()
      .map((job) => this.#table.answer(job))
  }

  /** Changes to the decisions about the graph, in the same queue. */
  readonly curation: CurationJobs

  /** Throws `not-found`. */
  get(id: string): Ingest {
    return this.#table.answer(this.#table.find(id))
  }

  /** A number that is another one after every change. Throws `not-found`. */
  changesOf(id: string): number {
    return this.#table.find(id).changes
  }

  /** Calls back at every change of a job, and when the queue is closed. Returns how to stop. */
  follow(id: string, onChange: () => void): () => void {
    return this.#table.follow(id, onChange)
  }

  get isClosed(): boolean {
    return this.#isClosed
  }

  /**
   * Takes a file in and queues it. Resolves when it is whole on the disk. Throws `busy` while the server stops, and RefusedRequest: 429 while
   * too many wait, 413, 415 for a format that is not known, 400 for an empty file, 408 for a body that broke off, 409 when it was cancelled.
   */
  async add(givenName: string, body: AsyncIterable<Uint8Array>): Promise<Ingest> {
    this.#refuseWhenFull()
    this.#files.make()
    const receiving = new AbortController()
    const id = randomBytes(8).toString('hex')
    const name = uploadName(givenName)
    const job = this.#table.create({ id, name, bytes: 0, state: 'receiving', attempts: 0 }, receiving)
    try {
      const bytes = await receive(body, this.#files.body(id), {
        mostBytes: this.limits.mostBytes,
        signal: receiving.signal,
        onBytes: (done) => {
          job.kept = { ...job.kept, bytes: done }
          this.#table.changed(job)
        },
      })
      await this.#refuseUnknown(name, bytes, this.#files.body(id))
      if (receiving.signal.aborted) throw new CutOff('stopped')
      this.#table.keep(job, { ...job.kept, state: 'queued', order: this.#table.nextOrder() })
    } catch (error) {
      throw this.#notTaken(job, error)
    }
    delete job.receiving
    this.#next()
    return this.#table.answer(job)
  }

  /** Stops what arrives, waits or runs; the graph stays, or becomes again, what it was. A finished one is forgotten. */
  cancel(id: string): Ingest {
    const job = this.#table.find(id)
    const { state } = job.kept
    if (isFinished(job.kept)) this.#table.forget(job)
    if (state === 'receiving' || state === 'queued') this.#table.finish(job, { state: 'cancelled' })
    if (state === 'running') this.#table.remember(job, { ...job.kept, state: 'cancelling' })
    job.receiving?.abort()
    if (this.#running?.job === job && state === 'running') this.#running.stop()
    return this.#table.answer(job)
  }

  /** Ends what runs; it runs again when a queue is made of the same folder. */
  async close(): Promise<void> {
    this.#isClosed = true
    for (const { receiving } of this.#table.inOrder()) receiving?.abort()
    this.#running?.putAside()
    await this.#running?.ended
    this.#table.tellAll()
  }

  #refuseWhenFull(): void {
    const waiting = this.#table.inState('receiving', 'queued').filter(({ kept }) => kept.changes === undefined).length
    if (this.#isClosed) throw new PapergraphError('busy', 'The server is being stopped and takes no more uploads.')
    if (waiting >= this.limits.mostWaiting)
      throw new RefusedRequest(
        429,
        'too-many-uploads',
        `${waiting} uploads are waiting already; send this one when some of them are done.`,
        { 'Retry-After': String(RETRY_AFTER_S) },
      )
  }

  async #refuseUnknown(name: string, bytes: number, file: string): Promise<void> {
    if (bytes === 0) throw new RefusedRequest(400, 'empty', 'The upload is empty: there is nothing in the file.')
    const refusal = await this.#runner.refusal(file)
    if (refusal !== undefined) throw new RefusedRequest(415, 'unknown-format', `“${name}” ${refusal}.`)
  }

  /** What the sender hears; a body that broke off stays in the list, for those who come to look. */
  #notTaken(job: Job, error: unknown): unknown {
    delete job.receiving
    this.#files.dropBody(job.kept.id)
    if (!(error instanceof CutOff)) {
      this.#table.forget(job)
      return error
    }
    if (job.kept.state === 'cancelled')
      return new RefusedRequest(409, 'cancelled', 'The upload was cancelled; nothing of it was used.')
    const detail = `The upload broke off after ${job.kept.bytes.toLocaleString('en')} bytes; nothing of it was used, send it again.`
    this.#table.finish(job, { state: 'failed', failure: { code: 'cut-off', detail } })
    return new RefusedRequest(this.#isClosed ? 503 : 408, 'cut-off', detail)
  }

  #next(): void {
    if (this.#isClosed || this.#running !== undefined) return
    const job = this.#table.inState('cancelling')[0] ?? this.#table.inState('queued')[0]
    if (job === undefined) return
    this.#running = new RunningJob(job, this.#table, this.#runner, this.#files.body(job.kept.id), this.#now)
    this.#running.ended.then(() => {
      this.#running = undefined
      this.#next()
    })
    // Places of those that wait have changed.
    for (const each of this.#table.inState('queued')) this.#table.changed(each)
  }
}
