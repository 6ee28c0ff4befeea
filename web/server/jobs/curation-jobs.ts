import { randomBytes } from 'node:crypto'
import { RefusedRequest } from '../problems.ts'
import type { KeptChange } from './job.ts'
import type { JobFiles } from './job-files.ts'
import type { Job, JobTable } from './job-table.ts'
import type { Paced } from './rate.ts'

/** Changes that wait at once: more are a mistake, or somebody else's. */
export const MOST_CHANGES = 200

/** A change that the graph does not have. */
export interface OpenChange extends KeptChange {
  state: 'queued' | 'running' | 'failed'
}

/**
 * Changes to the decisions about the graph as jobs of the queue. All that wait are one job: while the graph is made anew with
 * the first, whatever is decided meanwhile comes together in the next.
 */
export class CurationJobs {
  readonly #table: JobTable
  readonly #files: JobFiles
  readonly #next: () => void

  constructor(table: JobTable, files: JobFiles, next: () => void) {
    this.#table = table
    this.#files = files
    this.#next = next
  }

  /** Queues a change in the place of those about the same decision that wait or failed. Throws RefusedRequest (429). */
  add(change: KeptChange): void {
    this.#withdraw(change.id)
    if (this.open().length >= MOST_CHANGES)
      throw new RefusedRequest(429, 'too-many-decisions', `${MOST_CHANGES} decisions are waiting already.`)
    this.#queue([change])
  }

  /** Queues the making of the graph by the file of decisions as it stands. */
  apply(): void {
    for (const job of this.#jobs('failed')) if (job.kept.changes?.length === 0) this.#table.forget(job)
    this.#queue([])
  }

  /** Takes a change back that waits or failed. Returns whether there was one. */
  withdraw(id: string): boolean {
    return this.#withdraw(id)
  }

  /** All changes that the graph does not have, the oldest first. */
  open(): OpenChange[] {
    return this.#jobs('running', 'queued', 'failed').flatMap(({ kept: { state, changes = [] } }) =>
      changes.map((change) => ({
        ...change,
        state: state === 'running' || state === 'queued' ? state : ('failed' as const),
      })),
    )
  }

  /** What is under way. */
  get now(): { isApplying: boolean; waitsFor?: string; progress?: Paced; problem?: string } {
    const [job] = this.#jobs('running', 'queued')
    const failed = this.#jobs('failed').find(({ kept }) => kept.changes?.length === 0)?.kept.failure
    return {
      isApplying: job !== undefined,
      ...(job?.waitsFor === undefined ? {} : { waitsFor: job.waitsFor }),
      ...(job?.progress === undefined ? {} : { progress: job.progress }),
      ...(failed === undefined ? {} : { problem: failed.detail }),
    }
  }

  #jobs(...states: ('running' | 'queued' | 'failed')[]): Job[] {
    return this.#table.inState(...states).filter(({ kept }) => kept.changes !== undefined)
  }

  #queue(changes: KeptChange[]): void {
    this.#files.make()
    const [waiting] = this.#jobs('queued')
    if (waiting !== undefined)
      this.#table.keep(waiting, { ...waiting.kept, changes: [...(waiting.kept.changes ?? []), ...changes] })
    else {
      const id = randomBytes(8).toString('hex')
      this.#table.create({ id, name: 'decisions', bytes: 0, state: 'queued', attempts: 0, changes })
    }
    this.#next()
  }

  #withdraw(id: string): boolean {
    let isFound = false
    for (const job of this.#jobs('queued', 'failed')) {
      const { changes = [] } = job.kept
      const left = changes.filter((change) => change.id !== id)
      if (left.length === changes.length) continue
      isFound = true
      if (left.length === 0) this.#table.forget(job)
      else this.#table.keep(job, { ...job.kept, changes: left })
    }
    return isFound
  }
}
