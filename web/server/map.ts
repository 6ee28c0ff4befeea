import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from 'hono'
import { z } from 'zod'
import { KEY_LABELS } from '../../queries/model.ts'
import type { GraphStatus } from '../../queries/reader.ts'
import { type MapAnswer, mapAnswer, mapColumnsAnswer, mapPlacesAnswer } from '../api.ts'
import { type GraphState, sendKept } from './answers.ts'
import type { ApiRoutes } from './api-routes.ts'
import { type BigMap, BigMaps, layoutOf } from './big-map/big-maps.ts'
import { columnsOf, rowsOf, type SentMap } from './big-map/columns.ts'
import { EdgeCollector } from './big-map/edge-columns.ts'
import { KeptBodies, takesGzip } from './kept-bodies.ts'
import { count } from './parameters.ts'
import type { Served, ServerEnv } from './served.ts'
import { SmallMaps } from './small-map.ts'
import { streamed } from './streamed.ts'

const USUAL_NODES = 400
/** Maps of more nodes are drawn by a thread of their own and told in pieces. */
const MOST_OF_SMALL = 2000
const WAIT_MS = 20_000

type Totals = MapAnswer['totals']

/**
 * GET /map: the most connected part of the graph, laid out; kept for as long as the graph stays the same. GET /map/columns: the
 * same in a shorter form. GET /map/places: the places of a big map when they are settled.
 */
export function addMapRoute(routes: ApiRoutes, served: Served): void {
  const { reader, settings } = served
  const query = z.strictObject({
    limit: count(1, settings.mapNodes, Math.min(USUAL_NODES, settings.mapNodes)).describe(
      `At most so many nodes; more than ${settings.mapNodes} count as ${settings.mapNodes}`,
    ),
  })
  const small = new SmallMaps(served)
  const big = new BigMaps(served, served.cacheFolder)
  const bodies = new KeptBodies()
  const now = async (limit: number): Promise<{ state: GraphState; totals: Totals; isBig: boolean }> => {
    const { version, updating, counts } = await reader.status()
    const totals = totalsOf(counts)
    return { state: { version, updating }, totals, isBig: Math.min(limit, totals.nodes) > MOST_OF_SMALL }
  }

  routes.add(
    {
      ...{ method: 'get', path: '/map', name: 'getMap', tag: 'graph', query, answer: mapAnswer },
      summary: 'The most connected part of the graph, laid out',
    },
    async ({ query: { limit }, c }) => {
      const { state, totals, isBig } = await now(limit)
      if (isBig) {
        const map = sentOf(await big.get(limit, state), totals)
        return sendKept(c, served, stateOf(map), 'json', () => json(c, rowsOf(map)))
      }
      const body = await small.get(limit, state, totals)
      return { state: body, body }
    },
  )

  routes.add(
    {
      ...{ method: 'get', path: '/map/columns', name: 'getMapColumns', tag: 'graph', query, answer: mapColumnsAnswer },
      summary: 'The same map as columns, which is shorter',
    },
    async ({ query: { limit }, c }) => {
      const { state: asked, totals, isBig } = await now(limit)
      const map = isBig
        ? sentOf(await big.get(limit, asked), totals)
        : sentOfSmall(await small.get(limit, asked, totals))
      const state = stateOf(map)
      const isKept = isBig && !state.updating && takesGzip(c.req.header('accept-encoding'))
      return sendKept(c, served, state, 'columns', async () =>
        isKept
          ? gzipped(c, await bodies.get(`${state.version} ${limit}`, () => columnsOf(map)))
          : json(c, columnsOf(map)),
      )
    },
  )

  routes.add(
    {
      ...{ method: 'get', path: '/map/places', name: 'getMapPlaces', tag: 'graph', query, answer: mapPlacesAnswer },
      summary: 'Where the nodes of a map lie when their places are settled',
      description: `Answers when they are, or after ${WAIT_MS / 1000} seconds without them: ask again then.`,
    },
    async ({ query: { limit }, signal }) => {
      const { state, totals, isBig } = await now(limit)
      if (!isBig) {
        const { nodes, version, updating, layout } = await small.get(limit, state, totals)
        const [x, y] = [nodes.map((node) => node.x ?? 0), nodes.map((node) => node.y ?? 0)]
        return { state: { version, updating }, body: { version, updating, layout, x, y } }
      }
      const map = await big.get(limit, state)
      await Promise.race([map.settling, pause(WAIT_MS, undefined, { signal, ref: false }).catch(() => undefined)])
      const { version, updating, settled } = map
      const [x, y] = settled === undefined ? [[], []] : [Array.from(settled.x, rounded), Array.from(settled.y, rounded)]
      const layout = layoutOf(map)
      return { state: stateOf({ version, updating, layout }), body: { version, updating, layout, x, y } }
    },
  )
}

/** What is still being worked out must not be kept as if it were all. */
const stateOf = ({ version, updating, layout }: Pick<MapAnswer, 'version' | 'updating' | 'layout'>): GraphState => ({
  version,
  updating: updating || layout === 'quick',
})

/** By the context, which knows the headers that were set before. */
function json(c: Context<ServerEnv>, pieces: AsyncIterable<string>): Response {
  return c.body(
    streamed(pieces, () => undefined),
    200,
    { 'Content-Type': 'application/json' },
  )
}

const gzipped = (c: Context<ServerEnv>, bytes: Uint8Array<ArrayBuffer>): Response =>
  c.body(bytes, 200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' })

const rounded = (value: number): number => Math.round(value * 1e5) / 1e5

function sentOf(map: BigMap, totals: Totals): SentMap {
  const { version, updating, communities, nodes, edges, quick } = map
  const places = map.settled ?? quick
  return {
    ...{ version, updating, layout: layoutOf(map), communities, totals, nodes, edges },
    drawn(at) {
      const community = quick.community[at] ?? -1
      return {
        ...{ x: rounded(places.x[at] ?? 0), y: rounded(places.y[at] ?? 0) },
        ...(community < 0 ? {} : { community }),
        pagerank: Math.round((quick.pagerank[at] ?? 0) * 1e4) / 1e4,
      }
    },
  }
}

function sentOfSmall({ nodes, edges, ...rest }: MapAnswer): SentMap {
  const collector = new EdgeCollector(nodes.map(({ id }) => id))
  for (const edge of edges) collector.add(edge)
  return { ...rest, nodes, edges: collector.columns(), drawn: (at) => nodes[at] ?? {} }
}

function totalsOf({ nodes, relationships }: GraphStatus['counts']): Totals {
  return {
    nodes: KEY_LABELS.reduce((sum, label) => sum + (nodes[label] ?? 0), 0),
    relationships: Object.values(relationships).reduce((sum, each) => sum + each, 0),
  }
}
