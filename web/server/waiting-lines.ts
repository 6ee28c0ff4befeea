import type { Problem, TableAnswer } from '../api.ts'
import { answerLines } from './answer-lines.ts'

/** Told how many are ahead of a run that has to wait for its turn, again whenever that changes, and 0 when it has come. */
export type OnQueue = (ahead: number) => void

/**
 * Starts a run and gives its answer or, where the run has to wait for its turn, a stream of lines at once: {"waiting": ahead}
 * whenever its place changes, then those of answerLines(); or, where it fails after all, {"problem": …} as the last. Throws what
 * a run throws that did not have to wait.
 */
export async function answerOrWait(
  run: (onQueue: OnQueue) => Promise<TableAnswer>,
  toProblem: (error: unknown) => Problem,
): Promise<TableAnswer | ReadableStream<Uint8Array>> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>(undefined, undefined, {
    highWaterMark: 16,
  })
  const lines = writable.getWriter()
  // Whoever has gone away reads no more; the run itself hears of it by its signal.
  const write = (line: object): void => void lines.write(encode(line)).catch(() => undefined)
  let isWaiting: () => void = () => undefined
  const waits = new Promise<'waits'>((resolve) => {
    isWaiting = () => resolve('waits')
  })
  const answer = run((ahead) => {
    write({ waiting: ahead })
    isWaiting()
  })
  const first = await Promise.race([waits, answer])
  if (first !== 'waits') return first
  answer
    .then(
      async (table) => {
        lines.releaseLock()
        await answerLines(table).pipeTo(writable)
      },
      async (error: unknown) => {
        write({ problem: toProblem(error) })
        await lines.close()
      },
    )
    .catch(() => undefined)
  return readable
}

const encode = (line: object): Uint8Array => new TextEncoder().encode(`${JSON.stringify(line)}\n`)
