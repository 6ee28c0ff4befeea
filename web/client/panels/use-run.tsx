import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { TableAnswer } from '../../api.ts'
import type { Controller } from '../graph/controller.ts'
import { busy } from '../state/store.ts'
import { words } from '../strings.ts'
import { AnswerTable } from './answer-table.tsx'

type Ask = (signal: AbortSignal, onWaiting: (ahead: number) => void) => Promise<TableAnswer>

/** Runs one request at a time and shows what came of it. */
export function useRun(controller: Controller) {
  const answer = useSignal<TableAnswer | undefined>(undefined)
  const failed = useSignal('')
  const isRunning = useSignal(false)
  const stop = useRef<AbortController | undefined>(undefined)
  /** How many are ahead while it waits for its turn. */
  const waiting = useSignal<number | undefined>(undefined)
  const run = async (ask: Ask): Promise<void> => {
    stop.current?.abort()
    const mine = new AbortController()
    stop.current = mine
    isRunning.value = true
    failed.value = ''
    waiting.value = undefined
    const onWaiting = (ahead: number): void => {
      if (stop.current === mine) waiting.value = ahead === 0 ? undefined : ahead
    }
    try {
      answer.value = await busy(ask(mine.signal, onWaiting))
    } catch (error) {
      if (stop.current !== mine) return
      answer.value = undefined
      failed.value = mine.signal.aborted ? '' : error instanceof Error ? error.message : String(error)
    } finally {
      if (stop.current === mine) {
        isRunning.value = false
        waiting.value = undefined
      }
    }
  }
  const outcome = (
    <>
      <p class="run">
        <button type="submit" class="primary" disabled={isRunning.value}>
          {isRunning.value ? words.running : words.run}
        </button>
        {waiting.value !== undefined && (
          <span class="run-waiting" role="status">
            {words.waiting(waiting.value)}
          </span>
        )}
        {isRunning.value && (
          <button type="button" class="quiet" onClick={() => stop.current?.abort()}>
            {words.stop}
          </button>
        )}
      </p>
      {failed.value && (
        <p class="panel-failed" role="alert">
          {failed.value}
        </p>
      )}
      {answer.value && <AnswerTable answer={answer.value} controller={controller} />}
    </>
  )
  return { run, outcome }
}
