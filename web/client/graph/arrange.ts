import type { ApiNode } from '../../api.ts'
import type { Arrival } from './arrival.ts'
import { boundsOf, type Place, placeAround } from './place.ts'

/** A node that is on the map because somebody asked for it, where it belongs, and beside what it came. */
export interface Placed {
  node: ApiNode
  place: Place
  /** The same without pins. */
  home: Place
  beside: Place
  /** Whose place that is, where it is that of a node. */
  besideId?: string
}

export interface Ground {
  /** Where the nodes of the opening map are, without pins. */
  places: readonly Place[]
  placeOf(id: string): Place | undefined
  /** The usual distance between neighbours there. */
  gap: number
}

/**
 * Gives everything that came to the map its place. Pinned nodes are where they were put, and what comes around them comes
 * around that place; nothing else moves because of a pin.
 */
export function arrange(
  arrivals: readonly Arrival[],
  ground: Ground,
  pins: ReadonlyMap<string, Place>,
  aloneOf: (id: string) => { node: ApiNode; near: readonly string[] } | undefined,
): Map<string, Placed> {
  const placed = new Map<string, Placed>()
  const present = [...ground.places]
  const whereIs = (id: string): Place | undefined => pins.get(id) ?? placed.get(id)?.place ?? ground.placeOf(id)
  const put = (nodes: ApiNode[], beside: Place, besideId?: string): void => {
    for (const [id, place] of placeAround(beside, nodes, present, ground.gap)) {
      present.push(place)
      const node = nodes.find((each) => each.id === id)
      if (!node) continue
      const around = besideId === undefined ? {} : { besideId }
      placed.set(id, { node, place: pins.get(id) ?? place, home: place, beside, ...around })
    }
  }
  for (const each of arrivals) {
    if (each.kind === 'around') {
      put(each.nodes, whereIs(each.id) ?? middleOf(ground.places), each.id)
      continue
    }
    const found = aloneOf(each.id)
    if (!found) continue
    const near = found.near.flatMap((id) => ground.placeOf(id) ?? [])
    put([found.node], middleOf(near.length > 0 ? near : ground.places))
  }
  return placed
}

export function middleOf(places: readonly Place[]): Place {
  const sum = places.reduce((all, each) => ({ x: all.x + each.x, y: all.y + each.y }), { x: 0, y: 0 })
  return places.length === 0 ? sum : { x: sum.x / places.length, y: sum.y / places.length }
}

/** The usual distance between neighbours in a layout. */
export function gapOf(places: readonly Place[]): number {
  if (places.length < 2) return 30
  const { left, right, low, high } = boundsOf(places)
  return Math.max(1e-3, 0.55 * Math.sqrt(((right - left) * (high - low)) / places.length))
}
