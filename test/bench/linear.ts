import { createExtractor } from '../../ingest/extract/extract.ts'
import { papers } from '../extract/corpus.ts'
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
  const long = await manyAbstracts(Math.max(...SIZES))
  const shapes = Object.entries(HOSTILE).map(([name, piece]) => [name, piece.repeat(Math.max(...SIZES) / piece.length)])
  for (const [name = '', text = ''] of [...shapes, ['abstracts, one after another', long]]) {
    timeOf(text.slice(0, 1_000))
    const times = SIZES.map((size) => median(Array.from({ length: REPEATS }, () => timeOf(text.slice(0, size)))))
    const power = growth(SIZES, times)
    const isSlow = power > GROWTH_LIMIT && Math.max(...times) > SOON_MS
    const row = times.map((time) => time.toFixed(0).padStart(7)).join('')
    console.log(`${name.padEnd(28)}${row}   ${power.toFixed(2)}${isSlow ? '  grows too fast' : ''}`)
    if (isSlow) isLinear = false
  }
  return isLinear
}

/** Abstracts of many papers in a row, with all the names that are in them. */
async function manyAbstracts(length: number): Promise<string> {
  const abstracts: string[] = []
  let sum = 0
  for await (const { abstract } of papers(7)) {
    abstracts.push(abstract)
    sum += abstract.length + 1
    if (sum >= length) break
  }
  // The sample is short.
  return abstracts.join(' ').repeat(Math.ceil(length / sum))
}
