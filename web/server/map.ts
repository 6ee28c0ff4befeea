import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import { KEY_LABELS } from '../../queries/model.ts'
import type { GraphStatus } from '../../queries/reader.ts'
import { readRows } from '../../queries/rows.ts'
import { type ApiNode, type MapAnswer, mapAnswer } from '../api.ts'
import type { ApiRoutes } from './api-routes.ts'
import { describeCommunities, findCommunities, type Kind } from './communities.ts'
import { layOutGraph } from './layout.ts'
import { buildMapGraph } from './map-graph.ts'
import { type Ask, fromOneVersion } from './one-version.ts'
import { rankNodes } from './pagerank.ts'
import { count } from './parameters.ts'
import { edgeRow, nodeRow } from './rows.ts'
import type { Served } from './served.ts'
import { toApiEdge, toApiNode } from './shapes.ts'

const USUAL_NODES = 400
const KEPT_MAPS = 8
/** Small pieces that hang together with nothing else are many, and no help to find one's way. */
const MOST_COMMUNITIES = 100

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

type Drawn = Pick<MapAnswer, 'nodes' | 'edges' | 'communities'>

async function draw(limit: number, ask: Ask): Promise<Drawn> {
  const nodes = readRows(await ask('map', { limit }), nodeRow).map(toApiNode)
  if (nodes.length === 0) return { nodes, edges: [], communities: [] }
  const edges = readRows(await ask('edges-among', { ids: nodes.map((node) => node.id) }), edgeRow).map(toApiEdge)
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const graph = buildMapGraph(nodes, edges)
  await nextTurn()
  const ranks = rankNodes(graph)
  const communities = findCommunities(graph, ranks)
  const list = describeCommunities(graph, communities, ranks, (id) => kindOf(byId.get(id)))
  const places = await layOutGraph(graph, communities)
  return {
    nodes: nodes.map((node) => {
      const community = communities.get(node.id)
      const pagerank = Math.round(((ranks.share.get(node.id) ?? 0) / ranks.greatest) * 1e4) / 1e4
      return { ...node, ...places.get(node.id), ...(community === undefined ? {} : { community }), pagerank }
    }),
    edges,
    communities: list.slice(0, MOST_COMMUNITIES).map((each) => ({
      ...each,
      concepts: each.concepts.flatMap((id) => {
        const node = byId.get(id)
        return node ? [{ id, label: node.label, type: node.type }] : []
      }),
    })),
  }
}

const kindOf = (node: ApiNode | undefined): Kind =>
  node?.type === 'paper' || node?.type === 'repo' ? node.type : 'concept'

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
