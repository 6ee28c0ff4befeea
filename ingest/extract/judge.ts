import { type Analysis, analyse, type Candidate } from './candidates.ts'
import { documentFeatures, LEAST_CHANCE, logit, namedOf, WIDTH } from './document-features.ts'
import type { Document } from './extractor.ts'
import { featuresOf } from './features.ts'
import { type BagModel, OUTPUT_COUNT } from './model/bag-model.ts'
import { FeatureList } from './model/feature-list.ts'
import { models } from './tables.ts'

/** Probabilities of what a candidate is. Those of method, model and benchmark and of nothing sum to 1. */
export interface Chances {
  method: number
  model: number
  benchmark: number
  topic: number
  introduces: number
}

/** A candidate and what the models think of it. */
export interface Judgement {
  candidate: Candidate
  chances: Chances
}

/** Odds of less are not looked at again: no judgement beside others raises them so far that anybody sees it. */
const LEAST_ODDS = logit(LEAST_CHANCE)

const known = new WeakMap<Analysis, Map<string, Judgement>>()

/** Judges every candidate of a paper, by key; the same document is judged once, for all who ask. */
export function judge(document: Document): Map<string, Judgement> {
  const analysis = analyse(document)
  const before = known.get(analysis)
  if (before) return before
  const { bag, named: namedTrees, topic: topicTrees } = models()
  const { judged, rows } = documentFeatures(firstJudgements(analysis, bag))
  const named = Float64Array.from(judged, ({ chances }) => logit(namedOf(chances)))
  const topic = Float64Array.from(judged, ({ chances }) => logit(chances.topic))
  const worth = (odds: Float64Array): number[] => [...odds.keys()].filter((at) => (odds[at] as number) > LEAST_ODDS)
  namedTrees.addTo(named, rows, WIDTH, worth(named))
  topicTrees.addTo(topic, rows, WIDTH, worth(topic))
  const result = new Map<string, Judgement>()
  for (const [at, { candidate, chances }] of judged.entries()) {
    const scale = logistic(named[at] as number) / namedOf(chances)
    const { method, model, benchmark, introduces } = chances
    result.set(candidate.key, {
      candidate,
      chances: {
        method: method * scale,
        model: model * scale,
        benchmark: benchmark * scale,
        topic: logistic(topic[at] as number),
        introduces,
      },
    })
  }
  known.set(analysis, result)
  return result
}

const list = new FeatureList()
const logits = new Float64Array(OUTPUT_COUNT)

/** What the first model thinks of each candidate by itself. */
export function firstJudgements(analysis: Analysis, bag: BagModel): Map<string, Judgement> {
  const judgements = new Map<string, Judgement>()
  for (const candidate of analysis.candidates.values()) {
    featuresOf(list, analysis, candidate)
    bag.predict(list.hashes, logits)
    judgements.set(candidate.key, { candidate, chances: chancesOf(logits) })
  }
  return judgements
}

/** Softmax over three classes and "nothing", then the logistic function of the other two. */
function chancesOf(logits: Float64Array): Chances {
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

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x))
}
