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

/**
 * The same for two ways of asking, in turn, so that what warms up or slows down meets both alike; each asks first every other
 * time.
 */
export async function timedPair<Asked>(
  asked: readonly Asked[],
  one: (asked: Asked) => unknown,
  other: (asked: Asked) => unknown,
): Promise<[Timing, Timing]> {
  const times: [number[], number[]] = [[], []]
  const start = performance.now()
  for (let run = 0; run <= MOST_RUNS; run++) {
    const given = asked[run % asked.length]
    if (given === undefined) break
    for (const at of run % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const before = performance.now()
      await (at === 0 ? one : other)(given)
      times[at].push(performance.now() - before)
    }
    if (run >= LEAST_RUNS && performance.now() - start > 2 * PATIENCE_MS) break
    if (run > 0 && performance.now() - start > 20 * PATIENCE_MS) break
  }
  const timing = ([cold = Number.NaN, ...rest]: number[]): Timing => ({
    cold,
    p50: median(rest),
    p95: quantile(rest, 0.95),
    runs: rest.length,
  })
  return [timing(times[0]), timing(times[1])]
}

/** The smallest value that at least this share of the values does not exceed. Throws RangeError for no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new RangeError('no values to take a quantile of')
  return value
}
