import { foldKey } from '../fold.ts'
import { byName } from './corpus.ts'
import type { LabelledPaper } from './gold-labels.ts'

export const ALIASES_HEAD = 'folded alias, folded name of the same thing'

/** The lines of `aliases.tsv`: what annotators of two papers or more called one thing. */
export function aliasLines(papers: readonly LabelledPaper[]): string[] {
  const names = new Map<string, Map<string, number>>()
  for (const { entities } of papers)
    for (const { type, name, aliases } of entities) {
      if (type === 'repo') continue
      for (const alias of aliases) {
        const [from, to] = [foldKey(alias), foldKey(name)]
        if (from === to || from.length < 2) continue
        const targets = names.get(from) ?? new Map<string, number>()
        targets.set(to, (targets.get(to) ?? 0) + 1)
        names.set(from, targets)
      }
    }
  const rows: [string, string][] = []
  for (const [alias, targets] of names) {
    const ranked = [...targets].sort((a, b) => b[1] - a[1] || byName(a, b))
    const total = ranked.reduce((sum, [, count]) => sum + count, 0)
    const [best, count] = ranked[0] ?? ['', 0]
    if (count >= 2 && count > total * 0.7) rows.push([alias, best])
  }
  return rows.sort(byName).map((row) => row.join('\t'))
}
