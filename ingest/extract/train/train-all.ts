import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ALIASES_HEAD, aliasLines } from './alias-table.ts'
import { TABLES, writeTable } from './corpus.ts'
import { labelledPapers } from './gold-labels.ts'
import { learnBase } from './learn-base.ts'
import { learnWeights } from './learn-weights.ts'
import { writeLexicon } from './lexicon-table.ts'
import { writePhraseTables } from './phrase-tables.ts'
import { sayWithTime } from './say.ts'
import { silverDocuments } from './silver.ts'

/** Makes every table that the extractor reads: the same bytes from the same data. */
export function trainAll(): void {
  const say = sayWithTime()
  const papers = labelledPapers('train')
  writeLexicon(writePhraseTables(silverDocuments(), say), say)
  const aliases = aliasLines(papers)
  writeTable('aliases.tsv', ALIASES_HEAD, aliases)
  say(`${aliases.length} aliases`)
  const weights = learnWeights(learnBase(say), papers)
  writeFileSync(join(TABLES, 'weights.bin'), weights)
  say(`weights of ${weights.length} bytes`)
}
