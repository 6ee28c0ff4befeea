import { lazily, rows } from './tables.ts'

/** What the linear models decide, in the order of their weights: three softmax classes against "nothing", then two yes-or-no questions. */
export const OUTPUTS = ['method', 'model', 'benchmark', 'topic', 'introduces'] as const
export type Output = (typeof OUTPUTS)[number]
export type Chances = Record<Output, number>

/** What one step of a weight in the table is worth. */
export const UNIT = 0.02

const weights = lazily(() => {
  const lines = rows('weights.tsv')
  const ids = new Map<string, number>()
  const table = new Float64Array(lines.length * OUTPUTS.length)
  for (const [name, ...row] of lines) {
    const at = ids.size * OUTPUTS.length
    for (let output = 0; output < OUTPUTS.length; output++) table[at + output] = Number(row[output] ?? 0) * UNIT
    ids.set(name, ids.size)
  }
  return { ids, table }
})

/** Probabilities of each output for a set of features. Those of method, model and benchmark and of nothing sum to 1. */
export function predict(features: Iterable<string>): Chances {
  const { ids, table } = weights()
  const sums = new Float64Array(OUTPUTS.length)
  for (const feature of features) {
    const id = ids.get(feature)
    if (id === undefined) continue
    const row = id * OUTPUTS.length
    for (let at = 0; at < OUTPUTS.length; at++) sums[at] = (sums[at] ?? 0) + (table[row + at] ?? 0)
  }
  const raised = sums.map((sum) => Math.exp(Math.max(-30, Math.min(30, sum))))
  const [method = 0, model = 0, benchmark = 0, topic = 0, introduces = 0] = raised
  const total = 1 + method + model + benchmark
  return {
    method: method / total,
    model: model / total,
    benchmark: benchmark / total,
    topic: topic / (1 + topic),
    introduces: introduces / (1 + introduces),
  }
}
