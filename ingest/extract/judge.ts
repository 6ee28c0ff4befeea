import { type Analysis, analyse, type Candidate } from './candidates.ts'
import { type Chances, chancesOf, logistic, logit, namedOf } from './chances.ts'
import { documentFeatures, LEAST_CHANCE, WIDTH } from './document-features.ts'
import type { Document } from './extractor.ts'
import { featuresOf } from './features.ts'
import { type BagModel, OUTPUT_COUNT } from './model/bag-model.ts'
import { FeatureList } from './model/feature-list.ts'
import { models } from './tables.ts'

/** A candidate and what the models think of it. */
export interface Judgement {
  candidate: Candidate
  chances: Chances
}

/** Odds of less are not judged beside others: in 2,500 papers that changes 2 of 13,230 entities. */
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
