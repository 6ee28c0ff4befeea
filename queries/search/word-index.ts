import { NearTexts } from './near-texts.ts'
import { Numbers } from './numbers.ts'
import { prefixRange, TextTable } from './text-table.ts'

/** Gathers which entries hold which words, entry by entry. */
export class WordLists {
  readonly #numbers = new Map<string, number>()
  /** The words of all entries, end to end, and where those of each entry end. */
  readonly #words = new Numbers()
  readonly #ends = new Numbers()

  /** The next entry's words; what it holds twice counts once. */
  add(words: Iterable<string>): void {
    for (const word of new Set(words)) {
      const known = this.#numbers.get(word)
      const number = known ?? this.#numbers.size
      if (known === undefined) this.#numbers.set(word, number)
      this.#words.push(number)
    }
    this.#ends.push(this.#words.length)
  }

  /** `order` holds the entries, by their number in the order of add(), as they are to be placed. */
  index(order: Uint32Array): WordIndex {
    const sorted = [...this.#numbers.keys()].sort()
    const placeOf = new Uint32Array(sorted.length)
    sorted.forEach((word, place) => {
      placeOf[this.#numbers.get(word) ?? 0] = place
    })
    const starts = new Uint32Array(sorted.length + 1)
    for (let at = 0; at < this.#words.length; at += 1) {
      const next = (placeOf[this.#words.at(at)] ?? 0) + 1
      starts[next] = (starts[next] ?? 0) + 1
    }
    for (let place = 0; place < sorted.length; place += 1)
      starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0)
    const entries = new Uint32Array(this.#words.length)
    const next = starts.slice()
    order.forEach((entry, place) => {
      for (let at = entry === 0 ? 0 : this.#ends.at(entry - 1); at < this.#ends.at(entry); at += 1) {
        const word = placeOf[this.#words.at(at)] ?? 0
        const free = next[word] ?? 0
        entries[free] = place
        next[word] = free + 1
      }
    })
    return new WordIndex(new TextTable(sorted), starts, entries)
  }
}

/**
 * Which entries hold which words: all distinct words in order, and for each the entries, end to end in one typed array, so
 * that the entries of a prefix are one slice of it.
 */
export class WordIndex {
  readonly #words: TextTable
  readonly #starts: Uint32Array
  readonly #entries: Uint32Array
  #near: NearTexts | undefined

  constructor(words: TextTable, starts: Uint32Array, entries: Uint32Array) {
    this.#words = words
    this.#starts = starts
    this.#entries = entries
  }

  /** The entries that hold a word with this beginning; an entry may occur more than once. */
  withPrefix(prefix: string): Uint32Array {
    const [from, to] = prefixRange(this.#words, prefix)
    return this.#entries.subarray(this.#starts[from], this.#starts[to])
  }

  /** The entries that hold a word a few letters off, the nearest words first. */
  near(word: string, limit: number): Uint32Array[] {
    this.#near ??= new NearTexts(this.#words)
    return this.#near
      .near(word, limit)
      .map((place) => this.#entries.subarray(this.#starts[place], this.#starts[place + 1]))
  }
}
