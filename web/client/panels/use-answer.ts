import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ApiNode } from '../../api.ts'
import { ApiError } from '../api.ts'
import { busy, report } from '../state/store.ts'

interface Outcome<T> {
  answer?: T
  failed?: string
  /** For an unknown id: what it may mean. */
  choices?: ApiNode[]
}

/**
 * Asks for what a panel shows, once and again whenever `again` is another; gives undefined while it waits for the first
 * answer, and the sentence of the error if it fails.
 */
export function useAnswer<T>(ask: (signal: AbortSignal) => Promise<T>, again?: unknown): Outcome<T> {
  const state = useSignal<Outcome<T>>({})
  useEffect(() => {
    const stop = new AbortController()
    busy(ask(stop.signal)).then(
      (answer) => {
        state.value = { answer }
      },
      (error: unknown) => {
        if (stop.signal.aborted) return
        if (error instanceof ApiError) state.value = { failed: error.message, choices: error.choices }
        else report(error)
      },
    )
    return () => stop.abort()
  }, [again])
  return state.value
}
