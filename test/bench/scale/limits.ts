import type { AskReport } from './ask.ts'
import { ALL_PAPERS, type StoreKind } from './options.ts'
import type { Taken } from './process-tree.ts'

/** What one run found out about a store. A step that was not run is absent. */
export interface StoreReport {
  ingest?: Taken
  again?: Taken
  load?: Taken
  ask?: AskReport
}

export interface ScaleReport {
  papers: number
  /** The machine's load a core before and after: above 1 other work took part of the time. */
  load: [before: number, after: number]
  stores: Partial<Record<StoreKind, StoreReport>>
}

/** Something that has to hold, and whether it did. */
export interface Verdict {
  what: string
  found: string
  holds: boolean
}

const INGEST_S = 8 * 60
const AGAIN_S = 60
const ABOVE_BARE_MB = 512
const SOON_MS = 50
const SLOWEST_MS = 2_000
const INDEX_MB = 250
const TIMES_THE_DRIVER = 2
/** Below this the clock and the network outweigh what is compared. */
const LEAST_MS = 1
/** At typing speed: the questions that the view asks at every step. */
const QUICK = /^(neighbours|shared-benchmarks|search: .*)$/

/** Holds a run against the figures that it has to reach. Times in seconds only count for all papers. */
export function verdicts({ papers, stores }: ScaleReport): Verdict[] {
  const found: Verdict[] = []
  const add = (what: string, value: number, limit: number, unit: string): unknown =>
    found.push({
      what: `${what}, at most ${limit} ${unit}`,
      found: `${value.toFixed(1)} ${unit}`,
      holds: value <= limit,
    })
  for (const [kind, { ingest, again, load, ask }] of Object.entries(stores)) {
    if (ingest && papers >= ALL_PAPERS) add(`${kind}: ingest`, ingest.seconds, INGEST_S, 's')
    if (again && papers >= ALL_PAPERS) add(`${kind}: the same file again`, again.seconds, AGAIN_S, 's')
    if (ingest && load)
      add(`${kind}: largest process above a bare load`, ingest.peakProcessMb - load.peakProcessMb, ABOVE_BARE_MB, 'MB')
    if (!ask) continue
    add(`${kind}: search index`, ask.indexMb, INDEX_MB, 'MB')
    for (const { name, kind: argument, timing, bare, error } of ask.asked) {
      const what = `${kind}: ${name}${argument === 'none' ? '' : ` (${argument})`}`
      if (error !== undefined) found.push({ what, found: error, holds: false })
      else if (bare !== undefined) {
        add(`${what}, times the bare driver`, timing.p50 / Math.max(LEAST_MS, bare.p50), TIMES_THE_DRIVER, '×')
      } else {
        // A hub is asked about seldom: it has to be answered in good time, not at typing speed.
        add(what, timing.p50, QUICK.test(name) && argument !== 'hub' ? SOON_MS : SLOWEST_MS, 'ms')
      }
    }
  }
  return found
}
