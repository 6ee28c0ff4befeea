import { PapergraphError } from '../../../errors.ts'
import type { ScanPage } from '../store.ts'
import type { ReaderChild } from './reader-child.ts'
import { cancelled } from './run-queue.ts'

/**
 * The pages of a part that a reader process has begun. While one page is being used the next is read, and no more: who takes
 * pages slowly keeps two. `release` is called once, when the pages are at their end, were given up or failed.
 */
export function partPages(
  child: ReaderChild,
  part: number,
  release: () => void,
  signal: AbortSignal | undefined,
): AsyncIterableIterator<ScanPage> {
  let isOver = false
  const ask = (): Promise<ScanPage | null> => {
    const page = child.call('page', { part })
    // It may fail before anybody waits for it.
    page.catch(() => undefined)
    return page
  }
  let next = ask()
  const end = async (): Promise<void> => {
    if (isOver) return
    isOver = true
    signal?.removeEventListener('abort', onAbort)
    await next.catch(() => undefined)
    // Where the process is gone, so is the part.
    await child.call('endPart', { part }).catch(() => undefined)
    release()
  }
  const onAbort = (): void => {
    void end()
  }
  signal?.addEventListener('abort', onAbort, { once: true })
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      if (signal?.aborted) {
        await end()
        throw cancelled()
      }
      if (isOver) return { done: true, value: undefined }
      try {
        const value = await next
        if (value === null) {
          await end()
          return { done: true, value: undefined }
        }
        next = ask()
        return { done: false, value }
      } catch (error) {
        await end()
        throw error instanceof PapergraphError
          ? error
          : new PapergraphError('internal', String(error), { cause: error })
      }
    },
    async return() {
      await end()
      return { done: true, value: undefined }
    },
  }
}
