import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { ApiError } from '../api.ts'
import { busy, choices, report } from '../state/store.ts'

/** Asks once for what a panel shows; gives undefined while it waits, and the sentence of the error if it fails. */
export function useAnswer<T>(ask: (signal: AbortSignal) => Promise<T>): { answer?: T; failed?: string } {
  const state = useSignal<{ answer?: T; failed?: string }>({})
  useEffect(() => {
    const stop = new AbortController()
    busy(ask(stop.signal)).then(
      (answer) => {
        state.value = { answer }
      },
      (error: unknown) => {
        if (stop.signal.aborted) return
        if (error instanceof ApiError && error.choices.length > 0) choices.value = error.choices
        if (error instanceof ApiError) state.value = { failed: error.message }
        else report(error)
      },
    )
    return () => stop.abort()
  }, [])
  return state.value
}
