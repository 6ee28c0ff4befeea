/**
 * Learns the forests that judge stated scores and writes tables/score-trees.tsv. Deterministic; reads ../shared. Entities come from
 * the extractor as it is, so this runs after its weights are made.
 *
 *   node train-scores.js [EXTRACTIONS.jsonl]   with entities of a file rather than of the extractor as it is
 */
import { pathToFileURL } from 'node:url'
import type { Entity, ScoreKind } from '../../extraction.ts'
import { analyseScores, type ScoreAnalysis } from '../scores/analysis.ts'
import { formatModel, type ScoreModel } from '../scores/model.ts'
import { KINDS, questionsOf } from '../scores.ts'
import { writeText } from './corpus.ts'
import { BOOST, boost, type Sample } from './score-boost.ts'
import { benchmarkKey, type GoldScore, type ScoredPaper, scoredPapers, scoreScorer } from './score-corpus.ts'

/** What a paper's numbers teach. */
interface Lessons {
  pairs: Sample[]
  numbers: Sample[]
  owners: Sample[]
  kinds: { sample: Sample; kind: ScoreKind }[]
}

/** Learns from annotated papers which numbers are results on which benchmark, and of what kind. */
export function trainScores(papers: ScoredPaper[], fold: (name: string) => string): ScoreModel {
  const lessons = papers.map((paper) => lessonsOf(paper, fold))
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

export function lessonsOf(paper: ScoredPaper, fold: (name: string) => string): Lessons {
  const before = known.get(paper)
  if (before) return before
  const lessons: Lessons = { pairs: [], numbers: [], owners: [], kinds: [] }
  known.set(paper, lessons)
  const analysis = analysisOf(paper)
  if (!analysis) return lessons
  for (const { place, base, pairs } of questionsOf(analysis)) {
    const same = paper.gold.scores.filter((score) => sameValue(score, place.number.value))
    const samples = pairs().map(({ benchmark, features }) => {
      const hit = same.some((score) => benchmarkKey(score.benchmark, fold) === benchmarkKey(benchmark.name, fold))
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

/** The numbers and benchmarks of a paper, worked out once. */
export function analysisOf(paper: {
  document: ScoredPaper['document']
  entities: Entity[]
}): ScoreAnalysis | undefined {
  return analyseScores(paper.document, paper.entities)
}

function sameValue(score: GoldScore, value: string): boolean {
  return Math.abs(Number(score.value.replace(',', '.'))) === Math.abs(Number(value.replace(',', '.')))
}

async function main(): Promise<void> {
  const { fold } = await scoreScorer()
  const model = trainScores(await scoredPapers(process.argv[2]), fold)
  writeText('score-trees.tsv', formatModel(model))
  for (const [name, { names, trees }] of model) console.error(`${name}: ${trees.length} trees, ${names.size} features`)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main()
