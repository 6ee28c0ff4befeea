import type { ApiNode, TableAnswer, Value } from '../../api.ts'
import { NODE_TYPES } from './view.ts'

/** The rows of an answer as records by the names of its columns. */
export function recordsOf({ columns, rows }: Pick<TableAnswer, 'columns' | 'rows'>): Record<string, Value>[] {
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])))
}

/** The nodes in an answer that has the columns id, type, label and perhaps degree, papers, year, venue, hasCode; each once. */
export function nodesIn(answer: Pick<TableAnswer, 'columns' | 'rows'>): ApiNode[] {
  const nodes = new Map<string, ApiNode>()
  for (const { id, type, label, degree, papers, year, venue, hasCode } of recordsOf(answer)) {
    const known = NODE_TYPES.find((each) => each === type)
    if (typeof id !== 'string' || known === undefined || nodes.has(id)) continue
    nodes.set(id, {
      id,
      type: known,
      label: typeof label === 'string' ? label : id,
      degree: typeof degree === 'number' ? degree : 0,
      ...(typeof papers === 'number' ? { papers } : {}),
      ...(typeof year === 'number' ? { year } : {}),
      ...(typeof venue === 'string' && venue !== '' ? { venue } : {}),
      ...(hasCode === true ? { hasCode } : {}),
    })
  }
  return [...nodes.values()]
}
