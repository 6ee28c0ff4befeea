import { parentPort, workerData } from 'node:worker_threads'
import { type ComputeInput, computeMap } from './compute.ts'

/** The thread that draws one big map: it tells what is there soon, then the settled places, and ends. */
const input: ComputeInput = workerData
const { quick, settle } = computeMap(input)
parentPort?.postMessage({ quick })
if (!input.isSettled) parentPort?.postMessage({ settled: settle() })
