import type { Score } from '../../extraction.ts'
import { analyseScores } from '../scores/analysis.ts'
import { decideScores, LEAST_SCORE } from '../scores.ts'
import { type ScoreCounts, type ScoredPaper, scoreScorer } from './score-corpus.ts'
import { trainScores } from './train-scores.ts'

const FOLDS = 5

/**
 * Measures stated scores by cross-validation over the annotated papers: what trees find that did not see a paper. `more` are papers that
 * every fold learns from besides.
 */
export async function evaluateScores(papers: ScoredPaper[], more: ScoredPaper[]): Promise<ScoreCounts> {
  const { scoreScores } = await scoreScorer()
  const found: { title: string; scores: Score[] }[] = []
  for (let part = 0; part < FOLDS; part++) {
    const model = trainScores([...papers.filter((_, at) => at % FOLDS !== part), ...more])
    for (const { gold, document, entities } of papers.filter((_, at) => at % FOLDS === part)) {
      const analysis = analyseScores(document, entities)
      found.push({ title: gold.title, scores: analysis ? decideScores(analysis, model, LEAST_SCORE) : [] })
    }
  }
  return scoreScores(
    papers.map(({ gold }) => gold),
    found,
  ).counts
}

/** One line of figures. */
export function scoresLine({ tp, fp, fn, unit, metric, system }: ScoreCounts): string {
  const ratio = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(3))
  return [
    ratio(tp, tp + fp),
    ratio(tp, tp + fn),
    ratio(2 * tp, 2 * tp + fp + fn),
    ratio(unit, tp),
    ratio(metric, tp),
    ratio(system, tp),
    tp,
    fp,
    fn,
  ].join('  ')
}
