import { Refinement } from './refinement.ts'
import type { Asked, Told } from './talk.ts'

/** Between two looks at whether somebody wants it to stop. */
const TURN_MS = 40

let isStopped = false

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if (data === 'stop') isStopped = true
  else void refine(data)
})

async function refine({ input, steps, most }: Exclude<Asked, 'stop'>): Promise<void> {
  const refinement = new Refinement(input, most)
  while (!refinement.isDone && refinement.done < steps && !isStopped) {
    const begin = performance.now()
    while (!refinement.isDone && refinement.done < steps && performance.now() - begin < TURN_MS) refinement.step()
    tell({ kind: 'progress', done: refinement.done })
    await new Promise((next) => setTimeout(next))
  }
  const { x, y } = refinement.places()
  const wasStopped = isStopped && !refinement.isDone
  tell({ kind: 'end', x, y, ...(wasStopped ? { stoppedAfter: refinement.done } : {}) })
}

const tell = (told: Told): void => postMessage(told)
