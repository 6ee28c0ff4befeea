import { compareCodePoints } from '../store/code-points.ts'
import type { Rows, Value } from '../store/store.ts'
import { fieldsOf, numberParameter, type Rank } from './rank.ts'

/**
 * Papers by what they share with another, from rows of one shared concept each. A concept counts 1 / ln(1 + papers that
 * name it), times the weight of its kind (parameters `benchmarks` and `methods`, 1 where there are none): rare things tell
 * more than common ones. After Adamic and Adar, "Friends and neighbors on the Web", Social Networks 25 (2003); the 1 keeps
 * the logarithm from 0.
 *
 * In: id, title, year, concept, name, type, papers, here, there. Out: id, title, year, score, shared.
 */
export const adamicAdar: Rank = ({ columns, rows, truncated }, parameters) => {
  const benchmarks = numberParameter(parameters.benchmarks, 1)
  const methods = numberParameter(parameters.methods, 1)
  const papers = new Map<string, { head: Value[]; shared: Shared[] }>()
  for (const row of rows) {
    const field = fieldsOf(columns, row)
    const id = String(field('id'))
    const named = Number(field('papers') ?? 0)
    const kindWeight = field('type') === 'benchmark' ? benchmarks : methods
    const value = {
      id: field('concept'),
      name: field('name'),
      type: field('type'),
      papers: named,
      here: field('here'),
      there: field('there'),
    }
    const one = { concept: String(field('concept')), weight: named > 0 ? kindWeight / Math.log(1 + named) : 0, value }
    const paper = papers.get(id)
    if (paper === undefined) papers.set(id, { head: [id, field('title'), field('year')], shared: [one] })
    else paper.shared.push(one)
  }
  const ranked = [...papers].map(([id, { head, shared }]) => {
    shared.sort((a, b) => b.weight - a.weight || compareCodePoints(a.concept, b.concept))
    // Added in one order, so that the last digits are the same on both stores.
    const sum = shared.reduce((total, { weight }) => total + weight, 0)
    return { id, head, score: Math.round(sum * 10_000) / 10_000, shared: shared.map(({ value }) => value) }
  })
  ranked.sort((a, b) => b.score - a.score || compareCodePoints(a.id, b.id))
  const answer: Rows = {
    columns: ['id', 'title', 'year', 'score', 'shared'],
    rows: ranked.map(({ head, score, shared }) => [...head, score, shared]),
    truncated,
  }
  return answer
}

interface Shared {
  concept: string
  weight: number
  value: { [key: string]: Value }
}
