import type { Entity } from '../extraction.ts'
import type { ScoredError } from './scorer.ts'

export interface Bin {
  /** Mean confidence, share right, and how many. */
  confidence: number
  right: number
  count: number
}

/**
 * Expected calibration error in ten bins of equal width (Naeini, Cooper & Hauskrecht, "Obtaining well calibrated probabilities using
 * Bayesian binning", AAAI 2015): the mean distance between how sure the extractor says it is and how often it is right.
 */
export function calibration(judged: readonly { confidence: number; isRight: boolean }[]): {
  error: number
  bins: Bin[]
} {
  const bins = Array.from({ length: 10 }, () => ({ confidence: 0, right: 0, count: 0 }))
  for (const { confidence, isRight } of judged) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))] as Bin
    bin.confidence += confidence
    bin.right += Number(isRight)
    bin.count += 1
  }
  const error = bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / (judged.length || 1)
  for (const bin of bins) {
    bin.confidence /= bin.count || 1
    bin.right /= bin.count || 1
  }
  return { error, bins }
}

/** Each entity with whether the scorer let it stand. */
export function judgedEntities(
  papers: readonly { title: string; entities: readonly Entity[] }[],
  errors: readonly ScoredError[],
): { confidence: number; isRight: boolean }[] {
  const wrong = new Set(
    errors
      .filter(({ kind }) => kind === 'spurious' || kind === 'duplicate')
      .map((one) => [one.title, one.type, one.name].join('\t')),
  )
  return papers.flatMap(({ title, entities }) =>
    entities.map(({ type, name, confidence }) => ({ confidence, isRight: !wrong.has([title, type, name].join('\t')) })),
  )
}
