import { z } from 'zod'
import { readRows } from '../../queries/rows.ts'
import { neighboursAnswer } from '../api.ts'
import type { ApiRoutes } from './api-routes.ts'
import { fromOneVersion } from './one-version.ts'
import { count, id } from './parameters.ts'
import { edgeRow, neighbourRow, nodeRow } from './rows.ts'
import type { Served } from './served.ts'
import { toApiEdge, toApiNode } from './shapes.ts'

/** GET /neighbours: what is one step away, and the edges between all of it. */
export function addNeighboursRoute(routes: ApiRoutes, served: Served): void {
  const most = served.settings.neighbours
  const query = z.strictObject({
    id: id.describe('The node’s id, or a name or alias that one node alone has'),
    limit: count(1, most, Math.min(25, most)).describe(
      `At most so many neighbours; more than ${most} count as ${most}`,
    ),
    offset: count(0, 1_000_000, 0).describe('Neighbours to leave out at the beginning'),
  })
  routes.add(
    {
      ...{ method: 'get', path: '/neighbours', name: 'getNeighbours', tag: 'graph', query, answer: neighboursAnswer },
      summary: 'The nodes one step away, and what runs among them',
      problems: [404],
    },
    async ({ query: { id: asked, limit, offset }, signal }) => {
      const { value, ...state } = await fromOneVersion(served.reader, signal, async (ask) => {
        // A name may have been asked for: its node's id is what the rest goes by.
        const node = readRows(await ask('node', { node: asked }), nodeRow)[0]?.id ?? asked
        const page = async (parameters: { limit: number; offset: number }) =>
          readRows(await ask('neighbours', { node, ...parameters }), neighbourRow)
        const rows = await page({ limit, offset })
        // Beyond the last neighbour no row is left to tell the total.
        const total = (rows[0] ?? (offset > 0 ? (await page({ limit: 1, offset: 0 }))[0] : undefined))?.total ?? 0
        const edges =
          rows.length === 0
            ? []
            : readRows(await ask('edges-among', { ids: [node, ...rows.map((row) => row.id)] }), edgeRow)
        return { id: node, nodes: rows.map(toApiNode), edges: edges.map(toApiEdge), total }
      })
      return { state, body: { version: state.version, ...value, offset } }
    },
  )
}
