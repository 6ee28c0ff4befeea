import { createHash } from 'node:crypto'
import { UndirectedGraph } from 'graphology'
import type { RelationshipType } from '../../queries/model.ts'
import { weightWith } from '../layout-forces.ts'

export interface Point {
  x: number
  y: number
}

export interface MapNode extends Point {
  /** How much room it takes, in the layout's own unit. */
  size: number
}

/** What a map's layout, communities and PageRank are computed on: several relationships of two nodes are one tie. */
export type MapGraph = UndirectedGraph<MapNode, { weight: number }>

/** The same graph for the same nodes and edges, whatever their order. Edges that lead out of it, or back, are passed over. */
export function buildMapGraph(
  nodes: readonly { id: string; degree: number }[],
  edges: Iterable<{ from: string; to: string; type: RelationshipType }>,
): MapGraph {
  const graph: MapGraph = new UndirectedGraph()
  for (const { id, degree } of [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1)))
    graph.mergeNode(id, { ...seed(id), size: 2 + Math.sqrt(degree) })
  const pulls = new Map<string, { ends: [string, string]; weight: number }>()
  for (const { from, to, type } of edges) {
    if (from === to || !graph.hasNode(from) || !graph.hasNode(to)) continue
    const ends: [string, string] = from < to ? [from, to] : [to, from]
    const key = `${ends[0]}\u0001${ends[1]}`
    const pull = pulls.get(key) ?? { ends, weight: 0 }
    pull.weight = weightWith(pull.weight, type)
    pulls.set(key, pull)
  }
  // A key of our own is far quicker than one that is made up.
  for (const [key, { ends, weight }] of [...pulls].sort(([a], [b]) => (a < b ? -1 : 1)))
    graph.addEdgeWithKey(key, ends[0], ends[1], { weight })
  return graph
}

/** A place in a disc that only the id decides. */
function seed(id: string): Point {
  const hash = createHash('sha256').update(id).digest()
  const radius = 100 * Math.sqrt(hash.readUInt32BE(0) / 2 ** 32)
  const angle = 2 * Math.PI * (hash.readUInt32BE(4) / 2 ** 32)
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
}
