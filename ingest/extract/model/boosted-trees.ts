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

  /**
   * Adds the sum of all trees for each row named in `which` (row r begins at r × `width`) to `sums[r]`. Tree by tree, so that one
   * tree's nodes are at hand for all rows.
   */
  addTo(sums: Float64Array, rows: Float32Array, width: number, which: readonly number[]): void {
    const [features, thresholds, lefts] = [this.#feature, this.#threshold, this.#left]
    for (const root of this.#roots) {
      for (const row of which) {
        const from = row * width
        let node = root
        let feature = features[node] as number
        while (feature >= 0) {
          const isHigh = (rows[from + feature] as number) > (thresholds[node] as number)
          node = (lefts[node] as number) + (isHigh ? 1 : 0)
          feature = features[node] as number
        }
        sums[row] = (sums[row] as number) + (thresholds[node] as number)
      }
    }
  }
}
