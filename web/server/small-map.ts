import { setImmediate as nextTurn } from 'node:timers/promises'
import { readRows } from '../../queries/rows.ts'
import type { ApiNode, MapAnswer } from '../api.ts'
import type { GraphState } from './answers.ts'
import { describeCommunities, findCommunities, type Kind, namedCommunities } from './communities.ts'
import { layOutGraph } from './layout.ts'
import { buildMapGraph } from './map-graph.ts'
import { type Ask, fromOneVersion } from './one-version.ts'
import { rankNodes, shareOf } from './pagerank.ts'
import { edgeRow, nodeRow } from './rows.ts'
import type { Served } from './served.ts'
import { toApiEdge, toApiNode } from './shapes.ts'

const KEPT_MAPS = 8

/** Small maps, each made once for a version of the graph. */
export class SmallMaps {
  readonly #served: Served
  readonly #kept = new Map<string, Promise<MapAnswer>>()
  // One at a time: each takes a processor for a while.
  #last: Promise<unknown> = Promise.resolve()

  constructor(served: Served) {
    this.#served = served
  }

  async get(limit: number, { version, updating }: GraphState, totals: MapAnswer['totals']): Promise<MapAnswer> {
    const key = `${version} ${limit}`
    const map = this.#kept.get(key) ?? this.#make(limit, totals)
    if (!updating) this.#keep(key, map)
    const body = await map
    if (body.version !== version || body.updating) this.#kept.delete(key)
    return body
  }

  #make(limit: number, totals: MapAnswer['totals']): Promise<MapAnswer> {
    // Others may wait for the same map, so that one client's going away does not end it.
    const made = this.#last.then(async () => {
      const { value, ...state } = await fromOneVersion(this.#served.reader, new AbortController().signal, (ask) =>
        drawSmallMap(limit, ask),
      )
      return { ...state, ...value, totals }
    })
    this.#last = made.catch(() => undefined)
    return made
  }

  /** Remembers a map as the one used last, forgets the one used longest ago, and any that failed. */
  #keep(key: string, map: Promise<MapAnswer>): void {
    this.#kept.delete(key)
    this.#kept.set(key, map)
    map.catch(() => {
      if (this.#kept.get(key) === map) this.#kept.delete(key)
    })
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > KEPT_MAPS && oldest !== undefined) this.#kept.delete(oldest)
  }
}

/** Draws a map that is small enough to be drawn while somebody waits, giving way to other work all along. */
async function drawSmallMap(
  limit: number,
  ask: Ask,
): Promise<Pick<MapAnswer, 'nodes' | 'edges' | 'communities' | 'layout'>> {
  const nodes = readRows(await ask('map', { limit }), nodeRow).map(toApiNode)
  if (nodes.length === 0) return { layout: 'settled', nodes, edges: [], communities: [] }
  const edges = readRows(await ask('edges-among', { ids: nodes.map((node) => node.id) }), edgeRow).map(toApiEdge)
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const graph = buildMapGraph(nodes, edges)
  await nextTurn()
  const ranks = rankNodes(graph)
  const communities = findCommunities(graph, ranks)
  const list = describeCommunities(graph, communities, ranks, (id) => kindOf(byId.get(id)))
  const places = await layOutGraph(graph, communities)
  return {
    layout: 'settled',
    nodes: nodes.map((node) => {
      const community = communities.get(node.id)
      const pagerank = Math.round(shareOf(ranks, node.id) * 1e4) / 1e4
      return { ...node, ...places.get(node.id), ...(community === undefined ? {} : { community }), pagerank }
    }),
    edges,
    communities: namedCommunities(list, byId),
  }
}

const kindOf = (node: ApiNode | undefined): Kind =>
  node?.type === 'paper' || node?.type === 'repo' ? node.type : 'concept'
