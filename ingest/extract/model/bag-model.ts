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
  readonly #sums: Int32Array

  constructor({ hashes, linear, vectors, out, scales }: Weights) {
    this.#out = out as Float32Array
    this.#linearStep = scales?.[0] ?? 1
    this.#vectorStep = scales?.[1] ?? 1
    this.#size = this.#out.length / OUTPUT_COUNT
    this.#sums = new Int32Array(OUTPUT_COUNT + this.#size)
    const count = hashes?.length ?? 0
    this.#weights = sideBySide(linear as Int8Array, vectors as Int8Array, count)
    const size = 1 << Math.ceil(Math.log2(count * 2 + 2))
    const mask = size - 1
    const slots = new Int32Array(size)
    const rows = new Int32Array(size).fill(-1)
    for (let row = 0; row < count; row++) {
      const hash = (hashes as Int32Array)[row] as number
      let slot = hash & mask
      while (rows[slot] !== -1) slot = (slot + 1) & mask
      slots[slot] = hash
      rows[slot] = row
    }
    this.#mask = mask
    this.#slots = slots
    this.#rows = rows
  }

  /** Writes the log odds of each output for a candidate's features into `logits`. */
  predict(features: Int32Array, logits: Logits): void {
    const sums = this.#sums.fill(0)
    const size = this.#size
    const weights = this.#weights
    const stride = OUTPUT_COUNT + size
    let known = 0
    for (let at = 0; at < features.length; at++) {
      const row = this.#row(features[at] as number)
      if (row < 0) continue
      known++
      const from = row * stride
      for (let part = 0; part < stride; part++) sums[part] = (sums[part] as number) + (weights[from + part] as number)
    }
    const scale = this.#vectorStep / Math.sqrt(known || 1)
    for (let output = 0; output < OUTPUT_COUNT; output++) {
      let sum = (sums[output] as number) * this.#linearStep
      for (let unit = 0; unit < size; unit++) {
        const value = sums[OUTPUT_COUNT + unit] as number
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
  // Byte by byte: a view of each row would take far longer than its few bytes.
  for (let row = 0, to = 0, ofLinear = 0, ofVectors = 0; row < count; row++) {
    for (let output = 0; output < OUTPUT_COUNT; output++) weights[to++] = linear[ofLinear++] as number
    for (let unit = 0; unit < size; unit++) weights[to++] = vectors[ofVectors++] as number
  }
  return weights
}
