import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PACKAGE_ROOT } from '../../package-root.ts'
import { createExtractor } from '../extract/extract.ts'
import { readLines, SHARED } from '../extract/train/corpus.ts'
import { evaluateScores, scoresLine } from '../extract/train/eval-scores.ts'
import { fold, labelledPapers } from '../extract/train/gold-labels.ts'
import { sayWithTime } from '../extract/train/say.ts'
import { ownPapers, ownScoredPapers, scoredPapers } from '../extract/train/score-corpus.ts'
import type { Extraction } from '../extraction.ts'
import type { PaperRecord } from '../paper.ts'
import { readSources } from '../sources/read.ts'
import { calibration, judgedEntities } from './calibration.ts'
import { crossValidated } from './folds.ts'
import { type Pair, scorePairs } from './pairs.ts'
import { errorPage } from './report.ts'
import { type GoldRecord, loadScorer } from './scorer.ts'
import { tableOf } from './table.ts'

const CACHE = join(PACKAGE_ROOT, '.cache', 'eval')

interface Set {
  name: string
  found: Extraction[]
}

/** Prints the tables of all sets and returns their error pages by name. */
export async function evaluate({ folds, most }: { folds: number; most: number }): Promise<Map<string, string>> {
  const say = sayWithTime()
  const score = await loadScorer()
  const pages = new Map<string, string>()
  const report = ({ name, found }: Set, gold: GoldRecord[]): void => {
    const titles = new Map(found.map((paper) => [fold(paper.title), paper]))
    const asked = gold.filter((paper) => titles.has(fold(paper.title)))
    const scored = score(asked, found)
    console.log(tableOf(name, asked.length, scored))
    const { error, bins } = calibration(judgedEntities(found, scored.errors))
    console.log(`  expected calibration error ${error.toFixed(3)}: ${bins.map(shown).filter(Boolean).join(', ')}\n`)
    pages.set(name, errorPage(name, scored.errors, found, asked))
  }
  report({ name: 'seed', found: extracted(await seedPapers()) }, goldOf('seed'))
  report({ name: 'dev', found: extracted(labelledPapers('dev').map(({ paper }) => paper)) }, goldOf('dev'))
  if (most > 0) {
    const found = await crossValidated(labelledPapers('train'), { count: folds, most, say })
    report({ name: 'cross-validated', found }, goldOf('train'))
    if (most === folds) {
      await reportScores(found)
      reportPairs(found)
    }
  }
  return pages
}

/** Stated scores, in five folds of their own, with the entities of weights that did not see the papers either. */
async function reportScores(found: readonly Extraction[]): Promise<void> {
  const path = join(CACHE, 'cross-validated.jsonl')
  writeFileSync(path, found.map((paper) => JSON.stringify(paper)).join('\n'))
  // No fold has seen the papers that we annotated: the shipped weights may find their entities.
  const own = join(CACHE, 'own-scored.jsonl')
  writeFileSync(
    own,
    extracted(ownPapers())
      .map((paper) => JSON.stringify(paper))
      .join('\n'),
  )
  const counts = await evaluateScores(scoredPapers(path), ownScoredPapers(own))
  console.log('stated scores, cross-validated\n  P      R      F1     unit   metric system tp fp fn')
  console.log(`  ${scoresLine(counts)}\n`)
}

/** Identity across papers: the judged pairs in the graph of all cross-validated papers. */
function reportPairs(found: readonly Extraction[]): void {
  const {
    pairs,
    found: both,
    precision,
    recall,
    variants,
    variantsRight,
  } = scorePairs(found, readLines<Pair>('eval', 'pairs-dev.jsonl'))
  console.log(`pairs of mentions from two papers: both found ${both} of ${pairs}`)
  console.log(`  one node: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`)
  console.log(`  variants linked: ${variantsRight} of ${variants}\n`)
}

function shown({ confidence, right, count }: { confidence: number; right: number; count: number }): string {
  return count === 0 ? '' : `${confidence.toFixed(2)} sure ${right.toFixed(2)} right (${count})`
}

function extracted(papers: readonly PaperRecord[]): Extraction[] {
  const extractor = createExtractor()
  return papers.map((paper) => extractor.extract(paper))
}

const goldOf = (set: string): GoldRecord[] => readLines<GoldRecord>('eval', `${set}-gold.jsonl`)

async function seedPapers(): Promise<PaperRecord[]> {
  const papers: PaperRecord[] = []
  const source = join(SHARED, 'seed', 'trending-papers.txt')
  for await (const item of readSources([source], { stdin: process.stdin })) if ('paper' in item) papers.push(item.paper)
  return papers
}
