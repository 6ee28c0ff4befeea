import { DRAWN_IN } from '../layout-forces.ts'
import type { Point } from './map-graph.ts'

/** How much farther from the middle a place lies when the whole is to have `size`: far islands are drawn in a little, so that the middle is not small. */
export function scaleOf({ x, y }: Point, reach: number, size: number): number {
  const whole = reach || 1
  return (size / whole) * (Math.hypot(x, y) / whole || 1) ** DRAWN_IN
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
