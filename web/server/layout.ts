import { setImmediate as nextTurn } from 'node:timers/promises'
import { findCommunities } from './communities.ts'
import { forceAtlas2, noverlap } from './graph-algorithms.ts'
import { buildMapGraph, type MapGraph, type Point } from './map-graph.ts'
import { rankNodes } from './pagerank.ts'

// ForceAtlas2: Jacomy, Venturini, Heymann and Bastian 2014, "ForceAtlas2, a Continuous Graph Layout Algorithm for Handy
// Network Visualization Designed for the Gephi Software", PLoS ONE 9(6).

/** Papers on one subject and what they name form an island each: ties within pull harder than ties between. */
const WITHIN = 3
const BETWEEN = 0.25
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
    const settings = {
      ...forceAtlas2.inferSettings(order),
      barnesHutOptimize: order > BARNES_HUT_FROM,
      barnesHutTheta: 1,
      // Hubs are pushed outward, so that ImageNet does not pull every vision paper into one heap.
      outboundAttractionDistribution: true,
      edgeWeightInfluence: 1,
      gravity: 0.03,
      scalingRatio: 8,
    }
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
    weight: weight * (communities.get(source) === communities.get(target) ? WITHIN : BETWEEN),
  }))
}

/**
 * Moves nodes apart that lie on one another, one step a turn. The picture is scaled first, so that only neighbours are
 * moved and the islands keep their shapes.
 */
async function spread(graph: MapGraph): Promise<void> {
  const reach = Math.max(...graph.mapNodes((_, { x, y }) => Math.hypot(x, y)))
  const scale = (ROOM_PER_NODE * Math.sqrt(graph.order)) / (reach || 1)
  graph.updateEachNodeAttributes((_, { x, y, ...rest }) => {
    // Far islands are drawn in a little, so that the middle is not small.
    const pull = scale * (Math.hypot(x, y) / (reach || 1) || 1) ** -0.25
    return { ...rest, x: x * pull, y: y * pull }
  })
  const settings = { ratio: 1.2, margin: 3, gridSize: Math.max(20, Math.round(Math.sqrt(graph.order))) }
  for (let turn = 0; turn < 100; turn += 1) {
    noverlap.assign(graph, { maxIterations: 1, settings })
    await nextTurn()
  }
}

function toUnitSquare(graph: MapGraph): Map<string, Point> {
  const points = graph.mapNodes((id, { x, y }): [string, Point] => [id, { x, y }])
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [, { x, y }] of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    bottom = Math.min(bottom, y)
    top = Math.max(top, y)
  }
  const side = Math.max(right - left, top - bottom)
  const place = (value: number, low: number, high: number): number =>
    side > 0 ? Math.round((0.5 + (value - (low + high) / 2) / side) * 1e5) / 1e5 : 0.5
  return new Map(points.map(([id, { x, y }]) => [id, { x: place(x, left, right), y: place(y, bottom, top) }]))
}
