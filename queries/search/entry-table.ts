import type { NodeType } from '../reader.ts'
import { compareCodePoints } from '../store/code-points.ts'
import type { SearchEntry } from './search-entry.ts'
import { TextTable } from './text-table.ts'

const TYPES: readonly NodeType[] = ['paper', 'method', 'model', 'benchmark', 'topic', 'repo']
// Readers leave no control characters in any text.
const FIELD = '\u0000'
const ITEM = '\u0001'

/** The order in which equal matches are told: the weightiest first, then the shortest name, then by id. */
export function compareEntries(a: SearchEntry, b: SearchEntry): number {
  return b.weight - a.weight || a.name.length - b.name.length || compareCodePoints(a.id, b.id)
}

/** What search shows of each entry, by its place. */
export class EntryTable {
  readonly #texts: TextTable
  readonly #types: Uint8Array
  readonly #weights: Uint32Array
  /** 0 where none is known. */
  readonly #years: Uint16Array

  constructor(entries: readonly SearchEntry[]) {
    this.#texts = new TextTable(entries.map(textOf))
    this.#types = Uint8Array.from(entries, ({ type }) => TYPES.indexOf(type))
    this.#weights = Uint32Array.from(entries, ({ weight }) => weight)
    this.#years = Uint16Array.from(entries, ({ year }) => year ?? 0)
  }

  get length(): number {
    return this.#types.length
  }

  at(place: number): SearchEntry {
    const [id = '', name = '', aliases = '', authors = ''] = this.#texts.at(place).split(FIELD)
    const year = this.year(place)
    return {
      id,
      type: TYPES[this.#types[place] ?? 0] ?? 'paper',
      name,
      aliases: listOf(aliases),
      authors: listOf(authors),
      weight: this.#weights[place] ?? 0,
      ...(year === 0 ? {} : { year }),
    }
  }

  year(place: number): number {
    return this.#years[place] ?? 0
  }

  /** A test for the place of an entry of one of these types; none means all. */
  isOneOf(types: readonly NodeType[]): (place: number) => boolean {
    if (types.length === 0) return (place) => place < this.length
    const wanted = TYPES.map((type) => types.includes(type))
    return (place) => wanted[this.#types[place] ?? TYPES.length] === true
  }
}

const textOf = ({ id, name, aliases, authors }: SearchEntry): string =>
  [id, name, aliases.join(ITEM), authors.join(ITEM)].join(FIELD)

const listOf = (text: string): string[] => (text === '' ? [] : text.split(ITEM))
