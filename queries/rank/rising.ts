import { compareCodePoints } from '../store/code-points.ts'
import type { Value } from '../store/store.ts'
import { fieldsOf, numberParameter, type Rank, rounded, significant } from './rank.ts'
import { logLikelihoodRatio } from './statistics.ts'

const COLUMNS = [
  'id',
  'name',
  'type',
  'earlier',
  'later',
  'earlierShare',
  'laterShare',
  'growth',
  'likelihood',
  'earlierYears',
  'laterYears',
]

/**
 * Concepts by how surely their share of the papers changed from one period to another, by the log-likelihood ratio of
 * statistics.ts. Parameters: `direction` (rising or falling) and `limit`.
 *
 * In: id, name, type, earlier, later, earlierAll, laterAll, earlierFrom, earlierTo, laterFrom, laterTo. Out: id, name, type,
 * earlier, later, earlierShare, laterShare, growth, likelihood, earlierYears, laterYears.
 */
export const rising: Rank = ({ columns, rows, truncated }, parameters) => {
  const isFalling = parameters.direction === 'falling'
  const changed = rows.flatMap((row) => {
    const field = fieldsOf(columns, row)
    const [earlier, later, earlierAll, laterAll] = ['earlier', 'later', 'earlierAll', 'laterAll'].map((name) =>
      Number(field(name)),
    )
    if (earlier === undefined || later === undefined || !earlierAll || !laterAll) return []
    const [before, after] = [earlier / earlierAll, later / laterAll]
    if (isFalling ? after >= before : after <= before) return []
    const counts = { total: earlierAll + laterAll, first: laterAll, second: earlier + later, both: later }
    const likelihood = rounded(logLikelihoodRatio(counts), 1)
    const id = String(field('id'))
    const answer: Value[] = [
      id,
      field('name'),
      field('type'),
      earlier,
      later,
      rounded(before, 5),
      rounded(after, 5),
      earlier === 0 ? null : significant(after / before, 3),
      likelihood,
      period(field('earlierFrom'), field('earlierTo'), earlierAll),
      period(field('laterFrom'), field('laterTo'), laterAll),
    ]
    return [{ id, likelihood, size: isFalling ? earlier : later, answer }]
  })
  changed.sort((a, b) => b.likelihood - a.likelihood || b.size - a.size || compareCodePoints(a.id, b.id))
  return {
    columns: COLUMNS,
    rows: changed.slice(0, numberParameter(parameters.limit, 25)).map(({ answer }) => answer),
    truncated,
  }
}

const period = (from: Value, to: Value, papers: number): string =>
  `${from === to ? from : `${from}–${to}`} (${papers} papers)`
