import { PapergraphError } from '../../../errors.ts'

/** What people type runs two at a time; a few may wait, the rest is told to come back. */
const AT_ONCE = 2
const MOST_WAITING = 8

interface Waiting {
  start(): void
  onQueue: ((ahead: number) => void) | undefined
}

/** Runs typed queries in the order in which they came. */
export class RunQueue {
  #running = 0
  #waiting: Waiting[] = []

  /** How many run and wait now. */
  get load(): { running: number; waiting: number } {
    return { running: this.#running, waiting: this.#waiting.length }
  }

  /** Throws busy when too many wait already, query-cancelled when the signal is aborted while this one does. */
  async run<T>(
    work: () => Promise<T>,
    options: { signal?: AbortSignal | undefined; onQueue?: ((ahead: number) => void) | undefined } = {},
  ): Promise<T> {
    await this.#turn(options.signal, options.onQueue)
    try {
      return await work()
    } finally {
      this.#running -= 1
      this.#next()
    }
  }

  #turn(signal: AbortSignal | undefined, onQueue: ((ahead: number) => void) | undefined): Promise<void> {
    if (signal?.aborted) return Promise.reject(cancelled())
    if (this.#running < AT_ONCE) {
      this.#running += 1
      return Promise.resolve()
    }
    if (this.#waiting.length >= MOST_WAITING) {
      return Promise.reject(
        new PapergraphError('busy', `${MOST_WAITING} queries are waiting already: try again in a moment.`),
      )
    }
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        this.#waiting = this.#waiting.filter((one) => one !== waiting)
        this.#tellPlaces()
        reject(cancelled())
      }
      const waiting: Waiting = {
        start: () => {
          signal?.removeEventListener('abort', onAbort)
          onQueue?.(0)
          resolve()
        },
        onQueue,
      }
      signal?.addEventListener('abort', onAbort, { once: true })
      this.#waiting.push(waiting)
      onQueue?.(this.#waiting.length - 1 + this.#running)
    })
  }

  #next(): void {
    const next = this.#waiting.shift()
    if (next === undefined) return
    this.#running += 1
    next.start()
    this.#tellPlaces()
  }

  #tellPlaces(): void {
    this.#waiting.forEach(({ onQueue }, place) => {
      onQueue?.(place + this.#running)
    })
  }
}

export function cancelled(): PapergraphError {
  return new PapergraphError('query-cancelled', 'The query was cancelled.')
}
