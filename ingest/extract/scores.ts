import type { Entity, Score, ScoreKind } from '../extraction.ts'
import type { Document } from './extractor.ts'
import { analyseScores, type NumberPlace, type ScoreAnalysis } from './scores/analysis.ts'
import { type Benchmark, isSameBenchmark } from './scores/benchmarks.ts'
import { pairFeatures } from './scores/features.ts'
import { measureOf } from './scores/measures.ts'
import { chance, type Features, type ScoreModel, scoreModel } from './scores/model.ts'
import { numberFeatures } from './scores/number-features.ts'
import { type Owners, ownersOf } from './scores/owners.ts'
import { systemOf } from './scores/systems.ts'

export const KINDS: readonly ScoreKind[] = ['absolute', 'gain', 'baseline', 'drop']
/** Below this a number is left out. */
export const LEAST_SCORE = 0.45

/** A number of a paper, and how it goes with each benchmark. */
export interface NumberQuestion {
  place: NumberPlace
  base: Features
  /** Both are worked out when asked for: most numbers are no results. */
  owners(): Owners
  pairs(): { benchmark: Benchmark; features: Features }[]
}

/** A number that is less likely a result is not asked about any benchmark: of 430 scores in 2,500 papers that loses none. */
const LEAST_RESULT = 0.25

/** What there is to decide in a paper, number by number. */
export function questionsOf(analysis: ScoreAnalysis): NumberQuestion[] {
  return analysis.numbers.map((place) => {
    const base = numberFeatures(analysis, place)
    let kept: Owners | undefined
    const owners = (): Owners => {
      kept ??= ownersOf(analysis, place)
      return kept
    }
    const pairs = (): { benchmark: Benchmark; features: Features }[] =>
      analysis.benchmarks.map((benchmark) => ({
        benchmark,
        features: pairFeatures(analysis, place, benchmark, base, owners()),
      }))
    return { place, base, owners, pairs }
  })
}

/** Numbers that the abstract states as results on a benchmark that it names, where a trained model is sure of both. */
export function findScores(document: Document, entities: Entity[]): Score[] {
  const analysis = analyseScores(document, entities)
  return analysis ? decideScores(analysis, scoreModel(), LEAST_SCORE) : []
}

/** The scores that a model finds sure enough. */
export function decideScores(analysis: ScoreAnalysis, model: ScoreModel, least: number): Score[] {
  const scores: Score[] = []
  for (const { place, base, pairs, owners: ownersOnce } of questionsOf(analysis)) {
    const isResult = ask(model, 'number', base)
    if (isResult < LEAST_RESULT) continue
    const owning = pairs()
      .map(({ benchmark, features }) => ({ benchmark, features, owns: isResult * ask(model, 'owner', features) }))
      // The geometric mean of two chances that are at most 1 cannot reach it.
      .filter(({ owns }) => owns >= least * least)
    if (owning.length === 0) continue
    const { kind, sure: kindSure } = kindOf(model, base)
    const owners = ownersOnce()
    const judged = owning
      .map(({ benchmark, features, owns }) => ({
        benchmark,
        sure: Math.sqrt(owns * kindSure * ask(model, 'pair', features)),
      }))
      .filter(({ sure }) => sure >= least)
      .sort((a, b) => b.sure - a.sure)
    const first = judged[0]?.benchmark
    // The sentence names none, and the paper has two: it cannot be told which.
    if (owners.size === 0 && judged.some(({ benchmark }) => first && !isSameBenchmark(first, benchmark))) continue
    const kept: Benchmark[] = []
    for (const { benchmark, sure } of judged) {
      if (kept.some((other) => isSameBenchmark(other, benchmark))) continue
      // A second benchmark of one number stands in a list with the first, or is very sure.
      if (first && benchmark !== first && sure < SURE_SECOND && !isTogether(owners, first, benchmark)) continue
      kept.push(benchmark)
      scores.push(scoreOf(analysis, place, benchmark, kind))
    }
  }
  return withoutRepeats(scores)
}

/** From here on a second benchmark of one number needs no list with the first. */
const SURE_SECOND = 0.7
/** How sure the words are that say that a number is a drop. */
const SURE_DROP = 0.7

function isTogether(owners: Owners, one: Benchmark, other: Benchmark): boolean {
  return [...owners.values()].some((names) => names.has(one) && names.has(other))
}

function ask(model: ScoreModel, question: string, features: Features): number {
  const forest = model.get(question)
  return forest ? chance(forest, features) : 0
}

function kindOf(model: ScoreModel, features: Features): { kind: ScoreKind; sure: number } {
  // So few results are drops that the forests know less of them than the words do.
  if (features.has('hint=drop')) return { kind: 'drop', sure: SURE_DROP }
  let best: ScoreKind = 'absolute'
  let [most, total] = [0, 1e-9]
  for (const kind of KINDS) {
    const sure = ask(model, kind, features)
    total += sure
    if (sure > most) [best, most] = [kind, sure]
  }
  return { kind: best, sure: most / total }
}

function scoreOf(analysis: ScoreAnalysis, place: NumberPlace, benchmark: Benchmark, kind: ScoreKind): Score {
  const { number } = place
  const metric = measureOf(analysis.document.paper.abstract, place)
  const system = systemOf(analysis, place, kind)
  const { unit, start, end } = number
  // "-5.4% decline": the sign of a change is that of its direction, which the kind says.
  const isSigned = number.value.startsWith('-') && (kind === 'gain' || kind === 'drop' || unit === '%')
  const value = isSigned ? number.value.slice(1) : number.value
  const from = isSigned ? start + 1 : start
  return { value, unit, benchmark: benchmark.name, metric, system, kind, field: 'abstract', start: from, end }
}

/** A number that is stated twice is one result. */
function withoutRepeats(scores: Score[]): Score[] {
  const seen = new Set<string>()
  return scores.filter(({ value, benchmark, kind }) => {
    const key = `${Number(value)}\t${benchmark}\t${kind}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
