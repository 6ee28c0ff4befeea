import { fork } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PACKAGE_ROOT } from '../../package-root.ts'
import { ALIASES_HEAD, aliasLines } from '../extract/train/alias-table.ts'
import { TABLES, writeTable } from '../extract/train/corpus.ts'
import type { LabelledPaper } from '../extract/train/gold-labels.ts'
import { learnBase } from '../extract/train/learn-base.ts'
import { learnWeights } from '../extract/train/learn-weights.ts'
import type { Say } from '../extract/train/say.ts'
import type { Extraction } from '../extraction.ts'

const FOLDER = join(PACKAGE_ROOT, '.cache', 'eval')
const CHILD = join(PACKAGE_ROOT, 'dist', 'ingest', 'evaluate', 'extract-child.js')

/**
 * Extracts every paper with weights and aliases learned from the other folds alone (paper n belongs to fold n modulo `count`; the
 * silver labels are the same for all). Only the first `most` folds are done.
 */
export async function crossValidated(
  papers: readonly LabelledPaper[],
  { count, most, say }: { count: number; most: number; say: Say },
): Promise<Extraction[]> {
  const base = learnBase(say)
  const found: Promise<Extraction[]>[] = []
  for (let fold = 0; fold < most; fold++) {
    const seen = papers.filter((_, at) => at % count !== fold)
    const folder = join(FOLDER, `fold-${fold}`)
    mkdirSync(folder, { recursive: true })
    cpSync(TABLES, folder, { recursive: true })
    writeTable('aliases.tsv', ALIASES_HEAD, aliasLines(seen), folder)
    writeFileSync(join(folder, 'weights.bin'), learnWeights(base, seen))
    say(`fold ${fold + 1} of ${count} has learned from ${seen.length} papers`)
    // The next fold learns while this one is extracted.
    found.push(
      extractApart(
        folder,
        papers.filter((_, at) => at % count === fold),
      ),
    )
  }
  return (await Promise.all(found)).flat()
}

/** Extracts papers in a process of its own, which reads the tables of `folder`. */
async function extractApart(folder: string, papers: readonly LabelledPaper[]): Promise<Extraction[]> {
  const [input, output] = [join(folder, 'papers.jsonl'), join(folder, 'found.jsonl')]
  writeFileSync(input, papers.map(({ paper }) => JSON.stringify(paper)).join('\n'))
  const child = fork(CHILD, [folder, input, output], { execArgv: [] })
  const [status] = (await once(child, 'exit')) as [number | null]
  if (status !== 0) throw new Error(`the extraction of ${input} ended with ${status}`)
  return readFileSync(output, 'utf8')
    .split('\n')
    .map((line) => JSON.parse(line) as Extraction)
}
