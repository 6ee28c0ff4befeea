import type { ApiNode } from '../../api.ts'

export interface Place {
  x: number
  y: number
}

export interface Bounds {
  left: number
  right: number
  low: number
  high: number
}

/** The box around places, however many; upside down where there are none. */
export function boundsOf(places: Iterable<Place>): Bounds {
  const bounds = { left: Infinity, right: -Infinity, low: Infinity, high: -Infinity }
  for (const { x, y } of places) {
    bounds.left = Math.min(bounds.left, x)
    bounds.right = Math.max(bounds.right, x)
    bounds.low = Math.min(bounds.low, y)
    bounds.high = Math.max(bounds.high, y)
  }
  return bounds
}

/** Turning by it again and again spreads things evenly, like the seeds of a sunflower (Vogel 1979, Math. Biosci. 44). */
export const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))
const ROUNDS = 60

/**
 * Places new nodes around their parent, on the side where there is room, and lets them push each other and the nodes
 * nearby apart; what was there before stays where it is. `gap` is the wanted distance between two nodes.
 */
export function placeAround(parent: Place, fresh: ApiNode[], present: Place[], gap: number): Map<string, Place> {
  const near = present.filter((each) => Math.hypot(each.x - parent.x, each.y - parent.y) < gap * 14)
  const start = emptiestAngle(parent, near)
  const places = fresh.map((_, at) => {
    const radius = gap * (1.6 + 0.75 * Math.sqrt(at))
    const angle = start + at * GOLDEN_ANGLE
    return { x: parent.x + radius * Math.cos(angle), y: parent.y + radius * Math.sin(angle) }
  })
  for (let round = 0; round < ROUNDS; round++)
    for (const place of places) for (const other of [...near, ...places]) push(place, other, gap)
  return new Map(fresh.map((node, at) => [node.id, places[at] ?? parent]))
}

function push(place: Place, other: Place, gap: number): void {
  if (place === other) return
  const dx = place.x - other.x
  const dy = place.y - other.y
  const far = Math.hypot(dx, dy) || 1e-6
  if (far >= gap) return
  const step = (0.4 * (gap - far)) / far
  place.x += dx * step
  place.y += dy * step
}

/** The middle of the widest gap between the directions in which nodes lie already. */
function emptiestAngle(parent: Place, near: Place[]): number {
  const angles = near.map((each) => Math.atan2(each.y - parent.y, each.x - parent.x)).sort((a, b) => a - b)
  let best = 0
  let widest = -1
  for (const [at, angle] of angles.entries()) {
    const next = angles[at + 1] ?? (angles[0] ?? 0) + 2 * Math.PI
    if (next - angle <= widest) continue
    widest = next - angle
    best = angle + (next - angle) / 2
  }
  return best
}
