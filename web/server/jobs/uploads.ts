import { PapergraphError } from '../../../errors.ts'
import type { IngestList } from '../../api-ingests.ts'
import { RefusedRequest } from '../problems.ts'
import type { CurationJobs } from './curation-jobs.ts'
import { JobFiles } from './job-files.ts'
import { JobQueue } from './job-queue.ts'
import { QUEUE_LIMITS, type QueueLimits } from './queue-limits.ts'
import type { IngestRunner } from './runner.ts'

export interface UploadsOptions {
  /** One sentence why this server takes no files; absent where it does. */
  refusal?: string
  /** Where uploads live. */
  folder: string
  runner: IngestRunner
  limits?: Partial<QueueLimits>
  /** Keeps a second server out of the folder. Returns the release; throws `locked`. */
  lock(): () => void
}

/** For a server that takes no files, as in a test. */
export function noUploads(): Uploads {
  const nobody = (): never => {
    throw new Error('there is nothing to ingest with')
  }
  const runner: IngestRunner = {
    ...{ refusal: nobody, start: nobody, undo: nobody, curate: nobody, decisionId: nobody, curationRefusal: nobody },
    ...{ version: () => '', decisions: () => ({ decisions: [], problems: [] }) },
  }
  return new Uploads({ refusal: 'This server takes no files.', folder: '', runner, lock: nobody })
}

/** The uploads of a data folder: open to this server, closed for a reason, or another server's. */
export class Uploads {
  readonly #options: UploadsOptions
  readonly #files: JobFiles
  #queue: JobQueue | undefined
  #release: (() => void) | undefined

  constructor(options: UploadsOptions) {
    this.#options = options
    this.#files = new JobFiles(options.folder)
  }

  /** Goes on with what an earlier server left. */
  resume(): void {
    this.#tryToOpen()
  }

  /** The queue to add to. Throws RefusedRequest (403) where files are not taken, `busy` where another server takes them. */
  open(): JobQueue {
    const { refusal } = this.#options
    if (refusal !== undefined) throw new RefusedRequest(403, 'uploads-off', refusal)
    if (this.#queue !== undefined) return this.#queue
    this.#files.make()
    this.#release = this.#lock()
    this.#queue = new JobQueue(this.#files, this.#options.runner, this.#options.limits)
    return this.#queue
  }

  /** The queue to take something away from. Throws as `open` and `existing` do. */
  cancellable(): JobQueue {
    if (this.#options.refusal !== undefined) return this.open()
    return this.existing()
  }

  /** The queue, if there is or was anything in it. Throws `not-found` otherwise. */
  existing(): JobQueue {
    this.#tryToOpen()
    if (this.#queue === undefined) throw new PapergraphError('not-found', 'Nothing was uploaded to this server.')
    return this.#queue
  }

  list(): IngestList {
    const { mostBytes, mostWaiting } = { ...QUEUE_LIMITS, ...this.#options.limits }
    const limits = { mostBytes, mostWaiting }
    const reason = this.#options.refusal ?? this.#tryToOpen()
    if (reason !== undefined) return { isOpen: false, reason, ...limits, uploads: [] }
    return { isOpen: true, ...limits, uploads: this.#queue?.list() ?? [] }
  }

  /** What knows the data folder's decisions. */
  get runner(): IngestRunner {
    return this.#options.runner
  }

  /** Why nothing can be decided here, in a sentence: because the server does not write, or because there is nothing of one's own. */
  curationRefusal(): { off?: string; empty?: string } {
    const off = this.#options.refusal ?? this.#tryToOpen()
    if (off !== undefined) return { off }
    const empty = this.#options.runner.curationRefusal()
    return empty === undefined ? {} : { empty }
  }

  /** Changes to decisions, if there is or was anything in the queue. */
  curation(): CurationJobs | undefined {
    this.#tryToOpen()
    return this.#queue?.curation
  }

  async close(): Promise<void> {
    await this.#queue?.close()
    const release = this.#release
    this.#release = undefined
    release?.()
  }

  /** Opens a queue that is there already; a folder is made by the first upload only. Returns why it cannot be opened. */
  #tryToOpen(): string | undefined {
    if (this.#options.refusal !== undefined || !this.#files.isThere) return undefined
    try {
      this.open()
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
    return undefined
  }

  #lock(): () => void {
    try {
      return this.#options.lock()
    } catch (cause) {
      if (!(cause instanceof PapergraphError) || cause.code !== 'locked') throw cause
      throw new PapergraphError(
        'busy',
        `Another papergraph server (process ${cause.details.pid}) takes the uploads of this data folder; send the file to that one.`,
        { cause },
      )
    }
  }
}
