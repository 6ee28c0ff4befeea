import { type Analysis, analyse, type Candidate } from './candidates.ts'
import type { Document } from './extractor.ts'
import { featuresOf } from './features.ts'
import { type Chances, predict } from './linear-model.ts'

/** A candidate and what the linear models think of it. */
export interface Judgement {
  candidate: Candidate
  chances: Chances
}

const known = new WeakMap<Analysis, Map<string, Judgement>>()

/** Judges every candidate of a paper, by key; the same document is judged once, for all who ask. */
export function judge(document: Document): Map<string, Judgement> {
  const analysis = analyse(document)
  const before = known.get(analysis)
  if (before) return before
  const judgements = new Map<string, Judgement>()
  for (const candidate of analysis.candidates.values())
    judgements.set(candidate.key, { candidate, chances: predict(featuresOf(analysis, candidate)) })
  known.set(analysis, judgements)
  return judgements
}
