import type { Weights } from '../model/weights-file.ts'

const BINS = 64
const LEAVES = 24
const LEAST_ROWS = 40
const SMOOTHING = 5
const LEAST_GAIN = 1e-3

interface Leaf {
  node: number
  rows: Uint32Array
  sums: Float64Array
  gradient: number
  hessian: number
  split: Split | undefined
}
interface Split {
  gain: number
  feature: number
  bin: number
}

/**
 * Learns boosted trees for yes-or-no targets with the logistic loss: histograms of at most 64 bins, the leaf with most gain first
 * (Ke et al., "LightGBM", NeurIPS 2017), Newton steps (Friedman 2001; Chen & Guestrin, "XGBoost", KDD 2016).
 * @param rows count × width numbers; @param targets 0 or 1 for each row; @param margins log odds that the trees add to
 */
export function boost(
  rows: Float32Array,
  width: number,
  targets: Uint8Array,
  margins: Float64Array,
  { trees, rate }: { trees: number; rate: number },
): Weights {
  const count = targets.length
  const edges = Array.from({ length: width }, (_, feature) => edgesOf(rows, width, feature, count))
  const bins = binned(rows, width, edges, count)
  const scores = margins.slice()
  const [gradients, hessians] = [new Float64Array(count), new Float64Array(count)]
  const nodes = { feature: [] as number[], threshold: [] as number[], left: [] as number[], roots: [] as number[] }
  for (let tree = 0; tree < trees; tree++) {
    for (let row = 0; row < count; row++) {
      const chance = 1 / (1 + Math.exp(-(scores[row] as number)))
      gradients[row] = chance - (targets[row] as number)
      hessians[row] = chance * (1 - chance)
    }
    const sumsOf = (members: Uint32Array): Float64Array => histogram(members, bins, width, gradients, hessians)
    const node = (): number => {
      nodes.feature.push(-1)
      nodes.threshold.push(0)
      nodes.left.push(0)
      return nodes.feature.length - 1
    }
    const root = node()
    nodes.roots.push(root)
    const every = Uint32Array.from({ length: count }, (_, row) => row)
    const leaves = [leafOf(root, every, sumsOf(every), width)]
    while (leaves.length < LEAVES) {
      const best = leaves.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a))
      const { split } = best
      if (!split || split.gain < LEAST_GAIN) break
      const isLow = (row: number): boolean => (bins[row * width + split.feature] as number) <= split.bin
      const [low, high] = [node(), node()]
      nodes.feature[best.node] = split.feature
      nodes.threshold[best.node] = edges[split.feature]?.[split.bin] ?? 0
      nodes.left[best.node] = low
      const [lower, upper] = [best.rows.filter(isLow), best.rows.filter((row) => !isLow(row))]
      const isLowerLess = lower.length < upper.length
      const less = sumsOf(isLowerLess ? lower : upper)
      const more = rest(best.sums, less)
      leaves.splice(
        leaves.indexOf(best),
        1,
        leafOf(low, lower, isLowerLess ? less : more, width),
        leafOf(high, upper, isLowerLess ? more : less, width),
      )
    }
    for (const { node, rows: members, gradient, hessian } of leaves) {
      const value = (-rate * gradient) / (hessian + SMOOTHING)
      nodes.threshold[node] = value
      for (const row of members) scores[row] = (scores[row] as number) + value
    }
  }
  return {
    feature: Int16Array.from(nodes.feature),
    threshold: Float32Array.from(nodes.threshold),
    left: Int32Array.from(nodes.left),
    roots: Int32Array.from(nodes.roots),
  }
}

/** The upper edges of a feature's bins: its values where few, else those that share the rows evenly. */
function edgesOf(rows: Float32Array, width: number, feature: number, count: number): number[] {
  const values = new Float32Array(count)
  for (let row = 0; row < count; row++) values[row] = rows[row * width + feature] as number
  values.sort()
  const edges: number[] = []
  for (let bin = 1; bin < BINS; bin++) {
    const edge = values[Math.floor((bin * count) / BINS)] as number
    if (edges.length === 0 || edge > (edges[edges.length - 1] as number)) edges.push(edge)
  }
  return edges
}

function binned(rows: Float32Array, width: number, edges: number[][], count: number): Uint8Array {
  const bins = new Uint8Array(count * width)
  for (let row = 0; row < count; row++)
    for (let feature = 0; feature < width; feature++) {
      const value = rows[row * width + feature] as number
      const of = edges[feature] as number[]
      let [low, high] = [0, of.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if (value <= (of[middle] as number)) high = middle
        else low = middle + 1
      }
      bins[row * width + feature] = low
    }
  return bins
}

/** Sums of gradients, hessians and rows by feature and bin. */
function histogram(
  rows: Uint32Array,
  bins: Uint8Array,
  width: number,
  gradients: Float64Array,
  hessians: Float64Array,
): Float64Array {
  const sums = new Float64Array(width * BINS * 3)
  for (const row of rows) {
    const [gradient, hessian] = [gradients[row] as number, hessians[row] as number]
    for (let feature = 0, at = row * width; feature < width; feature++, at++) {
      const slot = (feature * BINS + (bins[at] as number)) * 3
      sums[slot] = (sums[slot] as number) + gradient
      sums[slot + 1] = (sums[slot + 1] as number) + hessian
      sums[slot + 2] = (sums[slot + 2] as number) + 1
    }
  }
  return sums
}

/** What is left of a leaf's sums without those of one child: its other child's. */
function rest(whole: Float64Array, part: Float64Array): Float64Array {
  return whole.map((sum, at) => sum - (part[at] as number))
}

function leafOf(node: number, rows: Uint32Array, sums: Float64Array, width: number): Leaf {
  let [gradient, hessian] = [0, 0]
  for (let bin = 0; bin < BINS; bin++) {
    gradient += sums[bin * 3] as number
    hessian += sums[bin * 3 + 1] as number
  }
  return { node, rows, sums, gradient, hessian, split: bestSplit(sums, width, rows.length, gradient, hessian) }
}

function bestSplit(
  sums: Float64Array,
  width: number,
  count: number,
  gradient: number,
  hessian: number,
): Split | undefined {
  let best: Split | undefined
  const whole = (gradient * gradient) / (hessian + SMOOTHING)
  for (let feature = 0; feature < width; feature++) {
    let [g, h, n] = [0, 0, 0]
    for (let bin = 0; bin < BINS - 1; bin++) {
      const slot = (feature * BINS + bin) * 3
      g += sums[slot] as number
      h += sums[slot + 1] as number
      n += sums[slot + 2] as number
      if (n < LEAST_ROWS) continue
      if (count - n < LEAST_ROWS) break
      const rest = gradient - g
      const gain = (g * g) / (h + SMOOTHING) + (rest * rest) / (hessian - h + SMOOTHING) - whole
      if (gain > (best?.gain ?? 0)) best = { gain, feature, bin }
    }
  }
  return best
}
