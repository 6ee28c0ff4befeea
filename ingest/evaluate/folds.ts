import { join } from 'node:path'
import { PACKAGE_ROOT } from '../../package-root.ts'
import { extractApart, learnApart } from '../extract/train/extract-apart.ts'
import type { LabelledPaper } from '../extract/train/gold-labels.ts'
import { learnBase } from '../extract/train/learn-base.ts'
import type { Say } from '../extract/train/say.ts'
import type { Extraction } from '../extraction.ts'

const FOLDER = join(PACKAGE_ROOT, '.cache', 'eval')

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
    learnApart(folder, base, seen)
    say(`fold ${fold + 1} of ${count} has learned from ${seen.length} papers`)
    // The next fold learns while this one is extracted.
    const unseen = papers.filter((_, at) => at % count === fold)
    found.push(
      extractApart(
        folder,
        unseen.map(({ paper }) => paper),
      ),
    )
  }
  return (await Promise.all(found)).flat()
}
