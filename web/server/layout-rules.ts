import { forceAtlas2 } from './graph-algorithms.ts'
import type { Point } from './map-graph.ts'

/** Papers on one subject and what they name form an island each: ties within pull harder than ties between. */
const WITHIN = 3
const BETWEEN = 0.25

/** How strongly a tie of a weight pulls, by the communities of its ends. */
export const pullOf = (weight: number, one: number | undefined, other: number | undefined): number =>
  weight * (one === other ? WITHIN : BETWEEN)

/** How ForceAtlas2 draws a map of so many nodes, small or big. */
export const forcesOf = (order: number, barnesHutOptimize: boolean) => ({
  ...forceAtlas2.inferSettings(order),
  ...{ barnesHutOptimize, barnesHutTheta: 1, edgeWeightInfluence: 1 },
  // Hubs are pushed outward, so that ImageNet does not pull every vision paper into one heap.
  outboundAttractionDistribution: true,
  ...{ gravity: 0.03, scalingRatio: 8 },
})

/** How much farther from the middle a place lies when the whole is to have `size`: far islands are drawn in a little, so that the middle is not small. */
export function scaleOf({ x, y }: Point, reach: number, size: number): number {
  const whole = reach || 1
  return (size / whole) * (Math.hypot(x, y) / whole || 1) ** -0.25
}

/** How far the farthest place lies from the middle. */
export function reachOf(places: Iterable<Point>): number {
  let reach = 0
  for (const { x, y } of places) reach = Math.max(reach, Math.hypot(x, y))
  return reach
}

/** Brings places into a square from 0 to 1, in its middle, the longer side in full. */
export function toUnit(places: Iterable<Point>): (place: Point) => Point {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of places) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    bottom = Math.min(bottom, y)
    top = Math.max(top, y)
  }
  const side = Math.max(right - left, top - bottom)
  const at = (value: number, low: number, high: number): number =>
    side > 0 ? 0.5 + (value - (low + high) / 2) / side : 0.5
  return ({ x, y }) => ({ x: at(x, left, right), y: at(y, bottom, top) })
}
