import { fork } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PACKAGE_ROOT } from '../../../package-root.ts'
import type { Extraction } from '../../extraction.ts'
import type { PaperRecord } from '../../paper.ts'
import { ALIASES_HEAD, aliasLines } from './alias-table.ts'
import { TABLES, writeTable } from './corpus.ts'
import type { FloatBag } from './float-bag.ts'
import type { LabelledPaper } from './gold-labels.ts'
import { learnWeights } from './learn-weights.ts'

const CHILD = join(PACKAGE_ROOT, 'dist', 'ingest', 'extract', 'train', 'extract-child.js')

/** Learns from the papers `seen` alone, and writes tables that know no others into `folder`. */
export function learnApart(folder: string, base: FloatBag, seen: readonly LabelledPaper[]): void {
  mkdirSync(folder, { recursive: true })
  cpSync(TABLES, folder, { recursive: true })
  writeTable('aliases.tsv', ALIASES_HEAD, aliasLines(seen), folder)
  writeFileSync(join(folder, 'weights.bin'), learnWeights(base, seen))
}

/** Extracts papers with the tables of `folder`, in a process of its own: a process reads its tables once. */
export async function extractApart(folder: string, papers: readonly PaperRecord[]): Promise<Extraction[]> {
  const [input, output] = [join(folder, 'papers.jsonl'), join(folder, 'found.jsonl')]
  writeFileSync(input, papers.map((paper) => JSON.stringify(paper)).join('\n'))
  const child = fork(CHILD, [folder, input, output], { execArgv: [] })
  const [status] = (await once(child, 'exit')) as [number | null]
  if (status !== 0) throw new Error(`the extraction of ${input} ended with ${status}`)
  return readFileSync(output, 'utf8')
    .split('\n')
    .map((line) => JSON.parse(line) as Extraction)
}
