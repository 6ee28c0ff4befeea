/** How a text may match a node, the best first. Its place in this list leads the ranking, the node's weight follows. */
export const MATCHES = [
  'name',
  'alias',
  'name prefix',
  'alias prefix',
  'name with slips',
  'alias with slips',
  'words of the name',
  'words',
  'words of the abstract',
  'words with slips',
] as const
export type MatchName = (typeof MATCHES)[number]
/** A place in MATCHES. */
export type Match = number

export const matchOf = (name: MatchName): Match => MATCHES.indexOf(name)
export const NO_MATCH: Match = MATCHES.length

/** The best match of each entry during one search. */
export class Found {
  count = 0
  /** Whether a place may be found at all. */
  readonly isWanted: (place: number) => boolean
  readonly #matches: Uint8Array

  constructor(entries: number, isWanted: (place: number) => boolean) {
    this.isWanted = isWanted
    this.#matches = new Uint8Array(entries).fill(NO_MATCH)
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
