import { z } from 'zod'
import { readRows } from '../../queries/rows.ts'
import { neighboursAnswer, nodeType, relationshipType } from '../api.ts'
import type { ApiRoutes } from './api-routes.ts'
import { checkCursor, cursor, readCursor, writeCursor } from './cursors.ts'
import { fromOneVersion } from './one-version.ts'
import { count, id, oneOf } from './parameters.ts'
import { edgeRow, neighbourRow, nodeRow } from './rows.ts'
import type { Served } from './served.ts'
import { toApiEdge, toApiNode } from './shapes.ts'

/** GET /neighbours: what is one step away, and the edges between all of it. */
export function addNeighboursRoute(routes: ApiRoutes, served: Served): void {
  const most = served.settings.neighbours
  const severalTimes = (one: z.ZodType<string>) => z.array(one).max(6, 'may be given six times').default([])
  const query = z.strictObject({
    id: id.describe('The node’s id, or a name or alias that one node alone has'),
    type: severalTimes(nodeType).describe('Only nodes of this type; may be given several times'),
    relationship: severalTimes(relationshipType).describe('Only along this relationship; may be given several times'),
    direction: oneOf(['any', 'out', 'in'], 'any').describe(
      'Only along relationships that begin at the node, or end there',
    ),
    order: oneOf(['degree', 'papers', 'year', 'name'], 'degree').describe(
      'What comes first: the most connected, the most named, the newest, or by name',
    ),
    limit: count(1, most, Math.min(25, most)).describe(
      `At most so many neighbours; more than ${most} count as ${most}`,
    ),
    cursor,
  })
  routes.add(
    {
      ...{ method: 'get', path: '/neighbours', name: 'getNeighbours', tag: 'graph', query, answer: neighboursAnswer },
      summary: 'The nodes one step away, and what runs among them',
      description: 'Go on with `next`, which names the version of the graph; on another one it gives 410.',
      problems: [404, 410],
    },
    async ({ query: { cursor: given, ...asked }, signal }) => {
      const at = readCursor(given, asked)
      const offset = at?.offset ?? 0
      const { type: types, relationship: relationships, direction, order, limit } = asked
      const { value, ...state } = await fromOneVersion(served.reader, signal, async (ask) => {
        // A name may have been asked for: its node's id is what the rest goes by.
        const node = readRows(await ask('node', { node: asked.id }), nodeRow)[0]?.id ?? asked.id
        const parameters = { node, types, relationships, direction, order, limit, offset }
        const rows = readRows(await ask('neighbours', parameters), neighbourRow)
        const edges =
          rows.length === 0
            ? []
            : readRows(await ask('edges-among', { ids: [node, ...rows.map((row) => row.id)] }), edgeRow)
        return { id: node, nodes: rows.map(toApiNode), edges: edges.map(toApiEdge), total: rows[0]?.total ?? 0 }
      })
      const { version } = state
      checkCursor(at, version)
      const end = offset + value.nodes.length
      const next = end < value.total ? { next: writeCursor({ version, offset: end }, asked) } : {}
      return { state, body: { version, ...value, ...next } }
    },
  )
}
