import type { JobProgress } from './runner.ts'

export interface Paced extends JobProgress {
  /** Of `done`, since the stage began. */
  perSecond?: number
  secondsLeft?: number
}

/** Knows how fast a stage goes. */
export class Pace {
  readonly #now: () => number
  #stage: string | undefined
  #startedMs = 0
  #first = 0

  constructor(now: () => number) {
    this.#now = now
  }

  /** The progress with rate and time left, once a stage has lasted long enough to say. */
  of(progress: JobProgress): Paced {
    const now = this.#now()
    if (progress.stage !== this.#stage) {
      this.#stage = progress.stage
      this.#startedMs = now
      this.#first = progress.done
    }
    const seconds = (now - this.#startedMs) / 1000
    const { done, total, share } = progress
    if (seconds < 0.5 || done <= this.#first) return progress
    const perSecond = (done - this.#first) / seconds
    const left =
      total !== undefined
        ? Math.max(0, total - done) / perSecond
        : share !== undefined && share > 0
          ? (seconds * (1 - share)) / share
          : undefined
    return {
      ...progress,
      perSecond: Math.round(perSecond * 10) / 10,
      ...(left === undefined ? {} : { secondsLeft: Math.ceil(left) }),
    }
  }
}
