/**
 * Measures stated scores by cross-validation over the annotated papers: for each fold, forests that did not see its papers.
 * The entities are those of the extractor as it is, whose weights may have seen the papers, unless a file of others is given.
 *
 *   node eval-scores.js [EXTRACTIONS.jsonl] [--errors]
 */
import { pathToFileURL } from 'node:url'
import type { Score } from '../../extraction.ts'
import { decideScores, LEAST_SCORE } from '../scores.ts'
import { type ScoreCounts, type ScoredPaper, scoredPapers, scoreScorer } from './score-corpus.ts'
import { analysisOf, trainScores } from './train-scores.ts'

const FOLDS = 5
const THRESHOLDS = [0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8]

export interface ScoresEvaluation {
  counts: ScoreCounts
  errors: string[][]
}

/** What models find that did not see a paper, for each threshold. */
export async function evaluateScores(
  thresholds: number[],
  papers?: ScoredPaper[],
): Promise<Map<number, ScoresEvaluation>> {
  const { scoreScores, fold } = await scoreScorer()
  const all = papers ?? (await scoredPapers())
  const found = new Map<number, { title: string; scores: Score[] }[]>(thresholds.map((least) => [least, []]))
  for (let part = 0; part < FOLDS; part++) {
    const model = trainScores(
      all.filter((_, at) => at % FOLDS !== part),
      fold,
    )
    for (const paper of all.filter((_, at) => at % FOLDS === part)) {
      const analysis = analysisOf(paper)
      for (const least of thresholds)
        found
          .get(least)
          ?.push({ title: paper.gold.title, scores: analysis ? decideScores(analysis, model, least) : [] })
    }
  }
  const gold = all.map((paper) => paper.gold)
  return new Map(thresholds.map((least) => [least, scoreScores(gold, found.get(least) ?? [])]))
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

async function main(): Promise<void> {
  const [file] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
  const results = await evaluateScores(THRESHOLDS, await scoredPapers(file))
  console.log('least  P      R      F1     unit   metric system tp fp fn')
  for (const [least, { counts }] of results)
    console.log(`${least.toFixed(2)}   ${scoresLine(counts)}${least === LEAST_SCORE ? '  <- in use' : ''}`)
  if (process.argv.includes('--errors'))
    for (const error of results.get(LEAST_SCORE)?.errors ?? []) console.log(error.join('\t'))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main()
