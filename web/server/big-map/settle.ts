import { createRequire } from 'node:module'
import { forcesOf, pullOf } from '../../layout-forces.ts'
import { reachOf, scaleOf } from '../layout-rules.ts'
import type { MapGraph, Point } from '../map-graph.ts'

// ForceAtlas2 as in layout.ts, on its own matrices, so that each iteration costs no more than itself.

const load = createRequire(import.meta.url)
type Matrix = Float32Array
const step: (settings: object, nodes: Matrix, edges: Matrix) => void = load('graphology-layout-forceatlas2/iterate')
const spreadStep: (settings: object, nodes: Matrix) => { converged: boolean } = load(
  'graphology-layout-noverlap/iterate',
)
const {
  graphToByteArrays,
}: {
  graphToByteArrays(
    graph: MapGraph,
    weight: (edge: string, attributes: { weight: number }) => number,
  ): { nodes: Matrix; edges: Matrix }
} = load('graphology-layout-forceatlas2/helpers')

const PER_NODE = 10
const ROUNDS = 200
const SPREAD_ROUNDS = 150
/** Ends a layout that is slow, whatever it has come to: it is better than where it began. */
export interface Patience {
  layoutMs: number
  spreadMs: number
}

/**
 * Lets the nodes of a map find their places, from where they are, and moves them apart where they overlap. Stops by itself. In the
 * unit of the nodes' sizes.
 */
export function settle(
  graph: MapGraph,
  communities: ReadonlyMap<string, number>,
  start: ReadonlyMap<string, Point>,
  { layoutMs, spreadMs }: Patience,
): Map<string, Point> {
  graph.updateEachNodeAttributes((id, attributes) => ({ ...attributes, ...start.get(id) }))
  const weight = (edge: string, { weight }: { weight: number }): number => {
    const [source, target] = graph.extremities(edge)
    return pullOf(weight, communities.get(source), communities.get(target))
  }
  const { nodes, edges } = graphToByteArrays(graph, weight)
  const settings = {
    ...load('graphology-layout-forceatlas2/defaults'),
    ...forcesOf(graph.order, true),
  }
  const begin = performance.now()
  for (let round = 0; round < ROUNDS && performance.now() - begin < layoutMs; round += 1) step(settings, nodes, edges)
  spread(graph, nodes, spreadMs)
  const places = new Map<string, Point>()
  for (const [at, id] of graph.nodes().entries())
    places.set(id, { x: nodes[at * PER_NODE] ?? 0, y: nodes[at * PER_NODE + 1] ?? 0 })
  return places
}

/** Moves nodes apart that lie on one another; before that the whole is scaled so that there is room. */
function spread(graph: MapGraph, nodes: Matrix, spreadMs: number): void {
  const discs = new Float32Array(graph.order * 3)
  const placeAt = (at: number): Point => ({ x: nodes[at * PER_NODE] ?? 0, y: nodes[at * PER_NODE + 1] ?? 0 })
  let area = 0
  for (const [at, id] of graph.nodes().entries()) {
    const size = graph.getNodeAttribute(id, 'size')
    area += (size + 3) ** 2
    discs[at * 3 + 2] = size
  }
  const reach = reachOf(graph.nodes().map((_, at) => placeAt(at)))
  for (let at = 0; at < graph.order; at += 1) {
    const place = placeAt(at)
    const scale = scaleOf(place, reach, 2.2 * Math.sqrt(area))
    discs[at * 3] = place.x * scale
    discs[at * 3 + 1] = place.y * scale
  }
  const settings = {
    ...{ margin: 3, ratio: 1, expansion: 1.1, speed: 3 },
    gridSize: Math.max(20, Math.round(Math.sqrt(graph.order))),
  }
  const begin = performance.now()
  for (let round = 0; round < SPREAD_ROUNDS && performance.now() - begin < spreadMs; round += 1)
    if (spreadStep(settings, discs).converged) break
  for (let at = 0; at < graph.order; at += 1) {
    nodes[at * PER_NODE] = discs[at * 3] ?? 0
    nodes[at * PER_NODE + 1] = discs[at * 3 + 1] ?? 0
  }
}
