import type { Rank } from './rank.ts'
import { papersByShared } from './shared.ts'

/**
 * Papers by the cosine that the statement worked out (it needs all concepts of both), from rows of one shared concept each,
 * the concept that fewest papers name first. Salton and Buckley, "Term-weighting approaches in automatic text retrieval",
 * Information Processing & Management 24 (1988).
 *
 * In: id, title, year, score, concept, name, type, papers, here, there. Out: id, title, year, score, shared.
 */
export const cosine: Rank = (table) =>
  papersByShared(
    table,
    (field) => -Number(field('papers') ?? 0),
    (_shared, field) => Number(field('score')),
  )
