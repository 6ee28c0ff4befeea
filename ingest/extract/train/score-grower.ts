import type { Tree } from '../scores/model.ts'

/** A feature of all samples, in bins. */
export interface Column {
  bins: Uint8Array
  /** Bin b holds values below cuts[b]. */
  cuts: number[]
}

export interface GrowOptions {
  depth: number
  rate: number
  /** Shrinks leaves. */
  lambda: number
  leastHessian: number
}

/** Grows one regression tree on slopes and curvatures, with histograms. */
export class Grower {
  private readonly feature: number[] = []
  private readonly threshold: number[] = []
  private readonly bin: number[] = []
  private readonly yes: number[] = []
  private readonly no: number[] = []
  private readonly value: number[] = []
  private readonly used: { column: Column; id: number }[]
  private readonly slope: Float64Array
  private readonly curve: Float64Array
  private readonly options: GrowOptions

  constructor(used: { column: Column; id: number }[], slope: Float64Array, curve: Float64Array, options: GrowOptions) {
    this.used = used
    this.slope = slope
    this.curve = curve
    this.options = options
  }

  grow(rows: number[]): Tree {
    this.node(rows, 0)
    return {
      feature: Int32Array.from(this.feature),
      threshold: Float64Array.from(this.threshold),
      yes: Int32Array.from(this.yes),
      no: Int32Array.from(this.no),
      value: Float64Array.from(this.value),
    }
  }

  /** The value of the leaf that a training row falls into. */
  leafValue(columns: Column[], row: number): number {
    let node = 0
    for (let asked = this.feature[0] ?? -1; asked >= 0; asked = this.feature[node] ?? -1)
      node = ((columns[asked]?.bins[row] ?? 0) <= (this.bin[node] ?? 0) ? this.yes[node] : this.no[node]) ?? 0
    return this.value[node] ?? 0
  }

  private node(rows: number[], depth: number): number {
    const at = this.feature.length
    let [g, h] = [0, 0]
    for (const row of rows) {
      g += this.slope[row] ?? 0
      h += this.curve[row] ?? 0
    }
    this.feature.push(-1)
    this.threshold.push(0)
    this.bin.push(0)
    this.yes.push(0)
    this.no.push(0)
    this.value.push((-this.options.rate * g) / (h + this.options.lambda))
    const split = depth < this.options.depth ? this.split(rows, g, h) : undefined
    if (!split) return at
    const bins = split.column.bins
    const left = rows.filter((row) => (bins[row] ?? 0) <= split.bin)
    const right = rows.filter((row) => (bins[row] ?? 0) > split.bin)
    this.feature[at] = split.id
    this.threshold[at] = split.column.cuts[split.bin] ?? 0
    this.bin[at] = split.bin
    this.yes[at] = this.node(left, depth + 1)
    this.no[at] = this.node(right, depth + 1)
    return at
  }

  private split(rows: number[], g: number, h: number): { column: Column; id: number; bin: number } | undefined {
    const { lambda, leastHessian } = this.options
    let best: { column: Column; id: number; bin: number } | undefined
    let bestGain = 1e-3
    const whole = (g * g) / (h + lambda)
    for (const { column, id } of this.used) {
      const size = column.cuts.length + 1
      if (size < 2) continue
      const [gs, hs] = [new Float64Array(size), new Float64Array(size)]
      for (const row of rows) {
        const bin = column.bins[row] ?? 0
        gs[bin] = (gs[bin] ?? 0) + (this.slope[row] ?? 0)
        hs[bin] = (hs[bin] ?? 0) + (this.curve[row] ?? 0)
      }
      let [gl, hl] = [0, 0]
      for (let bin = 0; bin < size - 1; bin++) {
        gl += gs[bin] ?? 0
        hl += hs[bin] ?? 0
        if (hl < leastHessian || h - hl < leastHessian) continue
        const gain = (gl * gl) / (hl + lambda) + ((g - gl) * (g - gl)) / (h - hl + lambda) - whole
        if (gain > bestGain) [best, bestGain] = [{ column, id, bin }, gain]
      }
    }
    return best
  }
}
