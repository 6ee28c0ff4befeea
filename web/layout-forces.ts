import type { RelationshipType } from '../queries/model.ts'

// What server and view say alike of a map: its places are worked out by the one and refined by the other.

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

/** Several relationships of two nodes are one tie: its weight with one more of them. */
export const weightWith = (weight: number, type: RelationshipType): number =>
  Math.min(STRONGEST_PULL, weight + PULL[type])

/** How strongly a tie of a weight pulls, by the communities of its ends. */
export const pullOf = (weight: number, one: number | undefined, other: number | undefined): number =>
  weight * (one === other ? WITHIN : BETWEEN)

/**
 * How ForceAtlas2 draws a map of so many nodes, small or big: what its `inferSettings` gives, and hubs pushed outward, so that
 * ImageNet does not pull every vision paper into one heap.
 */
export const forcesOf = (order: number, barnesHutOptimize: boolean) => ({
  ...{ linLogMode: false, adjustSizes: false, strongGravityMode: true, slowDown: 1 + Math.log(order) },
  ...{ barnesHutOptimize, barnesHutTheta: 1, edgeWeightInfluence: 1 },
  outboundAttractionDistribution: true,
  ...{ gravity: 0.03, scalingRatio: 8 },
})

/** Far islands are drawn in a little, so that the middle is not small: how a distance from the middle is stretched, as a power. */
export const DRAWN_IN = -0.25
