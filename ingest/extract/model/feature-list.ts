import { hashText, mix } from './hashing.ts'

/** Slots of the table that keeps each feature once; several times what a candidate has. */
const SLOTS = 1 << 12
const MOST = SLOTS / 2

/** The binary features of one candidate as 32-bit hashes, each once. One list serves many candidates: `clear()` between them. */
export class FeatureList {
  readonly #hashes = new Int32Array(MOST)
  readonly #table = new Int32Array(SLOTS)
  /** In which round a slot was filled: clearing is counting on. */
  readonly #rounds = new Uint32Array(SLOTS)
  #round = 1
  #length = 0

  clear(): void {
    this.#length = 0
    this.#round++
  }

  /** The feature `kind` with a value that is a hash or a small number. Beyond 2,048 features no more are taken. */
  add(kind: number, value = 0): void {
    const hash = mix(kind, value)
    let slot = hash & (SLOTS - 1)
    while (this.#rounds[slot] === this.#round) {
      if (this.#table[slot] === hash) return
      slot = (slot + 1) & (SLOTS - 1)
    }
    if (this.#length === MOST) return
    this.#rounds[slot] = this.#round
    this.#table[slot] = hash
    this.#hashes[this.#length++] = hash
  }

  /** The feature `kind` with a text as its value. */
  text(kind: number, value: string): void {
    this.add(kind, hashText(value))
  }

  /** The hashes so far, valid until the next `clear()`. */
  get hashes(): Int32Array {
    return this.#hashes.subarray(0, this.#length)
  }
}
