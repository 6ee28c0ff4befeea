import { setImmediate as nextTurn } from 'node:timers/promises'
import { readRows } from '../../../queries/rows.ts'
import type { ApiNode } from '../../api.ts'
import type { Ask } from '../one-version.ts'
import { edgeRow, nodeRow } from '../rows.ts'
import { toApiEdge, toApiNode } from '../shapes.ts'
import { EdgeCollector, type EdgeColumns } from './edge-columns.ts'

export interface ReadMap {
  nodes: ApiNode[]
  edges: EdgeColumns
}

/** Rows that are checked before other requests get their turn, and sources whose relationships are asked for at once. */
const ROWS_A_TURN = 2000
const SOURCES_A_PAGE = 1000

/** Reads a map of up to a hundred thousand nodes and what runs among them, piece by piece. */
export async function readBigMap(limit: number, ask: Ask): Promise<ReadMap> {
  const nodes: ApiNode[] = []
  const { columns, rows, truncated } = await ask('map', { limit })
  for (let at = 0; at < rows.length; at += ROWS_A_TURN) {
    const some = readRows({ columns, rows: rows.slice(at, at + ROWS_A_TURN), truncated }, nodeRow)
    for (const row of some) nodes.push(toApiNode(row))
    await nextTurn()
  }
  const edges = new EdgeCollector(nodes.map(({ id }) => id))
  // Nothing begins at a repository.
  const sources = nodes.filter(({ type }) => type !== 'repo').map(({ id }) => id)
  for (let at = 0; at < sources.length; at += SOURCES_A_PAGE) {
    const answer = await ask('edges-from', { ids: sources.slice(at, at + SOURCES_A_PAGE) })
    for (let row = 0; row < answer.rows.length; row += ROWS_A_TURN) {
      const some = readRows({ ...answer, rows: answer.rows.slice(row, row + ROWS_A_TURN) }, edgeRow)
      for (const each of some) edges.add(toApiEdge(each))
      await nextTurn()
    }
  }
  return { nodes, edges: edges.columns() }
}
