import { editDistance } from './edit-distance.ts'
import { prefixRange } from './sorted-strings.ts'

/**
 * Which entries hold which words: all distinct words in order, and for each the entries, end to end in one typed array, so
 * that the entries of a prefix are one slice of it.
 */
export class WordIndex {
  readonly #words: string[]
  readonly #starts: Uint32Array
  readonly #entries: Uint32Array
  /** Which letters a word holds, a bit each: most words that are too far off are told without comparing letters. */
  readonly #masks: Uint32Array

  /** `wordLists` holds each entry's words, none of them twice. */
  constructor(wordLists: Iterable<ReadonlySet<string>>) {
    const counts = new Map<string, number>()
    const lists = [...wordLists]
    for (const words of lists) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    this.#words = [...counts.keys()].sort()
    this.#starts = new Uint32Array(this.#words.length + 1)
    const next = new Map<string, number>()
    let total = 0
    this.#words.forEach((word, place) => {
      next.set(word, total)
      total += counts.get(word) ?? 0
      this.#starts[place + 1] = total
    })
    this.#entries = new Uint32Array(total)
    lists.forEach((words, entry) => {
      for (const word of words) {
        const place = next.get(word) ?? 0
        this.#entries[place] = entry
        next.set(word, place + 1)
      }
    })
    this.#masks = Uint32Array.from(this.#words, letterMask)
  }

  /** The entries that hold a word with this beginning; an entry may occur more than once. */
  withPrefix(prefix: string): Uint32Array {
    const [from, to] = prefixRange(this.#words, prefix)
    return this.#entries.subarray(this.#starts[from], this.#starts[to])
  }

  /** The entries that hold a word a few letters off, the nearest words first. */
  near(word: string, limit: number): Uint32Array[] {
    const found: { place: number; distance: number }[] = []
    const mask = letterMask(word)
    for (let place = 0; place < this.#words.length; place += 1) {
      const other = this.#words[place] ?? ''
      if (Math.abs(other.length - word.length) > limit) continue
      // Each edit changes at most one letter that is gone and one that is new.
      if (bits(mask ^ (this.#masks[place] ?? 0)) > 2 * limit) continue
      const distance = editDistance(word, other, limit)
      if (distance <= limit) found.push({ place, distance })
    }
    found.sort((a, b) => a.distance - b.distance || a.place - b.place)
    return found.map(({ place }) => this.#entries.subarray(this.#starts[place], this.#starts[place + 1]))
  }
}

function letterMask(word: string): number {
  let mask = 0
  for (let at = 0; at < word.length; at += 1) mask |= 1 << (word.charCodeAt(at) & 31)
  return mask >>> 0
}

function bits(value: number): number {
  let count = 0
  for (let rest = value >>> 0; rest !== 0; rest = (rest & (rest - 1)) >>> 0) count += 1
  return count
}
