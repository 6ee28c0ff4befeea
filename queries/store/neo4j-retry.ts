import { setTimeout as sleep } from 'node:timers/promises'
import neo4j from 'neo4j-driver'

export interface RetryOptions {
  /** No new attempt starts later than this after the first. */
  limitMs: number
  signal?: AbortSignal | undefined
  /** Told each error that is not the last. */
  onRetry?: ((error: unknown) => void) | undefined
  wait?: (ms: number) => Promise<unknown>
  now?: () => number
  /** From 0 to 1. */
  random?: () => number
}

const FIRST_WAIT_MS = 50
const LONGEST_WAIT_MS = 2_000

/**
 * Runs `work` again after errors that pass by themselves, with waits that double and differ by chance, so that two that
 * met each other do not meet again. `work` must be idempotent: a connection that is lost during a commit does not tell
 * whether the commit stands. The last error is thrown when it is none of these or when the time is over.
 */
export async function retried<T>(work: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { limitMs, signal, now = () => performance.now(), random = Math.random } = options
  const wait = options.wait ?? ((ms: number) => sleep(ms, undefined, signal === undefined ? {} : { signal }))
  const start = now()
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2)) {
    try {
      return await work()
    } catch (error) {
      const pauseMs = waitMs * (0.5 + random())
      if (!isPassing(error) || signal?.aborted || now() - start + pauseMs > limitMs) throw error
      options.onRetry?.(error)
      // Woken by the signal, the next attempt says so itself.
      await wait(pauseMs).catch(() => undefined)
    }
  }
}

/**
 * What Neo4j calls transient (deadlocks, elections, a database that is starting), and lost connections. Its memory limits
 * are called transient too, but the same work would meet them again.
 */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error) || isMemoryCode(codeOf(error))) return false
  return neo4j.isRetryableError(error)
}

export const isMemoryCode = (code: string): boolean =>
  /MemoryPoolOutOfMemory|TransactionOutOfMemory|OutOfMemoryError|TransactionMemoryLimit|StackOverFlow/i.test(code)

/** The code of an error of the driver or the server; empty for anything else. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
