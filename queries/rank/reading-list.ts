import { compareCodePoints } from '../store/code-points.ts'
import type { Value } from '../store/store.ts'
import { numberParameter, type Rank, rounded } from './rank.ts'
import { type Candidate, readCandidates } from './reading-candidates.ts'
import { readingReason } from './reading-reason.ts'

/**
 * A reading list: maximal marginal relevance (Carbonell and Goldstein, "The use of MMR, diversity-based reranking for
 * reordering documents and producing summaries", SIGIR 1998) over relevance = (1 - recent) * centrality + recent * recency.
 * Parameters: concept, recent, diversity, halfLife (years), limit.
 *
 * In: one row for each concept of each paper, see readCandidates. Out: position, id, title, year, reason, relevance,
 * centrality, recency, overlap, sentence.
 */
export const readingList: Rank = (table, parameters) => {
  const recent = numberParameter(parameters.recent, 0.3)
  const diversity = numberParameter(parameters.diversity, 0.3)
  const limit = numberParameter(parameters.limit, 10)
  const subject = String(parameters.concept)
  const left = readCandidates(table, subject, recent, numberParameter(parameters.halfLife, 5))
  const overlaps = new Map(left.map(({ id }) => [id, 0]))
  const known = new Set<string>()
  const rows: Value[][] = []
  while (left.length > 0 && rows.length < limit) {
    const worth = ({ id, relevance }: Candidate): number =>
      // Rounded, so that the last digits of a sum never decide.
      rounded((1 - diversity) * relevance - diversity * (overlaps.get(id) ?? 0), 6)
    left.sort((a, b) => worth(b) - worth(a) || b.relevance - a.relevance || compareCodePoints(a.id, b.id))
    const next = left.shift()
    if (next === undefined) break
    const { id, title, year, relevance, centrality, recency, sentence } = next
    const figures = [relevance, centrality, recency, overlaps.get(id) ?? 0].map((figure) => rounded(figure, 3))
    rows.push([rows.length + 1, id, title, year, readingReason(next, known), ...figures, sentence])
    for (const { id: concept } of next.concepts) known.add(concept)
    for (const other of left) overlaps.set(other.id, Math.max(overlaps.get(other.id) ?? 0, likeness(next, other)))
  }
  return { columns: COLUMNS, rows, truncated: table.truncated }
}

const COLUMNS = [
  'position',
  'id',
  'title',
  'year',
  'reason',
  'relevance',
  'centrality',
  'recency',
  'overlap',
  'sentence',
]

/**
 * From 0 (nothing in common) to 1 (the same concepts): the weight of what both name over that of what either names. What all
 * papers on the subject name has no weight. Two papers that name nothing of weight are alike.
 */
export function likeness(one: Pick<Candidate, 'weights'>, other: Pick<Candidate, 'weights'>): number {
  let both = 0
  let either = 0
  for (const [concept, weight] of one.weights) {
    either += weight
    if (other.weights.has(concept)) both += weight
  }
  for (const [concept, weight] of other.weights) if (!one.weights.has(concept)) either += weight
  return either === 0 ? 1 : both / either
}
