import type { NodeType } from '../../../api.ts'
import { NODE_TYPES } from '../../state/view.ts'
import { GOLDEN_ANGLE, type Place } from '../place.ts'
import { areaOf, bySize, GAP, type Item, type Room } from './item.ts'
import { Taken } from './taken.ts'

/** Discs side by side leave about a fifth of a plane empty, and one wants to see where a group ends. */
const LOOSENESS = 1.35
/** Room between two groups, for the name of the lower one. */
const BETWEEN = 54

/** A group's name stands above it. */
export interface Group {
  type: NodeType
  count: number
  x: number
  /** The middle, and how far its nodes reach. */
  y: number
  radius: number
}
export interface ByType {
  places: Map<string, Place>
  groups: Group[]
}

/** The nodes of each type together as a disc, the largest in the middle; the discs side by side in rows that fill the room. */
export function layOutByType(items: readonly Item[], room: Room): ByType {
  const places = new Map<string, Place>()
  const groups = NODE_TYPES.flatMap((type) => {
    const members = items.filter((item) => item.type === type).sort(bySize)
    return members.length === 0 ? [] : [{ type, members, radius: Math.sqrt((LOOSENESS * areaOf(members)) / Math.PI) }]
  })
  const found: Group[] = []
  for (const { group, x, y, scale } of inRows(groups, room)) {
    const spread = Math.max(1, Math.min(2.2, scale))
    const reach = pack(group.members, { x, y }, spread, places)
    found.push({ type: group.type, count: group.members.length, x, y, radius: reach })
  }
  return { places, groups: found }
}

/** The rows whose discs become largest, in the order of the types. */
function inRows<G extends { radius: number }>(
  groups: readonly G[],
  { width, height }: Room,
): { group: G; x: number; y: number; scale: number }[] {
  const wide = (row: readonly G[]): number => row.reduce((sum, { radius }) => sum + 2 * radius + BETWEEN, 0)
  const high = (row: readonly G[]): number => Math.max(...row.map(({ radius }) => 2 * radius)) + BETWEEN
  let best: { rows: G[][]; scale: number } | undefined
  for (let count = 1; count <= groups.length; count++) {
    const rows = cut(groups, count, wide)
    const scale = Math.min(width / Math.max(...rows.map(wide)), height / rows.reduce((sum, row) => sum + high(row), 0))
    if (best === undefined || scale > best.scale) best = { rows, scale }
  }
  if (best === undefined) return []
  const { rows, scale } = best
  let top = (height - scale * rows.reduce((sum, row) => sum + high(row), 0)) / 2
  return rows.flatMap((row) => {
    const y = top + (scale * high(row)) / 2
    top += scale * high(row)
    let left = (width - scale * wide(row)) / 2
    return row.map((group) => {
      const side = scale * (2 * group.radius + BETWEEN)
      left += side
      return { group, x: left - side / 2, y, scale }
    })
  })
}

/** Cuts a list into `count` rows of about the same width. */
function cut<G>(groups: readonly G[], count: number, wide: (row: readonly G[]) => number): G[][] {
  const all = wide(groups)
  const rows: G[][] = Array.from({ length: count }, () => [])
  let before = 0
  for (const group of groups) {
    const own = wide([group])
    rows[Math.min(count - 1, Math.floor(((before + own / 2) / all) * count))]?.push(group)
    before += own
  }
  return rows.filter((row) => row.length > 0)
}

/** Places nodes, the largest first, from the middle outward along a spiral, each where it touches no other. */
function pack(members: readonly Item[], middle: Place, spread: number, places: Map<string, Place>): number {
  const least = members.at(-1)?.radius ?? 1
  const step = 0.5 * (least * 2 + GAP) * spread
  const taken = new Taken((members[0]?.radius ?? 1) * spread)
  let reach = 0
  let turn = 0
  for (const { id, radius } of members) {
    let place = middle
    do {
      const far = step * Math.sqrt(turn)
      place = { x: middle.x + far * Math.cos(turn * GOLDEN_ANGLE), y: middle.y + far * Math.sin(turn * GOLDEN_ANGLE) }
      turn += 1
    } while (!taken.isFree(place, radius * spread))
    taken.add(place, radius * spread)
    places.set(id, place)
    reach = Math.max(reach, Math.hypot(place.x - middle.x, place.y - middle.y) + radius)
  }
  return reach
}
