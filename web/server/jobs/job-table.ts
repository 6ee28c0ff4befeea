import { PapergraphError } from '../../../errors.ts'
import type { Ingest, IngestState } from '../../api-ingests.ts'
import { isFinished, type KeptJob } from './job.ts'
import type { JobFiles } from './job-files.ts'
import type { QueueLimits } from './queue-limits.ts'
import type { Paced } from './rate.ts'

/** A job with what only this process knows of it. */
export interface Job {
  kept: KeptJob
  progress?: Paced
  /** Why it does not go on. */
  waitsFor?: string
  /** Raised by every change. */
  changes: number
  /** Ends the arriving of its body. */
  receiving?: AbortController
}

/** All jobs of one folder, on the disk and for those who follow them. */
export class JobTable {
  readonly #files: JobFiles
  readonly #limits: QueueLimits
  readonly #now: () => number
  readonly #jobs = new Map<string, Job>()
  readonly #followers = new Map<string, Set<() => void>>()
  #order = 0

  constructor(files: JobFiles, limits: QueueLimits, now: () => number) {
    this.#files = files
    this.#limits = limits
    this.#now = now
  }

  /** Takes up what the disk knows, each job as `change` makes it. */
  load(change: (kept: KeptJob) => KeptJob): void {
    for (const kept of this.#files.load()) {
      const job: Job = { kept, changes: 0 }
      this.#jobs.set(kept.id, job)
      this.#order = Math.max(this.#order, kept.order)
      const next = change(kept)
      if (next !== kept) this.remember(job, next)
      if (isFinished(job.kept)) this.#files.dropBody(kept.id)
    }
    this.forgetOld()
  }

  /** Keeps a new job. Throws where the disk does not take it. */
  create(kept: Omit<KeptJob, 'order' | 'receivedAt'>, receiving?: AbortController): Job {
    const job: Job = { kept: { ...kept, order: this.nextOrder(), receivedAt: this.time() }, changes: 0 }
    if (receiving !== undefined) job.receiving = receiving
    this.keep(job, job.kept)
    this.#jobs.set(kept.id, job)
    return job
  }

  /** The disk first: what was said to somebody must be true after a stop too. */
  keep(job: Job, kept: KeptJob): void {
    this.#files.save(kept)
    job.kept = kept
    this.changed(job)
  }

  /** The same where nobody waits for it. A disk that is full must not end the server: the job then runs again after a stop. */
  remember(job: Job, kept: KeptJob): void {
    try {
      this.#files.save(kept)
    } catch {}
    job.kept = kept
    this.changed(job)
  }

  /** The end of a job; its body is not needed any more. */
  finish(job: Job, end: Pick<KeptJob, 'state' | 'report' | 'failure'>): void {
    this.remember(job, { ...job.kept, ...end, finishedAt: this.time() })
    this.#files.dropBody(job.kept.id)
    this.forgetOld()
  }

  forget(job: Job): void {
    this.#jobs.delete(job.kept.id)
    this.#files.drop(job.kept.id)
    this.changed(job)
  }

  forgetOld(): void {
    const { mostFinished, finishedMs } = this.#limits
    const finished = this.inOrder()
      .filter(({ kept }) => isFinished(kept))
      .reverse()
    const oldest = this.#now() - finishedMs
    for (const [index, job] of finished.entries())
      if (index >= mostFinished || Date.parse(job.kept.finishedAt ?? '') < oldest) this.forget(job)
  }

  changed(job: Job): void {
    job.changes++
    for (const tell of this.#followers.get(job.kept.id) ?? []) tell()
  }

  follow(id: string, onChange: () => void): () => void {
    const followers = this.#followers.get(id) ?? new Set()
    this.#followers.set(id, followers.add(onChange))
    return () => {
      followers.delete(onChange)
      if (followers.size === 0) this.#followers.delete(id)
    }
  }

  tellAll(): void {
    for (const followers of this.#followers.values()) for (const tell of followers) tell()
  }

  inOrder(): Job[] {
    return [...this.#jobs.values()].sort((a, b) => a.kept.order - b.kept.order)
  }

  inState(...states: IngestState[]): Job[] {
    return this.inOrder().filter(({ kept }) => states.includes(kept.state))
  }

  /** Throws `not-found`. */
  find(id: string): Job {
    const job = this.#jobs.get(id)
    if (job?.kept.changes !== undefined || job === undefined)
      throw new PapergraphError('not-found', 'There is no such upload: it may be finished and forgotten.')
    return job
  }

  answer({ kept, progress, waitsFor }: Job): Ingest {
    const { id, name, bytes, state, receivedAt, finishedAt, report, failure, order } = kept
    return {
      ...{ id, name, bytes, state, receivedAt },
      ...(finishedAt === undefined ? {} : { finishedAt }),
      ...(state === 'queued'
        ? { place: this.inState('queued').filter((other) => other.kept.order < order).length + 1 }
        : {}),
      ...(waitsFor === undefined ? {} : { waitsFor }),
      ...(progress === undefined ? {} : { progress }),
      ...(report === undefined ? {} : { report }),
      ...(failure === undefined ? {} : { problem: failure }),
    }
  }

  nextOrder(): number {
    return ++this.#order
  }

  time(): string {
    return new Date(this.#now()).toISOString()
  }
}
