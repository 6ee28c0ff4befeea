import type { Weights } from './weights-file.ts'

/**
 * A sum of small decision trees over rows of numbers (Friedman, "Greedy function approximation: a gradient boosting machine", 2001).
 * Arrays, one entry a node: `feature` (-1 for a leaf), `threshold` (a leaf's value), `left` (the right child follows it), and `roots`.
 */
export class BoostedTrees {
  readonly #feature: Int16Array
  readonly #threshold: Float32Array
  readonly #left: Int32Array
  readonly #roots: Int32Array

  constructor({ feature, threshold, left, roots }: Weights) {
    this.#feature = feature as Int16Array
    this.#threshold = threshold as Float32Array
    this.#left = left as Int32Array
    this.#roots = roots as Int32Array
  }

  /** The sum of all trees for the row that begins at `from`. */
  predict(rows: Float32Array, from: number): number {
    let sum = 0
    for (const root of this.#roots) {
      let node = root
      let feature = this.#feature[node] as number
      while (feature >= 0) {
        const isLow = (rows[from + feature] as number) <= (this.#threshold[node] as number)
        node = (this.#left[node] as number) + (isLow ? 0 : 1)
        feature = this.#feature[node] as number
      }
      sum += this.#threshold[node] as number
    }
    return sum
  }
}
