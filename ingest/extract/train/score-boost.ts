/**
 * Gradient-boosted trees for one yes-or-no question, small and deterministic. Second-order boosting with logistic loss:
 * Friedman, "Greedy function approximation" (Annals of Statistics 2001); Chen & Guestrin, "XGBoost" (KDD 2016).
 */
import type { Features, Forest, Tree } from '../scores/model.ts'
import { generator } from './random.ts'
import { type Column, Grower, type GrowOptions } from './score-grower.ts'

export interface Sample {
  features: Features
  label: number
  /** How much it counts; 1 unless given. */
  weight?: number
}
export interface BoostOptions extends GrowOptions {
  rounds: number
  rowShare: number
  columnShare: number
  seed: number
  /** A feature that fewer samples have is left out. */
  leastCount: number
}
export const BOOST: BoostOptions = {
  rounds: 250,
  depth: 4,
  rate: 0.06,
  lambda: 1,
  leastHessian: 0.7,
  rowShare: 0.7,
  columnShare: 0.25,
  seed: 11,
  leastCount: 25,
}
const BINS = 24

/** Learns a forest from samples. */
export function boost(samples: Sample[], options: BoostOptions = BOOST): Forest {
  const names = namesOf(samples, options.leastCount)
  const columns = names.map((name) => binned(samples, name))
  const random = generator(options.seed)
  const weights = Float64Array.from(samples, ({ weight }) => weight ?? 1)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const positive = samples.reduce((sum, { label }, at) => sum + label * (weights[at] ?? 0), 0)
  const bias = Math.log((positive + 1) / (total - positive + 1))
  const sums = new Float64Array(samples.length).fill(bias)
  const [slope, curve] = [new Float64Array(samples.length), new Float64Array(samples.length)]
  const trees: Tree[] = []
  for (let round = 0; round < options.rounds; round++) {
    const rows: number[] = []
    for (const [at, { label }] of samples.entries()) {
      const p = 1 / (1 + Math.exp(-(sums[at] ?? 0)))
      slope[at] = (p - label) * (weights[at] ?? 0)
      curve[at] = Math.max(1e-6, p * (1 - p)) * (weights[at] ?? 0)
      if (random() < options.rowShare) rows.push(at)
    }
    const used = columns.flatMap((column, id) => (random() < options.columnShare ? [{ column, id }] : []))
    const grower = new Grower(used, slope, curve, options)
    const tree = grower.grow(rows)
    trees.push(tree)
    for (let at = 0; at < samples.length; at++) sums[at] = (sums[at] ?? 0) + grower.leafValue(columns, at)
  }
  return pruned({ names: new Map(names.map((name, at) => [name, at])), bias, trees })
}

function namesOf(samples: Sample[], least: number): string[] {
  const counts = new Map<string, number>()
  for (const { features } of samples)
    for (const [name, value] of features) if (value !== 0) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= least)
    .map(([name]) => name)
    .sort()
}

function binned(samples: Sample[], name: string): Column {
  const values = samples.map(({ features }) => features.get(name) ?? 0)
  const distinct = [...new Set(values)].sort((a, b) => a - b)
  let cuts: number[]
  if (distinct.length <= BINS) cuts = distinct.slice(1).map((value, at) => (value + (distinct[at] ?? 0)) / 2)
  else {
    const sorted = [...values].sort((a, b) => a - b)
    const picked = Array.from(
      { length: BINS - 1 },
      (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / BINS)] ?? 0,
    )
    cuts = [...new Set(picked)].filter((cut) => cut > (distinct[0] ?? 0))
  }
  const bins = Uint8Array.from(values, (value) => {
    const at = cuts.findIndex((cut) => value < cut)
    return at < 0 ? cuts.length : at
  })
  return { bins, cuts }
}

/** Leaves out the features that no tree asks for. */
function pruned({ names, bias, trees }: Forest): Forest {
  const asked = new Set(trees.flatMap((tree) => [...tree.feature].filter((feature) => feature >= 0)))
  const kept = [...names].filter(([, at]) => asked.has(at))
  const moved = new Map(kept.map(([, at], next) => [at, next]))
  return {
    names: new Map(kept.map(([name], at) => [name, at])),
    bias,
    trees: trees.map((tree) => ({ ...tree, feature: tree.feature.map((feature) => moved.get(feature) ?? -1) })),
  }
}
