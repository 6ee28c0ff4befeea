import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { PACKAGE_ROOT } from '../../../package-root.ts'
import type { ComputeInput, Places, QuickMap } from './compute.ts'

// Always the built one: Node 20 cannot run TypeScript, and tests run from the sources.
const SCRIPT = join(PACKAGE_ROOT, 'dist', 'web', 'server', 'big-map', 'thread.js')
/** Two or three times what a hundred thousand nodes and a million relationships were seen to take. */
const HEAP_MB = 4096

/** A map that a thread of its own draws, so that the server goes on answering. */
export interface Drawing {
  quick: Promise<QuickMap>
  /** Undefined where it was ended, or where the places are known. */
  settled: Promise<Places | undefined>
  end(): void
}

export function startDrawing(input: ComputeInput): Drawing {
  const worker = new Worker(SCRIPT, { workerData: input, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
  worker.unref()
  const quick = new Promise<QuickMap>((resolve, reject) => {
    worker.on('message', (message: { quick?: QuickMap }) => message.quick && resolve(message.quick))
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread that draws the map ended')))
  })
  const settled = new Promise<Places | undefined>((resolve) => {
    worker.on('message', (message: { settled?: Places }) => message.settled && resolve(message.settled))
    // What is there soon is good enough to stay.
    worker.once('error', () => resolve(undefined))
    worker.once('exit', () => resolve(undefined))
  })
  return { quick, settled, end: () => void worker.terminate() }
}
