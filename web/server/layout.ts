import { setImmediate as nextTurn } from 'node:timers/promises'
import { forcesOf, pullOf } from '../layout-forces.ts'
import { findCommunities } from './communities.ts'
import { forceAtlas2, noverlap } from './graph-algorithms.ts'
import { reachOf, scaleOf, toUnit } from './layout-rules.ts'
import { buildMapGraph, type MapGraph, type Point } from './map-graph.ts'
import { rankNodes } from './pagerank.ts'

// ForceAtlas2: Jacomy, Venturini, Heymann and Bastian 2014, "ForceAtlas2, a Continuous Graph Layout Algorithm for Handy
// Network Visualization Designed for the Gephi Software", PLoS ONE 9(6).

const BARNES_HUT_FROM = 800
const ROOM_PER_NODE = 32
// Repulsions computed between two turns of the event loop: some ten milliseconds.
const REPULSIONS_PER_TURN = 2_000_000

/**
 * Places nodes on a map: x and y from 0 to 1, the longer side in full. The same nodes and edges always give the same places,
 * whatever their order. Gives way to other work all along.
 */
export async function layOut(...[nodes, edges]: Parameters<typeof buildMapGraph>): Promise<Map<string, Point>> {
  const graph = buildMapGraph(nodes, edges)
  await nextTurn()
  return layOutGraph(graph, findCommunities(graph, rankNodes(graph)))
}

/** The same for a graph whose communities are known. Changes the graph. */
export async function layOutGraph(
  graph: MapGraph,
  communities: ReadonlyMap<string, number>,
): Promise<Map<string, Point>> {
  drawCommunitiesTogether(graph, communities)
  const order = graph.order
  if (order > 1) {
    const settings = forcesOf(order, order > BARNES_HUT_FROM)
    const pairs = order > BARNES_HUT_FROM ? order * 300 : order * order
    const perTurn = Math.max(1, Math.floor(REPULSIONS_PER_TURN / pairs))
    for (let left = order > BARNES_HUT_FROM ? 300 : 800; left > 0; left -= perTurn) {
      forceAtlas2.assign(graph, { iterations: Math.min(perTurn, left), settings, getEdgeWeight: 'weight' })
      await nextTurn()
    }
    await spread(graph)
  }
  return toUnitSquare(graph)
}

function drawCommunitiesTogether(graph: MapGraph, communities: ReadonlyMap<string, number>): void {
  graph.updateEachEdgeAttributes((_, { weight }, source, target) => ({
    weight: pullOf(weight, communities.get(source), communities.get(target)),
  }))
}

/**
 * Moves nodes apart that lie on one another, one step a turn. The picture is scaled first, so that only neighbours are
 * moved and the islands keep their shapes.
 */
async function spread(graph: MapGraph): Promise<void> {
  const reach = reachOf(graph.mapNodes((_, place) => place))
  const size = ROOM_PER_NODE * Math.sqrt(graph.order)
  graph.updateEachNodeAttributes((_, { x, y, ...rest }) => {
    const scale = scaleOf({ x, y }, reach, size)
    return { ...rest, x: x * scale, y: y * scale }
  })
  const settings = { ratio: 1.2, margin: 3, gridSize: Math.max(20, Math.round(Math.sqrt(graph.order))) }
  for (let turn = 0; turn < 100; turn += 1) {
    noverlap.assign(graph, { maxIterations: 1, settings })
    await nextTurn()
  }
}

function toUnitSquare(graph: MapGraph): Map<string, Point> {
  const inUnit = toUnit(graph.mapNodes((_, place) => place))
  const rounded = (value: number): number => Math.round(value * 1e5) / 1e5
  return new Map(
    graph.mapNodes((id, place): [string, Point] => {
      const { x, y } = inUnit(place)
      return [id, { x: rounded(x), y: rounded(y) }]
    }),
  )
}
