import { editDistance } from './edit-distance.ts'
import type { TextTable } from './text-table.ts'

/** How many slips a text of so many letters may hold: none below four, one below eight, else two. */
export function slipsAllowed(text: string): number {
  return text.length < 4 ? 0 : text.length < 8 ? 1 : 2
}

/** Bits that one edit may change: it takes away at most three pairs of neighbours (a swap), and brings in as many. */
const PAIR_BITS_AN_EDIT = 6

/** Which strings of a table are nearly a text. Nearly all are told by their length, letters and pairs, without being compared. */
export class NearTexts {
  readonly #texts: TextTable
  /** In UTF-16 units; what is longer than a byte can tell is never near anything that is typed. */
  readonly #lengths: Uint8Array
  /** Which letters a string holds, a bit each, and which pairs of neighbours, 64 bits in two numbers. */
  readonly #letters: Uint32Array
  readonly #pairs: Uint32Array

  constructor(texts: TextTable) {
    this.#texts = texts
    this.#lengths = new Uint8Array(texts.length)
    this.#letters = new Uint32Array(texts.length)
    this.#pairs = new Uint32Array(2 * texts.length)
    for (let place = 0; place < texts.length; place += 1) {
      const text = texts.at(place)
      this.#lengths[place] = Math.min(255, text.length)
      this.#letters[place] = letterMask(text)
      this.#pairs.set(pairMasks(text), 2 * place)
    }
  }

  /** The places of the strings that are at most `limit` edits from `text`, the nearest first. */
  near(text: string, limit: number): number[] {
    const found: { place: number; distance: number }[] = []
    const letters = letterMask(text)
    const [low, high] = pairMasks(text)
    const { length } = text
    if (limit === 0 || length + limit > 255) return []
    for (let place = 0; place < this.#lengths.length; place += 1) {
      if (Math.abs((this.#lengths[place] ?? 0) - length) > limit) continue
      // Each edit changes at most one letter that is gone and one that is new.
      if (bits(letters ^ (this.#letters[place] ?? 0)) > 2 * limit) continue
      const pairs = bits(low ^ (this.#pairs[2 * place] ?? 0)) + bits(high ^ (this.#pairs[2 * place + 1] ?? 0))
      if (pairs > PAIR_BITS_AN_EDIT * limit) continue
      const distance = editDistance(text, this.#texts.at(place), limit)
      if (distance <= limit) found.push({ place, distance })
    }
    return found.sort((a, b) => a.distance - b.distance || a.place - b.place).map(({ place }) => place)
  }
}

function letterMask(text: string): number {
  let mask = 0
  for (let at = 0; at < text.length; at += 1) mask |= 1 << (text.charCodeAt(at) & 31)
  return mask >>> 0
}

function pairMasks(text: string): [low: number, high: number] {
  let [low, high] = [0, 0]
  for (let at = 1; at < text.length; at += 1) {
    const hash = Math.imul(Math.imul(text.charCodeAt(at - 1), 31) + text.charCodeAt(at), 0x9e3779b1)
    const bit = (hash >>> 26) & 63
    if (bit < 32) low |= 1 << bit
    else high |= 1 << (bit - 32)
  }
  return [low >>> 0, high >>> 0]
}

/** How many bits are set (Warren, "Hacker's Delight", 2nd edition, figure 5-2). */
function bits(value: number): number {
  let count = value - ((value >>> 1) & 0x55555555)
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333)
  count = (count + (count >>> 4)) & 0x0f0f0f0f
  return Math.imul(count, 0x01010101) >>> 24
}
