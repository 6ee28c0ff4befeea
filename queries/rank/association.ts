import { compareCodePoints } from '../store/code-points.ts'
import type { Parameters, Rows, Value } from '../store/store.ts'
import { fieldsOf, numberParameter, type Rank, rounded, significant } from './rank.ts'
import {
  expectedBoth,
  logLikelihoodRatio,
  normalisedMutualInformation,
  type PairCounts,
  pointwiseMutualInformation,
} from './statistics.ts'

/**
 * Concepts by how much more often than by chance they come with one concept; the formulas are in statistics.ts. Parameters:
 * `by` (npmi, pmi, likelihood or together) and `limit`.
 *
 * In: id, name, type, named (papers of the one concept), papers (of the other), together, total (papers in all). Out: id,
 * name, type, papers, together, expected, lift, pmi, npmi, likelihood; only what is above chance.
 */
export const association: Rank = (table, parameters) => strongest(table, parameters, ['id', 'name', 'type', 'papers'])

/**
 * The same for pairs of concepts. In: id, name, other, otherName, named, papers, together, total. Out: id, name, other,
 * otherName, papers, otherPapers, then as above.
 */
export const pairs: Rank = (table, parameters) => {
  const answer = strongest(table, parameters, ['id', 'name', 'other', 'otherName', 'named', 'papers'])
  const names = new Map([
    ['named', 'papers'],
    ['papers', 'otherPapers'],
  ])
  return { ...answer, columns: answer.columns.map((column) => names.get(column) ?? column) }
}

function strongest({ columns, rows, truncated }: Rows, parameters: Parameters, head: readonly string[]): Rows {
  const measured = rows.map((row) => {
    const field = fieldsOf(columns, row)
    const counts: PairCounts = {
      total: Number(field('total')),
      first: Number(field('named')),
      second: Number(field('papers')),
      both: Number(field('together')),
    }
    const ids = [String(field('id')), String(field('other') ?? '')] as const
    return { row: head.map(field), ids, ...measuresOf(counts) }
  })
  const by = orderOf(parameters.by)
  measured.sort(
    (a, b) =>
      b[by] - a[by] ||
      b.together - a.together ||
      compareCodePoints(a.ids[0], b.ids[0]) ||
      compareCodePoints(a.ids[1], b.ids[1]),
  )
  const kept = measured.filter(({ pmi }) => pmi > 0).slice(0, numberParameter(parameters.limit, 25))
  return {
    columns: [...head, 'together', 'expected', 'lift', 'pmi', 'npmi', 'likelihood'],
    rows: kept.map(({ row, together, expected, lift, pmi, npmi, likelihood }): Value[] => {
      return [...row, together, expected, lift, pmi, npmi, likelihood]
    }),
    truncated,
  }
}

// Rounded before they are compared, so that what looks equal is in the order of the ids.
function measuresOf(counts: PairCounts): Record<Order | 'expected' | 'lift', number> {
  const expected = expectedBoth(counts)
  return {
    together: counts.both,
    expected: significant(expected, 3),
    lift: significant(counts.both / expected, 4),
    pmi: rounded(pointwiseMutualInformation(counts), 3),
    npmi: rounded(normalisedMutualInformation(counts), 3),
    likelihood: rounded(logLikelihoodRatio(counts), 1),
  }
}

const ORDERS = ['npmi', 'pmi', 'likelihood', 'together'] as const
type Order = (typeof ORDERS)[number]
const orderOf = (given: unknown): Order => ORDERS.find((order) => order === given) ?? 'npmi'
