import type { Place } from './place.ts'

/** Whether a place lies inside a closed line, by how often a ray from it crosses the line. */
export function isInside({ x, y }: Place, line: readonly Place[]): boolean {
  let isIn = false
  let before = line.at(-1)
  for (const point of line) {
    if (
      before &&
      point.y > y !== before.y > y &&
      x < ((before.x - point.x) * (y - point.y)) / (before.y - point.y) + point.x
    )
      isIn = !isIn
    before = point
  }
  return isIn
}
