import type { NodeType, SearchHit, SearchLimits } from '../reader.ts'
import { editDistance } from './edit-distance.ts'
import type { EntryTable } from './entry-table.ts'
import { compact, foldForSearch, isUnspaced, longTextWords, wordsOf } from './fold.ts'
import { Found, type Match, matchOf, NO_MATCH } from './found.ts'
import type { KeyIndex } from './key-index.ts'
import { slipsAllowed } from './near-texts.ts'
import { authorLine, type SearchEntry } from './search-entry.ts'
import { namesOf, SearchTables } from './search-tables.ts'
import type { WordIndex } from './word-index.ts'

/** Of the entries that hold all words of a short text, how many of the weightiest are looked at. */
const MOST_CANDIDATES = 1_000
/** Nobody types more. */
const MOST_WORDS = 32

/** Search by names, aliases, titles, authors and words of abstracts, the same on both stores. Built once a graph version; answers are pure. */
export class SearchIndex {
  /** In the order in which equal matches are told, so that a smaller place is a better one. */
  readonly #entries: EntryTable
  readonly #keys: KeyIndex
  readonly #words: WordIndex
  readonly #abstractWords: WordIndex

  constructor(source: SearchTables | Iterable<SearchEntry>) {
    const { entries, keys, words, abstractWords } = tablesOf(source).finish()
    this.#entries = entries
    this.#keys = keys
    this.#words = words
    this.#abstractWords = abstractWords
  }

  /** The nodes that a text may mean while it is being typed, the likeliest first. */
  search(query: string, options: SearchLimits): SearchHit[] {
    const { limit } = options
    const folded = foldForSearch(query.slice(0, 1_000))
    const key = compact(folded)
    if (key === '') return []
    const found = new Found(this.#entries.length, this.#filter(options))
    this.#addKeys(key, found)
    if (found.count < limit && !isUnspaced(key)) this.#addNearKeys(key, found)
    if (found.count < limit) this.#addWords(folded, found)
    if (found.count < limit) this.#addAbstracts(folded, found)
    if (found.count < limit && !isUnspaced(key)) this.#addNearWords(wordsOf(folded), found)
    return found.best(limit).map(({ place, match }) => this.#hit(place, match, key))
  }

  /** Whether a node of one of these types (none means all) has this id, to the letter. Ids without letters and digits are not known. */
  holds(id: string, types: readonly NodeType[] = []): boolean {
    const isOfType = this.#entries.isOneOf(types)
    let isHeld = false
    this.#keys.equal(compact(foldForSearch(id)), (place) => {
      isHeld ||= isOfType(place) && this.#entries.at(place).id === id
    })
    return isHeld
  }

  /** The nodes that have this very name or, where none has, this alias (case, accents, spaces and signs aside). */
  exact(text: string, types: readonly NodeType[] = []): SearchHit[] {
    const key = compact(foldForSearch(text))
    const found = new Found(this.#entries.length, this.#entries.isOneOf(types))
    if (key !== '') this.#keys.equal(key, (place, rank) => found.add(place, rank))
    const best = found.best(this.#entries.length)
    const alike = best.filter(({ match }) => match === best[0]?.match)
    const sameLetters = alike.filter(({ place }) => this.#entries.at(place).name === text)
    return (sameLetters.length === 1 ? sameLetters : alike).map(({ place, match }) => this.#hit(place, match, key))
  }

  #filter({ types = [], fromYear, toYear }: SearchLimits): (place: number) => boolean {
    const isOfType = this.#entries.isOneOf(types)
    if (fromYear === undefined && toYear === undefined) return isOfType
    const [from, to] = [fromYear ?? 1, toYear ?? Number.POSITIVE_INFINITY]
    return (place) => {
      const year = this.#entries.year(place)
      return year !== 0 && year >= from && year <= to && isOfType(place)
    }
  }

  #addKeys(key: string, found: Found): void {
    this.#keys.equal(key, (place, rank) => found.add(place, matchOf('name') + rank))
    this.#keys.longer(key, (place, rank) => found.add(place, matchOf('name prefix') + rank))
  }

  #addNearKeys(key: string, found: Found): void {
    const limit = slipsAllowed(key)
    this.#keys.near(key, limit, (place, rank) => found.add(place, matchOf('name with slips') + rank))
  }

  #addWords(folded: string, found: Found): void {
    const words = wordsOf(folded)
    // Single characters in any order would match much: what is written in one piece must be there in one piece.
    const pieces = folded.split(' ').filter(isUnspaced)
    const lists = words.map((word) => [this.#words.withPrefix(word)])
    for (const place of this.#intersect(lists, found)) {
      const entry = this.#entries.at(place)
      const texts = (pieces.length === 0 ? [entry.name] : namesOf(entry)).map(foldForSearch)
      if (!pieces.every((piece) => texts.some((text) => text.includes(piece)))) continue
      const nameWords = wordsOf(texts[0] ?? '')
      const isInName = words.every((word) => nameWords.some((one) => one.startsWith(word)))
      found.add(place, matchOf(isInName ? 'words of the name' : 'words'))
    }
  }

  /** What has every word in its names or its abstract. */
  #addAbstracts(folded: string, found: Found): void {
    const lists = longTextWords(folded, true).map((word) => [
      this.#abstractWords.withPrefix(word),
      ...(isUnspaced(word) ? [] : [this.#words.withPrefix(word)]),
    ])
    for (const place of this.#intersect(lists, found)) found.add(place, matchOf('words of the abstract'))
  }

  #addNearWords(words: readonly string[], found: Found): void {
    const lists = words.slice(0, MOST_WORDS + 1).map((word) => {
      const limit = slipsAllowed(word)
      const exact = this.#words.withPrefix(word)
      return limit === 0 ? [exact] : [exact, ...this.#words.near(word, limit)]
    })
    for (const place of this.#intersect(lists, found)) found.add(place, matchOf('words with slips'))
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

  #hit(place: number, match: Match, key: string): SearchHit {
    const entry = this.#entries.at(place)
    const { id, type, name, weight, year } = entry
    const detail = type === 'paper' ? authorLine(entry.authors) : matchedAlias(entry, match, key)
    return {
      id,
      type,
      name,
      ...(type === 'paper' ? {} : { papers: weight }),
      ...(year === undefined ? {} : { year }),
      ...(detail === '' ? {} : { detail }),
      score: NO_MATCH - match + weight / (weight + 100),
    }
  }
}

function tablesOf(source: SearchTables | Iterable<SearchEntry>): SearchTables {
  if (source instanceof SearchTables) return source
  const tables = new SearchTables()
  for (const entry of source) tables.add(entry)
  return tables
}

function matchedAlias(entry: SearchEntry, match: Match, key: string): string {
  const folded = (alias: string): string => compact(foldForSearch(alias))
  if (match === matchOf('alias') || match === matchOf('alias prefix'))
    return entry.aliases.find((alias) => folded(alias).startsWith(key)) ?? ''
  if (match !== matchOf('alias with slips')) return ''
  const slips = (alias: string): number => editDistance(folded(alias), key, key.length)
  return [...entry.aliases].sort((a, b) => slips(a) - slips(b))[0] ?? ''
}
