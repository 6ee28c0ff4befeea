import { setPriority } from 'node:os'
import { PapergraphError } from '../../../errors.ts'
import type { TimedRows } from '../../answer.ts'
import type { Parameters } from '../store.ts'
import type { GraphSource } from './graph-source.ts'
import { limitMemory, memoryLimitKind } from './memory-limit.ts'
import { deliver, ReaderChild } from './reader-child.ts'
import { cancelled } from './run-queue.ts'

export interface TypedRun {
  text: string
  parameters: Parameters
  maxRows: number
  timeoutMs: number
  signal: AbortSignal | undefined
}

interface Slot {
  child: Promise<ReaderChild> | undefined
  isTaken: boolean
}

/** Of the system's 40 steps from hurried to idle: the view's own questions go first. */
const LOW_PRIORITY = 10
const SLOTS = 2
/** A server's own clock is slow; it is the last resort. */
const SERVER_GRACE_MS = 100
/** How long a server may take to say that it stopped, before the process is ended. */
const STOP_MS = 400

/**
 * The reader processes that run what people type on one graph: at most two, started on first use and kept, because to open
 * a graph takes longer than most queries. A query that has to be ended takes its process with it; a new one is started.
 * Neo4j, too, is asked through them: its answers would fill the memory of this process, and a connection that breaks ends
 * what runs on the server sooner than the server's own clock.
 */
export class TypedChildren {
  readonly #source: GraphSource
  readonly #memoryBytes: number
  readonly #slots: Slot[] = Array.from({ length: SLOTS }, () => ({ child: undefined, isTaken: false }))
  #isClosed = false

  constructor(source: GraphSource, memoryBytes: number) {
    this.#source = source
    this.#memoryBytes = memoryBytes
  }

  async run(run: TypedRun): Promise<TimedRows> {
    const slot = this.#freeSlot()
    slot.isTaken = true
    let child: ReaderChild | undefined
    try {
      return await deliver(
        async () => {
          child = await untilAborted(this.#childOf(slot), run.signal)
          return child
        },
        (one) => runOn(one, run, this.#source.kind === 'neo4j'),
      )
    } finally {
      slot.isTaken = false
      if (child !== undefined && !child.isAlive && !this.#isClosed) this.#childOf(slot).catch(() => undefined)
    }
  }

  close(error: PapergraphError): void {
    this.#isClosed = true
    for (const { child } of this.#slots) {
      child?.then(
        (one) => one.kill(error),
        () => undefined,
      )
    }
  }

  // A warm process before a cold one; RunQueue sees to it that there is one.
  #freeSlot(): Slot {
    const free = this.#slots.filter(({ isTaken }) => !isTaken)
    const slot = free.find(({ child }) => child !== undefined) ?? free[0]
    if (slot === undefined) throw new Error('more than two typed queries at once')
    return slot
  }

  async #childOf(slot: Slot): Promise<ReaderChild> {
    const kept = await slot.child?.catch(() => undefined)
    if (kept?.isAlive) return kept
    const started = this.#start()
    slot.child = started
    return started
  }

  async #start(): Promise<ReaderChild> {
    const child = new ReaderChild(true)
    try {
      const limit = await memoryLimitKind()
      const watched = limit === 'watched' ? { watchedBytes: this.#memoryBytes } : {}
      await child.call('open', { source: this.#source, search: 'never', ...watched })
      if (child.pid !== undefined) {
        if (limit === 'prlimit') await limitMemory(child.pid, this.#memoryBytes)
        lowerPriority(child.pid)
      }
      return child
    } catch (error) {
      child.kill(new PapergraphError('internal', 'The process that runs typed queries could not be started.'))
      throw error
    }
  }
}

/** `isStoppable`: a server is told to stop first, because it goes on for a while when its client is just gone. */
async function runOn(
  child: ReaderChild,
  { text, parameters, maxRows, timeoutMs, signal }: TypedRun,
  isStoppable: boolean,
): Promise<TimedRows> {
  let ending: PapergraphError | undefined
  let killing: NodeJS.Timeout | undefined
  const end = (error: PapergraphError): void => {
    if (ending !== undefined) return
    ending = error
    if (!isStoppable) child.kill(error)
    else {
      child.call('stop', {}).catch(() => undefined)
      killing = setTimeout(() => child.kill(error), STOP_MS)
    }
  }
  const onAbort = (): void => end(cancelled())
  if (signal?.aborted) throw cancelled()
  signal?.addEventListener('abort', onAbort, { once: true })
  const timer = setTimeout(() => end(timedOut(timeoutMs)), timeoutMs)
  try {
    return await child.call('cypher', { text, parameters, maxRows, timeoutMs: timeoutMs + SERVER_GRACE_MS })
  } catch (error) {
    throw ending ?? error
  } finally {
    clearTimeout(timer)
    clearTimeout(killing)
    signal?.removeEventListener('abort', onAbort)
  }
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, LOW_PRIORITY)
  } catch {
    // Some systems do not allow it; the query is limited all the same.
  }
}

function timedOut(timeoutMs: number): PapergraphError {
  return new PapergraphError(
    'query-timeout',
    `The query was ended because it took longer than its time limit of ${timeoutMs / 1_000} s: narrow it or add a LIMIT.`,
  )
}

/** Gives a promise up, without ending what it stands for, when the signal is aborted. */
export async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise
  let onAbort = (): void => undefined
  const aborted = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(cancelled())
    if (signal.aborted) onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
  })
  aborted.catch(() => undefined)
  promise.catch(() => undefined)
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
