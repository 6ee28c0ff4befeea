import type { Weights } from './weights-file.ts'

/** What a bag model decides of a candidate: three classes against "nothing", then two yes-or-no questions. */
export const OUTPUTS = ['method', 'model', 'benchmark', 'topic', 'introduces'] as const
export const OUTPUT_COUNT: number = OUTPUTS.length

/** Log odds in the order of OUTPUTS. */
export type Logits = Float64Array

/**
 * A classifier of bags of binary features: a linear model, and beside it the sum of one small vector a feature through one
 * layer of rectified units, which sees what features mean together. After Joulin, Grave, Bojanowski & Mikolov, "Bag of
 * tricks for efficient text classification" (EACL 2017) and Cheng et al., "Wide & deep learning for recommender systems" (2016).
 * Arrays: `hashes` (features), `linear` (features × outputs, 8 bits), `vectors` (features × size, 8 bits), `out` (size × outputs),
 * `scales` (what one step of linear and of vectors is worth).
 */
export class BagModel {
  readonly #slots: Int32Array
  readonly #rows: Int32Array
  readonly #mask: number
  /** Of each feature its linear weights, then its vector: side by side, because they are read together. */
  readonly #weights: Int8Array
  readonly #out: Float32Array
  readonly #linearStep: number
  readonly #vectorStep: number
  readonly #size: number
  readonly #sums = new Int32Array(OUTPUT_COUNT)
  readonly #hidden: Int32Array

  constructor({ hashes, linear, vectors, out, scales }: Weights) {
    this.#out = out as Float32Array
    this.#linearStep = scales?.[0] ?? 1
    this.#vectorStep = scales?.[1] ?? 1
    this.#size = this.#out.length / OUTPUT_COUNT
    this.#hidden = new Int32Array(this.#size)
    const count = hashes?.length ?? 0
    this.#weights = sideBySide(linear as Int8Array, vectors as Int8Array, count)
    const slots = 1 << Math.ceil(Math.log2(count * 2 + 2))
    this.#mask = slots - 1
    this.#slots = new Int32Array(slots)
    this.#rows = new Int32Array(slots).fill(-1)
    for (let row = 0; row < count; row++) {
      const hash = hashes?.[row] ?? 0
      let slot = hash & this.#mask
      while (this.#rows[slot] !== -1) slot = (slot + 1) & this.#mask
      this.#slots[slot] = hash
      this.#rows[slot] = row
    }
  }

  /** Writes the log odds of each output for a candidate's features into `logits`. */
  predict(features: Int32Array, logits: Logits): void {
    const hidden = this.#hidden.fill(0)
    const sums = this.#sums.fill(0)
    const size = this.#size
    const weights = this.#weights
    const stride = OUTPUT_COUNT + size
    let known = 0
    for (let at = 0; at < features.length; at++) {
      const row = this.#row(features[at] as number)
      if (row < 0) continue
      known++
      let from = row * stride
      for (let output = 0; output < OUTPUT_COUNT; output++)
        sums[output] = (sums[output] as number) + (weights[from++] as number)
      for (let unit = 0; unit < size; unit++) hidden[unit] = (hidden[unit] as number) + (weights[from++] as number)
    }
    const scale = this.#vectorStep / Math.sqrt(known || 1)
    for (let output = 0; output < OUTPUT_COUNT; output++) {
      let sum = (sums[output] as number) * this.#linearStep
      for (let unit = 0; unit < size; unit++) {
        const value = hidden[unit] as number
        if (value > 0) sum += value * scale * (this.#out[unit * OUTPUT_COUNT + output] as number)
      }
      logits[output] = sum
    }
  }

  #row(hash: number): number {
    let slot = hash & this.#mask
    for (;;) {
      const row = this.#rows[slot] as number
      if (row < 0 || this.#slots[slot] === hash) return row
      slot = (slot + 1) & this.#mask
    }
  }
}

function sideBySide(linear: Int8Array, vectors: Int8Array, count: number): Int8Array {
  const size = count === 0 ? 0 : vectors.length / count
  const stride = OUTPUT_COUNT + size
  const weights = new Int8Array(count * stride)
  for (let row = 0; row < count; row++) {
    weights.set(linear.subarray(row * OUTPUT_COUNT, (row + 1) * OUTPUT_COUNT), row * stride)
    weights.set(vectors.subarray(row * size, (row + 1) * size), row * stride + OUTPUT_COUNT)
  }
  return weights
}
