import { pagerank } from './graph-algorithms.ts'
import type { MapGraph } from './map-graph.ts'

// Page, Brin, Motwani and Winograd 1999, "The PageRank Citation Ranking: Bringing Order to the Web", Stanford InfoLab.

export interface PageRank {
  /** Each node's share of the whole: all of them make 1. */
  share: Map<string, number>
  greatest: number
}

/** A node's PageRank as a share of the greatest, from 0 to 1. */
export const shareOf = ({ share, greatest }: PageRank, id: string): number => (share.get(id) ?? 0) / (greatest || 1)

/** How often somebody who follows ties at random comes by each node, a tie of any kind being as good as another. */
export function rankNodes(graph: MapGraph): PageRank {
  if (graph.order === 0) return { share: new Map(), greatest: 0 }
  // The error shrinks by 0.85 a round: 200 rounds are always enough.
  const share = new Map(
    Object.entries(pagerank(graph, { getEdgeWeight: () => 1, maxIterations: 200, tolerance: 1e-9 })),
  )
  let greatest = 0
  for (const each of share.values()) greatest = Math.max(greatest, each)
  return { share, greatest }
}
