import { z } from 'zod'
import { KEY_LABELS } from '../../queries/model.ts'
import type { GraphStatus } from '../../queries/reader.ts'
import { readRows } from '../../queries/rows.ts'
import { type MapAnswer, mapAnswer } from '../api.ts'
import type { ApiRoutes } from './api-routes.ts'
import { layOut } from './layout.ts'
import { type Ask, fromOneVersion } from './one-version.ts'
import { count } from './parameters.ts'
import { edgeRow, nodeRow } from './rows.ts'
import type { Served } from './served.ts'
import { toApiEdge, toApiNode } from './shapes.ts'

const USUAL_NODES = 400
const KEPT_MAPS = 8

/** GET /map: the most connected part of the graph, laid out; kept for as long as the graph stays the same. */
export function addMapRoute(routes: ApiRoutes, served: Served): void {
  const { reader, settings } = served
  const query = z.strictObject({
    limit: count(1, settings.mapNodes, Math.min(USUAL_NODES, settings.mapNodes)).describe(
      `At most so many nodes; more than ${settings.mapNodes} count as ${settings.mapNodes}`,
    ),
  })
  const kept = new Map<string, Promise<MapAnswer>>()
  // One at a time: each takes a processor for a while.
  let last: Promise<unknown> = Promise.resolve()

  const make = (limit: number, totals: MapAnswer['totals']): Promise<MapAnswer> => {
    // Others may wait for the same map, so that one client's going away does not end it.
    const made = last.then(async () => {
      const { value, ...state } = await fromOneVersion(reader, new AbortController().signal, (ask) => draw(limit, ask))
      return { ...state, ...value, totals }
    })
    last = made.catch(() => undefined)
    return made
  }

  routes.add(
    {
      ...{ method: 'get', path: '/map', name: 'getMap', tag: 'graph', query, answer: mapAnswer },
      summary: 'The most connected part of the graph, laid out',
    },
    async ({ query: { limit } }) => {
      const { version, updating, counts } = await reader.status()
      const key = `${version} ${limit}`
      const map = kept.get(key) ?? make(limit, totalsOf(counts))
      if (!updating) keep(kept, key, map)
      const body = await map
      if (body.version !== version || body.updating) kept.delete(key)
      return { state: body, body }
    },
  )
}

async function draw(limit: number, ask: Ask): Promise<Pick<MapAnswer, 'nodes' | 'edges'>> {
  const nodes = readRows(await ask('map', { limit }), nodeRow).map(toApiNode)
  if (nodes.length === 0) return { nodes, edges: [] }
  const edges = readRows(await ask('edges-among', { ids: nodes.map((node) => node.id) }), edgeRow).map(toApiEdge)
  const places = await layOut(nodes, edges)
  return { nodes: nodes.map((node) => ({ ...node, ...places.get(node.id) })), edges }
}

/** Remembers a map as the one used last, forgets the one used longest ago, and any that failed. */
function keep(kept: Map<string, Promise<MapAnswer>>, key: string, map: Promise<MapAnswer>): void {
  kept.delete(key)
  kept.set(key, map)
  map.catch(() => {
    if (kept.get(key) === map) kept.delete(key)
  })
  const [oldest] = kept.keys()
  if (kept.size > KEPT_MAPS && oldest !== undefined) kept.delete(oldest)
}

function totalsOf({ nodes, relationships }: GraphStatus['counts']): MapAnswer['totals'] {
  return {
    nodes: KEY_LABELS.reduce((sum, label) => sum + (nodes[label] ?? 0), 0),
    relationships: Object.values(relationships).reduce((sum, each) => sum + each, 0),
  }
}
