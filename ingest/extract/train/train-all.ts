import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PACKAGE_ROOT } from '../../../package-root.ts'
import { formatModel } from '../scores/model.ts'
import { ALIASES_HEAD, aliasLines } from './alias-table.ts'
import { readLines, TABLES, writeTable, writeText } from './corpus.ts'
import { extractApart, learnApart } from './extract-apart.ts'
import type { FloatBag } from './float-bag.ts'
import { fold, type LabelledPaper, labelledPapers } from './gold-labels.ts'
import { learnBase } from './learn-base.ts'
import { learnWeights } from './learn-weights.ts'
import { writeLexicon } from './lexicon-table.ts'
import { writePhraseTables } from './phrase-tables.ts'
import { type Say, sayWithTime } from './say.ts'
import { ownPapers, ownScoredPapers, scoredPapers } from './score-corpus.ts'
import { silverDocuments } from './silver.ts'
import { trainScores } from './train-scores.ts'

/** Makes every table that the extractor reads: the same bytes from the same data. */
export async function trainAll(): Promise<void> {
  const say = sayWithTime()
  const papers = labelledPapers('train')
  writeLexicon(writePhraseTables(silverDocuments(), say), say)
  const aliases = aliasLines(papers)
  writeTable('aliases.tsv', ALIASES_HEAD, aliases)
  say(`${aliases.length} aliases`)
  const base = learnBase(say)
  const weights = learnWeights(base, papers)
  writeFileSync(join(TABLES, 'weights.bin'), weights)
  say(`weights of ${weights.length} bytes`)
  await trainScoreTrees(base, papers, say)
}

/** The judges of stated scores learn beside entities of weights that did not see their papers, as they will meet them. */
async function trainScoreTrees(base: FloatBag, papers: readonly LabelledPaper[], say: Say): Promise<void> {
  const stated = new Set(readLines<{ title: string }>('eval', 'scores-gold.jsonl').map(({ title }) => fold(title)))
  const hasScores = ({ paper }: LabelledPaper): boolean => stated.has(fold(paper.title))
  const folder = join(PACKAGE_ROOT, '.cache', 'train', 'scores')
  learnApart(
    folder,
    base,
    papers.filter((paper) => !hasScores(paper)),
  )
  await extractApart(folder, [...papers.filter(hasScores).map(({ paper }) => paper), ...ownPapers()])
  const found = join(folder, 'found.jsonl')
  writeText('score-trees.tsv', formatModel(trainScores([...scoredPapers(found), ...ownScoredPapers(found)])))
  say('the judges of stated scores')
}
