import type { ApiNode } from '../../api.ts'
import type { Size } from '../state/view.ts'

const SMALLEST = 2.4
const LARGEST = 22
/** As many nodes as this are drawn in their own size. */
const USUAL_NODES = 380

/** Above this many nodes the picture is plain: points and thin lines, none of which is drawn again without need. */
export const PLAIN_ABOVE = 2200

/** How much smaller nodes are drawn on a map of so many. */
export const drawnScale = (nodes: number): number => crowdScale(nodes, nodes > PLAIN_ABOVE ? 0.22 : undefined)

/** How much smaller nodes are drawn in a crowd, down to `least`. */
export const crowdScale = (nodes: number, least = 0.6): number =>
  Math.min(1.1, Math.max(least, Math.sqrt(USUAL_NODES / Math.max(1, nodes))))

/**
 * A node's radius in pixels, so that areas can be compared: by the papers that name it (a paper itself is small), by its
 * relationships in the whole graph, or by its PageRank on the map, which nodes that came later do not have.
 */
export function sizeOf(node: ApiNode, by: Size = 'papers'): number {
  if (by === 'degree') return Math.min(LARGEST, SMALLEST + 1.5 * Math.sqrt(node.degree))
  if (by === 'pagerank') return SMALLEST + 15 * (node.pagerank ?? 0) ** 0.75
  if (node.type === 'paper') return 3.6 + Math.min(2.4, Math.sqrt(node.degree) / 4)
  return Math.min(LARGEST, SMALLEST + 2.3 * Math.sqrt(node.papers ?? 1))
}
