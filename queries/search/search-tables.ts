import { compareEntries, EntryTable } from './entry-table.ts'
import { foldForSearch, longTextWords, wordsOf } from './fold.ts'
import { KeyIndex, keysOf } from './key-index.ts'
import type { SearchEntry } from './search-entry.ts'
import { type WordIndex, WordLists } from './word-index.ts'

/** Everything that a search looks into. Entries are named by their place in the order in which equal matches are told. */
export interface FinishedTables {
  entries: EntryTable
  keys: KeyIndex
  /** Words of names, aliases and authors. */
  words: WordIndex
  /** Words of abstracts. */
  abstractWords: WordIndex
}

/** Takes entries in any order, one after the other, and keeps of each only what is searched and shown. */
export class SearchTables {
  readonly #entries: SearchEntry[] = []
  readonly #words = new WordLists()
  readonly #abstractWords = new WordLists()

  add({ abstract = '', ...entry }: SearchEntry): void {
    this.#entries.push(entry)
    this.#words.add(namesOf(entry).flatMap((text) => wordsOf(foldForSearch(text))))
    this.#abstractWords.add(longTextWords(foldForSearch(abstract), false))
  }

  finish(): FinishedTables {
    const order = Uint32Array.from(this.#entries, (_, number) => number)
    const at = (number: number): SearchEntry => this.#entries[number] ?? NOTHING
    order.sort((a, b) => compareEntries(at(a), at(b)))
    const entries = Array.from(order, at)
    return {
      entries: new EntryTable(entries),
      keys: new KeyIndex(entries.flatMap(keysOf)),
      words: this.#words.index(order),
      abstractWords: this.#abstractWords.index(order),
    }
  }
}

const NOTHING: SearchEntry = { id: '', type: 'paper', name: '', aliases: [], authors: [], weight: 0 }

/** The texts of an entry that are its names in the widest sense. */
export function namesOf({ name, aliases, authors }: SearchEntry): string[] {
  return [name, ...aliases, ...authors]
}
