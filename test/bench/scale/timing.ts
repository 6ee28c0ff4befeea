import { median } from '../figures.ts'

/** Times of one question, in milliseconds. */
export interface Timing {
  /** The very first time that it was asked. */
  cold: number
  p50: number
  p95: number
  runs: number
}

/** How long a question is asked again and again, and how often at least. */
const PATIENCE_MS = 2_000
const LEAST_RUNS = 5
const MOST_RUNS = 60

/** Asks with each of the arguments in turn: once cold, then until its time or its number of runs is used up. */
export async function timed<Asked>(asked: readonly Asked[], ask: (asked: Asked) => unknown): Promise<Timing> {
  const times: number[] = []
  let cold: number | undefined
  const start = performance.now()
  for (let run = 0; run < MOST_RUNS + 1; run++) {
    const one = asked[run % asked.length]
    if (one === undefined) break
    const before = performance.now()
    await ask(one)
    const took = performance.now() - before
    if (cold === undefined) cold = took
    else times.push(took)
    if (times.length >= LEAST_RUNS && performance.now() - start > PATIENCE_MS) break
    // A question that takes a minute is known to be too slow after two.
    if (performance.now() - start > 10 * PATIENCE_MS && times.length > 0) break
  }
  return { cold: cold ?? Number.NaN, p50: median(times), p95: quantile(times, 0.95), runs: times.length }
}

/** The smallest value that at least this share of the values does not exceed. Throws RangeError for no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new RangeError('no values to take a quantile of')
  return value
}
