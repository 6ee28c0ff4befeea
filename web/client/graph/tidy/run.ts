import { tidyWords } from '../../words/tidy.ts'
import type { Asked, Told } from './talk.ts'
import type { TidyPlaces } from './tidy-input.ts'

export interface Progress {
  /** Steps so far. */
  done: number
}

export interface Run {
  places: Promise<TidyPlaces & { stoppedAfter?: number }>
  /** Brings it to an end where it is: the places are those after the steps so far. */
  stop(): void
  /** Throws it away: there will be no places. */
  end(): void
}

/** Refines places in a thread of its own, which ends with it. */
export function refineInWorker(asked: Exclude<Asked, 'stop'>, onProgress: (progress: Progress) => void): Run {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const ask = (message: Asked): void => worker.postMessage(message)
  const places = new Promise<TidyPlaces & { stoppedAfter?: number }>((resolve, reject) => {
    worker.addEventListener('error', () => reject(new Error(tidyWords.failed)))
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'progress') onProgress(data)
      else resolve(data)
    })
  })
  ask(asked)
  return { places: places.finally(() => worker.terminate()), stop: () => ask('stop'), end: () => worker.terminate() }
}
