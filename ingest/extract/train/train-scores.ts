import type { ScoreKind } from '../../extraction.ts'
import { analyseScores } from '../scores/analysis.ts'
import type { ScoreModel } from '../scores/model.ts'
import { KINDS, questionsOf } from '../scores.ts'
import { BOOST, boost, type Sample } from './score-boost.ts'
import { benchmarkKey, type GoldScore, type ScoredPaper } from './score-corpus.ts'

/** What a paper's numbers teach. */
interface Lessons {
  pairs: Sample[]
  numbers: Sample[]
  owners: Sample[]
  kinds: { sample: Sample; kind: ScoreKind }[]
}

/** Learns from annotated papers which numbers are results on which benchmark, and of what kind. */
export function trainScores(papers: ScoredPaper[]): ScoreModel {
  const lessons = papers.map(lessonsOf)
  const model: ScoreModel = new Map([
    ['pair', boost(lessons.flatMap(({ pairs }) => pairs))],
    [
      'number',
      boost(
        lessons.flatMap(({ numbers }) => numbers),
        { ...BOOST, leastCount: 6 },
      ),
    ],
    ['owner', boost(lessons.flatMap(({ owners }) => owners))],
  ])
  const kinds = lessons.flatMap((lesson) => lesson.kinds)
  for (const kind of KINDS)
    model.set(
      kind,
      boost(
        kinds.map(({ sample, kind: mine }) => ({ ...sample, label: mine === kind ? 1 : 0 })),
        { ...BOOST, rounds: 150, depth: 3, leastCount: 5, leastHessian: 0.5, columnShare: 0.4 },
      ),
    )
  return model
}

const known = new WeakMap<ScoredPaper, Lessons>()

/** Worked out once for all folds. */
function lessonsOf(paper: ScoredPaper): Lessons {
  const before = known.get(paper)
  if (before) return before
  const lessons: Lessons = { pairs: [], numbers: [], owners: [], kinds: [] }
  known.set(paper, lessons)
  const analysis = analyseScores(paper.document, paper.entities)
  if (!analysis) return lessons
  for (const { place, base, pairs } of questionsOf(analysis)) {
    const same = paper.gold.scores.filter((score) => sameValue(score, place.number.value))
    const samples = pairs().map(({ benchmark, features }) => {
      const hit = same.some((score) => benchmarkKey(score.benchmark) === benchmarkKey(benchmark.name))
      return { features, label: hit ? 1 : 0 }
    })
    lessons.pairs.push(...samples)
    if (samples.some(({ label }) => label === 1)) lessons.owners.push(...samples)
    lessons.numbers.push({ features: base, label: same.length > 0 ? 1 : 0 })
    const kinds = new Set(same.map(({ kind }) => kind))
    const [kind] = kinds
    if (kind && kinds.size === 1) lessons.kinds.push({ sample: { features: base, label: 0 }, kind })
  }
  return lessons
}

function sameValue(score: GoldScore, value: string): boolean {
  return Math.abs(Number(score.value.replace(',', '.'))) === Math.abs(Number(value.replace(',', '.')))
}
