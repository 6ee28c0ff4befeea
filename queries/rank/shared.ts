import { compareCodePoints } from '../store/code-points.ts'
import type { Rows, Value } from '../store/store.ts'
import { fieldsOf, rounded } from './rank.ts'

/** Reads a field of the row at hand. */
export type Field = (name: string) => Value

/** Something that two papers share, with how much it counts. */
export interface Shared {
  concept: string
  weight: number
  value: { [key: string]: Value }
}

/**
 * Papers by what they share with another, from rows of one shared concept each: the score by `scoreOf`, what is shared by
 * `weightOf`, both from the greatest, equal ones by id.
 *
 * In: id, title, year, concept, name, type, papers, here, there. Out: id, title, year, score, shared.
 */
export function papersByShared(
  { columns, rows, truncated }: Rows,
  weightOf: (field: Field) => number,
  scoreOf: (shared: readonly Shared[], field: Field) => number,
): Rows {
  const papers = new Map<string, { head: Value[]; shared: Shared[]; field: Field }>()
  for (const row of rows) {
    const field = fieldsOf(columns, row)
    const id = String(field('id'))
    const value = {
      id: field('concept'),
      name: field('name'),
      type: field('type'),
      papers: Number(field('papers') ?? 0),
      here: field('here'),
      there: field('there'),
    }
    const one = { concept: String(field('concept')), weight: weightOf(field), value }
    const paper = papers.get(id)
    if (paper === undefined) papers.set(id, { head: [id, field('title'), field('year')], shared: [one], field })
    else paper.shared.push(one)
  }
  const ranked = [...papers].map(([id, { head, shared, field }]) => {
    shared.sort((a, b) => b.weight - a.weight || compareCodePoints(a.concept, b.concept))
    // Added in one order, so that the last digits are the same on both stores.
    return { id, head, score: rounded(scoreOf(shared, field), 4), shared: shared.map(({ value }) => value) }
  })
  ranked.sort((a, b) => b.score - a.score || compareCodePoints(a.id, b.id))
  return {
    columns: ['id', 'title', 'year', 'score', 'shared'],
    rows: ranked.map(({ head, score, shared }) => [...head, score, shared]),
    truncated,
  }
}
