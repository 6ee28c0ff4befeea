import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { TableAnswer } from '../../api.ts'
import type { Controller } from '../graph/controller.ts'
import { busy } from '../state/store.ts'
import { words } from '../strings.ts'
import { AnswerTable } from './answer-table.tsx'

/** Runs one request at a time and shows what came of it. */
export function useRun(controller: Controller) {
  const answer = useSignal<TableAnswer | undefined>(undefined)
  const failed = useSignal('')
  const isRunning = useSignal(false)
  const stop = useRef<AbortController | undefined>(undefined)
  const run = async (ask: (signal: AbortSignal) => Promise<TableAnswer>): Promise<void> => {
    stop.current?.abort()
    const mine = new AbortController()
    stop.current = mine
    isRunning.value = true
    failed.value = ''
    try {
      answer.value = await busy(ask(mine.signal))
    } catch (error) {
      if (stop.current !== mine) return
      answer.value = undefined
      failed.value = mine.signal.aborted ? '' : error instanceof Error ? error.message : String(error)
    } finally {
      if (stop.current === mine) isRunning.value = false
    }
  }
  const outcome = (
    <>
      <p class="run">
        <button type="submit" class="primary" disabled={isRunning.value}>
          {isRunning.value ? words.running : words.run}
        </button>
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
