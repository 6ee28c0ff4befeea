import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { UndirectedGraph } from 'graphology'
import type { RelationshipType } from '../../queries/model.ts'
import { forceAtlas2, louvain, noverlap } from './layout-algorithms.ts'

// ForceAtlas2: Jacomy, Venturini, Heymann and Bastian 2014, "ForceAtlas2, a Continuous Graph Layout Algorithm for Handy
// Network Visualization Designed for the Gephi Software", PLoS ONE 9(6). Communities: Blondel, Guillaume, Lambiotte and
// Lefebvre 2008, "Fast unfolding of communities in large networks", J. Stat. Mech. P10008.

export interface Point {
  x: number
  y: number
}

/** How strongly a relationship pulls: what a paper makes and links to stands beside it. */
const PULL: Readonly<Record<RelationshipType, number>> = {
  INTRODUCES: 3,
  LINKS_TO: 3,
  VARIANT_OF: 2,
  USES: 1,
  ABOUT: 0.5,
  SCORES: 0.25,
}
const STRONGEST_PULL = 4
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
export async function layOut(
  nodes: readonly { id: string; degree: number }[],
  edges: readonly { from: string; to: string; type: RelationshipType }[],
): Promise<Map<string, Point>> {
  const graph = buildGraph(nodes, edges)
  await nextTurn()
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

function buildGraph(
  nodes: readonly { id: string; degree: number }[],
  edges: readonly { from: string; to: string; type: RelationshipType }[],
): UndirectedGraph {
  const graph = new UndirectedGraph()
  for (const { id, degree } of [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1)))
    graph.mergeNode(id, { ...seed(id), size: 2 + Math.sqrt(degree) })
  const pulls = new Map<string, { ends: [string, string]; weight: number }>()
  for (const { from, to, type } of edges) {
    if (from === to || !graph.hasNode(from) || !graph.hasNode(to)) continue
    const ends: [string, string] = from < to ? [from, to] : [to, from]
    const pull = pulls.get(ends.join('\u0001')) ?? { ends, weight: 0 }
    pull.weight = Math.min(STRONGEST_PULL, pull.weight + PULL[type])
    pulls.set(ends.join('\u0001'), pull)
  }
  for (const [, { ends, weight }] of [...pulls].sort(([a], [b]) => (a < b ? -1 : 1)))
    graph.addEdge(ends[0], ends[1], { weight })
  drawCommunitiesTogether(graph)
  return graph
}

function drawCommunitiesTogether(graph: UndirectedGraph): void {
  if (graph.size === 0) return
  const communities = louvain(graph, { getEdgeWeight: 'weight', rng: randomFrom(1) })
  graph.updateEachEdgeAttributes((_, attributes, source, target) => ({
    ...attributes,
    weight: attributes.weight * (communities[source] === communities[target] ? WITHIN : BETWEEN),
  }))
}

/** The minimal standard generator of Park and Miller (1988): the same numbers at every start. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

/** A place in a disc that only the id decides. */
function seed(id: string): Point {
  const hash = createHash('sha256').update(id).digest()
  const radius = 100 * Math.sqrt(hash.readUInt32BE(0) / 2 ** 32)
  const angle = 2 * Math.PI * (hash.readUInt32BE(4) / 2 ** 32)
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
}

/**
 * Moves nodes apart that lie on one another, one step a turn. The picture is scaled first, so that only neighbours are
 * moved and the islands keep their shapes.
 */
async function spread(graph: UndirectedGraph): Promise<void> {
  const reach = Math.max(...graph.mapNodes((_, { x, y }) => Math.hypot(Number(x), Number(y))))
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

function toUnitSquare(graph: UndirectedGraph): Map<string, Point> {
  const points = graph.mapNodes((id, { x, y }): [string, Point] => [id, { x: Number(x), y: Number(y) }])
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
