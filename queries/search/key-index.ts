import { compact, foldForSearch } from './fold.ts'
import { NearTexts } from './near-texts.ts'
import type { SearchEntry } from './search-entry.ts'
import { equalRange, prefixRange, TextTable } from './text-table.ts'

/** A name (0) or another name (1) in its compact form, and the place of its entry. */
export interface Key {
  key: string
  rank: 0 | 1
  place: number
}

/** All names, aliases and ids of an entry: its own name once, whatever else it is. */
export function keysOf({ id, type, name, aliases }: SearchEntry, place: number): Key[] {
  const ranks = new Map<string, 0 | 1>()
  const other = [...aliases, id, ...(type === 'paper' ? [id.slice(id.indexOf(':') + 1)] : [])]
  for (const text of other) ranks.set(compact(foldForSearch(text)), 1)
  ranks.set(compact(foldForSearch(name)), 0)
  ranks.delete('')
  return Array.from(ranks, ([key, rank]) => ({ key, rank, place }))
}

/** What is told of each key that was looked for: its entry, and whether it is the name (0) or another name (1). */
export type OnKey = (place: number, rank: number) => void

/** Names, aliases and ids in their compact form, sorted, and beside each its entry. */
export class KeyIndex {
  readonly #keys: TextTable
  readonly #places: Uint32Array
  readonly #ranks: Uint8Array
  #near: NearTexts | undefined

  constructor(keys: Key[]) {
    keys.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.rank - b.rank || a.place - b.place))
    this.#keys = new TextTable(keys.map(({ key }) => key))
    this.#places = Uint32Array.from(keys, ({ place }) => place)
    this.#ranks = Uint8Array.from(keys, ({ rank }) => rank)
  }

  equal(key: string, onKey: OnKey): void {
    this.#tell(equalRange(this.#keys, key), onKey)
  }

  /** Those that begin with `key` and go on. */
  longer(key: string, onKey: OnKey): void {
    const [, from] = equalRange(this.#keys, key)
    const [, to] = prefixRange(this.#keys, key)
    this.#tell([from, to], onKey)
  }

  near(key: string, limit: number, onKey: OnKey): void {
    this.#near ??= new NearTexts(this.#keys)
    for (const at of this.#near.near(key, limit)) this.#tell([at, at + 1], onKey)
  }

  #tell([from, to]: [number, number], onKey: OnKey): void {
    for (let at = from; at < to; at += 1) onKey(this.#places[at] ?? 0, this.#ranks[at] ?? 1)
  }
}
