/** The hash of the empty text. */
export const HASH_START = 0x811c9dc5 | 0

/** The 32-bit FNV-1a hash of a text's UTF-16 units (Fowler, Noll & Vo): the same number everywhere. */
export function hashText(text: string): number {
  return hashOn(HASH_START, text)
}

/** The hash of a text that goes on with `text` where `hash` is that of what stands before. */
export function hashOn(hash: number, text: string): number {
  let on = hash
  for (let at = 0; at < text.length; at++) on = Math.imul(on ^ text.charCodeAt(at), 0x01000193)
  return on
}

/** The hash of a feature: what kind it is, and of what. Two rounds of the finisher of MurmurHash3 (Appleby). */
export function mix(kind: number, value: number): number {
  let hash = Math.imul(kind, 0x9e3779b1) ^ value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** A set of hashes in one array, for millions of questions. */
export class HashSet {
  readonly #slots: Int32Array
  readonly #mask: number
  #hasZero = false

  constructor(hashes: Iterable<number>, count: number) {
    const slots = 1 << Math.ceil(Math.log2(count * 3 + 2))
    this.#mask = slots - 1
    this.#slots = new Int32Array(slots)
    for (const hash of hashes) {
      if (hash === 0) this.#hasZero = true
      let slot = hash & this.#mask
      while (this.#slots[slot] !== 0 && this.#slots[slot] !== hash) slot = (slot + 1) & this.#mask
      this.#slots[slot] = hash
    }
  }

  has(hash: number): boolean {
    if (hash === 0) return this.#hasZero
    let slot = hash & this.#mask
    for (;;) {
      const there = this.#slots[slot]
      if (there === hash) return true
      if (there === 0) return false
      slot = (slot + 1) & this.#mask
    }
  }
}
