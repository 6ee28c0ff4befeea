/** Probabilities of what a candidate is. Those of method, model and benchmark and of nothing sum to 1. */
export interface Chances {
  method: number
  model: number
  benchmark: number
  topic: number
  introduces: number
}

/** The chance that a candidate names a method, model or benchmark. */
export const namedOf = ({ method, model, benchmark }: Chances): number => method + model + benchmark

/** Log odds. */
export function logit(chance: number): number {
  const safe = Math.min(1 - 1e-6, Math.max(1e-6, chance))
  return Math.log(safe / (1 - safe))
}

/** Softmax over three classes and "nothing", then the logistic function of the other two. */
export function chancesOf(logits: Float64Array): Chances {
  const [method = 0, model = 0, benchmark = 0, topic = 0, introduces = 0] = logits
  const largest = Math.max(0, method, model, benchmark)
  const [a, b, c] = [Math.exp(method - largest), Math.exp(model - largest), Math.exp(benchmark - largest)]
  const total = Math.exp(-largest) + a + b + c
  return {
    method: a / total,
    model: b / total,
    benchmark: c / total,
    topic: logistic(topic),
    introduces: logistic(introduces),
  }
}

/** The chance of log odds. */
export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x))
}
