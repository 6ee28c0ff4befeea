import type { Hono } from 'hono'
import { z } from 'zod'
import { readRows } from '../../queries/rows.ts'
import type { NeighboursAnswer } from '../api.ts'
import { sendAnswer } from './answers.ts'
import { fromOneVersion } from './one-version.ts'
import { count, id, readQuery } from './parameters.ts'
import { edgeRow, neighbourRow, nodeRow } from './rows.ts'
import type { Served, ServerEnv } from './served.ts'
import { toApiEdge, toApiNode } from './shapes.ts'

/** GET /neighbours: what is one step away, and the edges between all of it. */
export function addNeighboursRoute(api: Hono<ServerEnv>, served: Served): void {
  const query = z.strictObject({
    id,
    limit: count(1, served.settings.neighbours, 25),
    offset: count(0, 1_000_000, 0),
  })
  api.get('/neighbours', async (c) => {
    const { id: asked, limit, offset } = readQuery(c.req.url, query)
    const { value, version, updating } = await fromOneVersion(served.reader, c.req.raw.signal, async (ask) => {
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
    const body: NeighboursAnswer = { version, ...value, offset }
    return sendAnswer(c, served, { version, updating }, body)
  })
}
