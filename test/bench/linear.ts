import { createExtractor } from '../../ingest/extract/extract.ts'
import { growth, median } from './figures.ts'
import { HOSTILE } from './hostile.ts'

const SIZES = [12_500, 25_000, 50_000, 100_000]
const REPEATS = 3
/** Between 1 (linear) and 2 (quadratic): what is linear has been seen below 1.3, with its noise. */
const GROWTH_LIMIT = 1.5
/** Below this nobody waits, and noise outweighs growth. */
const SOON_MS = 100

/** How extraction time grows with the length of texts that are all brackets, all stops, all names and the like. */
export async function checkGrowth(): Promise<boolean> {
  const extractor = createExtractor()
  const timeOf = (text: string): number => {
    const paper = { id: 'bench:1', title: 'A study', abstract: text, authors: [], source: 'bench' }
    const before = process.cpuUsage()
    extractor.extract(paper)
    const { user, system } = process.cpuUsage(before)
    return Math.max(0.1, (user + system) / 1_000)
  }
  let isLinear = true
  console.log(
    `\nCPU time in ms for ${SIZES.join(', ')} characters of each, and the power of the length that it grows with`,
  )
  for (const [name, piece] of Object.entries(HOSTILE)) {
    timeOf(piece.repeat(1_000 / piece.length))
    const times = SIZES.map((size) =>
      median(Array.from({ length: REPEATS }, () => timeOf(piece.repeat(size / piece.length)))),
    )
    const power = growth(SIZES, times)
    const isSlow = power > GROWTH_LIMIT && Math.max(...times) > SOON_MS
    const row = times.map((time) => time.toFixed(0).padStart(7)).join('')
    console.log(`${name.padEnd(26)}${row}   ${power.toFixed(2)}${isSlow ? '  grows too fast' : ''}`)
    if (isSlow) isLinear = false
  }
  return isLinear
}
