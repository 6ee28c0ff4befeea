import type Sigma from 'sigma'
import type { Canvas, EdgeAttributes, NodeAttributes } from './canvas.ts'
import type { Place } from './place.ts'

/** Moves one node and its lines. The graph's own way of doing so would have Sigma read all nodes and lines anew. */
export function moveNode(
  sigma: Sigma<NodeAttributes, EdgeAttributes>,
  { graph }: Canvas,
  id: string,
  { x, y }: Place,
): void {
  Object.assign(graph.getNodeAttributes(id), { x, y })
  sigma.refresh({
    partialGraph: { nodes: [id], edges: graph.edges(id) },
    ...{ skipIndexation: true, schedule: true },
  })
}
