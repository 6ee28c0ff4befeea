import type { Place } from './place.ts'

/** A community as it lies on the map. */
export interface Region extends Place {
  community: number
  /** From its middle, half of its nodes lie within this. In the unit of its places. */
  radius: number
  /** How many of its nodes are to be seen. */
  nodes: number
}

/** A community with fewer nodes has no name on the map. */
const LEAST = 4

/**
 * Where communities lie: each in the middle of its nodes, so that a few far ones do not draw its name away. Communities of
 * which few nodes are left are left out.
 */
export function regionsOf(nodes: Iterable<Place & { community: number }>): Map<number, Region> {
  const members = new Map<number, Place[]>()
  for (const node of nodes) {
    const list = members.get(node.community)
    if (list) list.push(node)
    else members.set(node.community, [node])
  }
  const regions = new Map<number, Region>()
  for (const [community, places] of members) {
    if (places.length < LEAST) continue
    const { x, y } = middleOf(places)
    const radius = middle(places.map((place) => Math.hypot(place.x - x, place.y - y)))
    regions.set(community, { community, x, y, radius, nodes: places.length })
  }
  return regions
}

/** All but the tenth of the places that lies farthest from the middle of all. */
export function withoutStrays<T extends Place>(places: readonly T[]): T[] {
  const centre = roughMiddleOf(places)
  const far = ({ x, y }: Place): number => Math.hypot(x - centre.x, y - centre.y)
  return [...places].sort((a, b) => far(a) - far(b)).slice(0, Math.ceil(places.length * 0.9))
}

/** The mean of the half that lies nearest to the middle of all, which a nearby island does not move. */
function middleOf(places: readonly Place[]): Place {
  const rough = roughMiddleOf(places)
  const far = ({ x, y }: Place): number => Math.hypot(x - rough.x, y - rough.y)
  const near = [...places].sort((a, b) => far(a) - far(b)).slice(0, Math.ceil(places.length / 2))
  const sum = near.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 })
  return { x: sum.x / near.length, y: sum.y / near.length }
}

const roughMiddleOf = (places: readonly Place[]): Place => ({
  x: middle(places.map(({ x }) => x)),
  y: middle(places.map(({ y }) => y)),
})

function middle(values: number[]): number {
  const sorted = values.sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/**
 * How strongly a name stands on the map, from 0 to 1, when its region is `across` of what is free: it fades as one comes so
 * near that the region is all there is to see, and sooner than that where it was as large from the beginning.
 */
export function strengthOf(across: number, acrossAtFirst: number): number {
  const from = Math.max(0.42, acrossAtFirst * 1.35)
  return Math.min(1, Math.max(0, 1 - (across - from) / (from * 0.55)))
}
