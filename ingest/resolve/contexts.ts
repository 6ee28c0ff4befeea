import type { Extraction } from '../extraction.ts'

// Words are numbered by a hash of 16 bits: two rare words that share a number do no harm, and a hundred thousand papers weigh 20 MB.
const BUCKETS = 1 << 16
const SHORTEST = 3

/** The words that stand around a name: for each paper the set of words in its title and abstract, as numbers. */
export class Contexts {
  private readonly byPaper = new Map<number, Uint16Array>()
  private readonly frequencies = new Uint32Array(BUCKETS)

  add(paper: number, { title, abstract }: Pick<Extraction, 'title' | 'abstract'>): void {
    const words = wordNumbers(`${title} ${abstract}`)
    for (const word of words) this.frequencies[word] = (this.frequencies[word] ?? 0) + 1
    this.byPaper.set(paper, words)
  }

  clear(): void {
    this.byPaper.clear()
  }

  words(paper: number): Uint16Array {
    return this.byPaper.get(paper) ?? new Uint16Array()
  }

  /** The share of papers that have a word. */
  share(word: number): number {
    return (this.frequencies[word] ?? 0) / Math.max(1, this.byPaper.size)
  }
}

function wordNumbers(text: string): Uint16Array {
  const numbers = new Set<number>()
  const folded = text.toLowerCase()
  let hash = 0
  let length = 0
  for (let index = 0; index <= folded.length; index += 1) {
    const unit = index < folded.length ? folded.charCodeAt(index) : 0
    // Letters of any script; digits and signs part words.
    if ((unit >= 97 && unit <= 122) || unit >= 0xc0) {
      hash = Math.imul(hash ^ unit, 0x01000193)
      length += 1
      continue
    }
    if (length >= SHORTEST) numbers.add((hash ^ (hash >>> 16)) & (BUCKETS - 1))
    hash = 0
    length = 0
  }
  return Uint16Array.from(numbers)
}
