import type { Value } from '../store/store.ts'
import { fieldsOf, type Rank, rounded } from './rank.ts'

/**
 * A concept's years, those without a paper between the first and the last filled in, each with its share of all papers of
 * the graph in that year.
 *
 * In: step (1 the concept's papers of a year, 2 all papers of a year, 3 a paper that introduces it), year, papers,
 * introducing, id, title, published, confidence, sentence; papers of step 3 in their order. Out: year, papers, introducing,
 * using, all, share, introducers.
 */
export const conceptHistory: Rank = ({ columns, rows, truncated }) => {
  const named = new Map<Value, { papers: number; introducing: number }>()
  const all = new Map<Value, number>()
  const introducers = new Map<Value, Value[]>()
  for (const row of rows) {
    const field = fieldsOf(columns, row)
    const year = field('year')
    const papers = Number(field('papers'))
    if (field('step') === 1) named.set(year, { papers, introducing: Number(field('introducing')) })
    else if (field('step') === 2) all.set(year, papers)
    else {
      const paper = {
        id: field('id'),
        name: field('title'),
        published: field('published'),
        confidence: rounded(Number(field('confidence')), 3),
        sentence: field('sentence'),
      }
      introducers.set(year, [...(introducers.get(year) ?? []), paper])
    }
  }
  return {
    columns: ['year', 'papers', 'introducing', 'using', 'all', 'share', 'introducers'],
    rows: everyYear([...named.keys()]).map((year) => {
      const { papers, introducing } = named.get(year) ?? { papers: 0, introducing: 0 }
      const total = all.get(year) ?? 0
      const share = total === 0 ? null : rounded(papers / total, 4)
      return [year, papers, introducing, papers - introducing, total, share, introducers.get(year) ?? []]
    }),
    truncated,
  }
}

/** Every year from the first to the last, then null where it is among them. */
function everyYear(years: readonly Value[]): (number | null)[] {
  const known = years.filter((year) => typeof year === 'number')
  const first = Math.min(...known)
  const length = known.length === 0 ? 0 : Math.max(...known) - first + 1
  return [...Array.from({ length }, (_, index) => first + index), ...(years.includes(null) ? [null] : [])]
}
