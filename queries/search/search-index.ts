import type { NodeType, SearchHit } from '../reader.ts'
import { compareCodePoints } from '../store/code-points.ts'
import { compact, foldForSearch, isUnspaced, wordsOf } from './fold.ts'
import { authorLine, type SearchEntry } from './search-entry.ts'
import { equalRange, prefixRange } from './sorted-strings.ts'
import { WordIndex } from './word-index.ts'

/** How a text may match a node, the best first. Its place in this list leads the ranking, the node's weight follows. */
const MATCHES = ['name', 'alias', 'name prefix', 'alias prefix', 'words of the name', 'words', 'fuzzy'] as const
type Match = number

const NO_MATCH = MATCHES.length

/** Of the entries that hold all words of a short text, how many of the weightiest are looked at. */
const MOST_CANDIDATES = 1_000
/** Nobody types more. */
const MOST_WORDS = 32

export interface SearchOptions {
  limit: number
  types?: readonly NodeType[]
}

/** Search by names, aliases, titles and authors, the same on both stores. Built once a graph version; answers are pure. */
export class SearchIndex {
  /** In the order in which equal matches are told, so that a smaller place is a better one. */
  readonly #entries: readonly SearchEntry[]
  /** Names and aliases in their compact form, sorted, and beside each its entry and whether it is the name (0) or not (1). */
  readonly #keys: string[]
  readonly #keyEntries: Uint32Array
  readonly #keyRanks: Uint8Array
  readonly #words: WordIndex

  constructor(entries: readonly SearchEntry[]) {
    this.#entries = [...entries].sort(compareEntries)
    const keys = this.#entries.flatMap(keysOf)
    keys.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.rank - b.rank || a.place - b.place))
    this.#keys = keys.map(({ key }) => key)
    this.#keyEntries = Uint32Array.from(keys, ({ place }) => place)
    this.#keyRanks = Uint8Array.from(keys, ({ rank }) => rank)
    this.#words = new WordIndex(
      this.#entries.map(({ name, aliases, authors }) => {
        const texts = [name, ...aliases, ...authors]
        return new Set(texts.flatMap((text) => wordsOf(foldForSearch(text))))
      }),
    )
  }

  /** The nodes that a text may mean while it is being typed, the likeliest first. */
  search(query: string, { limit, types = [] }: SearchOptions): SearchHit[] {
    const folded = foldForSearch(query.slice(0, 1_000))
    const key = compact(folded)
    if (key === '') return []
    const found = new Found(this.#entries, types)
    this.#addKeys(key, found)
    if (found.count < limit) this.#addWords(folded, found)
    if (found.count < limit && !isUnspaced(key)) this.#addNear(wordsOf(folded), found)
    return found.best(limit).flatMap(({ place, match }) => this.#hit(place, match, key))
  }

  /** The nodes that have this very name or, where none has, this alias (case, accents, spaces and signs aside). */
  exact(text: string, types: readonly NodeType[] = []): SearchHit[] {
    const key = compact(foldForSearch(text))
    const [from, to] = key === '' ? [0, 0] : equalRange(this.#keys, key)
    const found = new Found(this.#entries, types)
    for (let at = from; at < to; at += 1) found.add(this.#keyEntries[at] ?? 0, this.#keyRanks[at] ?? 1)
    const best = found.best(this.#entries.length)
    const alike = best.filter(({ match }) => match === best[0]?.match)
    const sameLetters = alike.filter(({ place }) => this.#entries[place]?.name === text)
    return (sameLetters.length === 1 ? sameLetters : alike).flatMap(({ place, match }) => this.#hit(place, match, key))
  }

  #addKeys(key: string, found: Found): void {
    const [from, to] = prefixRange(this.#keys, key)
    for (let at = from; at < to; at += 1) {
      const isWhole = this.#keys[at]?.length === key.length
      found.add(this.#keyEntries[at] ?? 0, (isWhole ? 0 : 2) + (this.#keyRanks[at] ?? 1))
    }
  }

  #addWords(folded: string, found: Found): void {
    const words = wordsOf(folded)
    // Single characters in any order would match much: what is written in one piece must be there in one piece.
    const pieces = folded.split(' ').filter(isUnspaced)
    const candidates = this.#intersect(
      words.map((word) => [this.#words.withPrefix(word)]),
      found,
    )
    for (const place of candidates) {
      const entry = this.#entries[place]
      if (entry === undefined) continue
      const texts = [entry.name, ...(pieces.length === 0 ? [] : [...entry.aliases, ...entry.authors])].map(
        foldForSearch,
      )
      if (!pieces.every((piece) => texts.some((text) => text.includes(piece)))) continue
      const nameWords = wordsOf(texts[0] ?? '')
      found.add(place, words.every((word) => nameWords.some((one) => one.startsWith(word))) ? 4 : 5)
    }
  }

  #addNear(words: readonly string[], found: Found): void {
    const lists = words.slice(0, MOST_WORDS + 1).map((word) => {
      const limit = word.length < 4 ? 0 : word.length < 8 ? 1 : 2
      const exact = this.#words.withPrefix(word)
      return limit === 0 ? [exact] : [exact, ...this.#words.near(word, limit)]
    })
    for (const place of this.#intersect(lists, found)) found.add(place, 6)
  }

  /** The entries that are in one list of each word; the weightiest where there are very many. */
  #intersect(wordLists: readonly Uint32Array[][], found: Found): number[] {
    if (wordLists.length === 0 || wordLists.length > MOST_WORDS) return []
    const seen = new Uint8Array(this.#entries.length)
    wordLists.forEach((lists, step) => {
      for (const list of lists) for (const place of list) if (seen[place] === step) seen[place] = step + 1
    })
    const places: number[] = []
    for (let place = 0; place < seen.length && places.length < MOST_CANDIDATES; place += 1) {
      if (seen[place] === wordLists.length && found.isWanted(place)) places.push(place)
    }
    return places
  }

  #hit(place: number, match: Match, key: string): SearchHit[] {
    const entry = this.#entries[place]
    if (entry === undefined) return []
    const { id, type, name, weight, year } = entry
    const detail = type === 'paper' ? authorLine(entry.authors) : matchedAlias(entry, match, key)
    return [
      {
        id,
        type,
        name,
        ...(type === 'paper' ? {} : { papers: weight }),
        ...(year === undefined ? {} : { year }),
        ...(detail === '' ? {} : { detail }),
        score: NO_MATCH - match + weight / (weight + 100),
      },
    ]
  }
}

/** The best match of each entry during one search. */
class Found {
  count = 0
  readonly #matches: Uint8Array
  readonly #entries: readonly SearchEntry[]
  readonly #types: readonly NodeType[]

  constructor(entries: readonly SearchEntry[], types: readonly NodeType[]) {
    this.#entries = entries
    this.#types = types
    this.#matches = new Uint8Array(entries.length).fill(NO_MATCH)
  }

  isWanted(place: number): boolean {
    const type = this.#entries[place]?.type
    return type !== undefined && (this.#types.length === 0 || this.#types.includes(type))
  }

  add(place: number, match: Match): void {
    const before = this.#matches[place] ?? 0
    if (match >= before || !this.isWanted(place)) return
    if (before === NO_MATCH) this.count += 1
    this.#matches[place] = match
  }

  /** The first by match, then by place. */
  best(limit: number): { place: number; match: Match }[] {
    const byMatch = MATCHES.map((): { place: number; match: Match }[] => [])
    for (let place = 0; place < this.#matches.length; place += 1) {
      const match = this.#matches[place] ?? NO_MATCH
      const list = byMatch[match]
      if (list !== undefined && list.length < limit) list.push({ place, match })
    }
    return byMatch.flat().slice(0, limit)
  }
}

function compareEntries(a: SearchEntry, b: SearchEntry): number {
  return b.weight - a.weight || a.name.length - b.name.length || compareCodePoints(a.id, b.id)
}

function matchedAlias(entry: SearchEntry, match: Match, key: string): string {
  if (match !== 1 && match !== 3) return ''
  return entry.aliases.find((alias) => compact(foldForSearch(alias)).startsWith(key)) ?? ''
}

function keysOf({ id, type, name, aliases }: SearchEntry, place: number): Key[] {
  const other = [...aliases, id, ...(type === 'paper' ? [id.slice(id.indexOf(':') + 1)] : [])]
  const ranks = new Map<string, number>()
  for (const text of other) ranks.set(compact(foldForSearch(text)), 1)
  ranks.set(compact(foldForSearch(name)), 0)
  ranks.delete('')
  return Array.from(ranks, ([key, rank]) => ({ key, rank, place }))
}

interface Key {
  key: string
  rank: number
  place: number
}
