/** What uploads may take; each limit beside its default. */
export interface QueueLimits {
  /** Of one file. */
  mostBytes: number
  /** Uploads that arrive or wait at once. */
  mostWaiting: number
  /** How often one is begun before it counts as failed: what ends the server each time must not do so for ever. */
  mostAttempts: number
  /** Finished ones that are remembered, and for how long. */
  mostFinished: number
  finishedMs: number
}

export const QUEUE_LIMITS: QueueLimits = {
  mostBytes: 100 * 2 ** 20,
  mostWaiting: 8,
  mostAttempts: 5,
  mostFinished: 50,
  finishedMs: 7 * 24 * 3600 * 1000,
}
