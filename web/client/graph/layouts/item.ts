import type { NodeType } from '../../../api.ts'
import type { Place } from '../place.ts'

/** A node to be placed: all lengths in units of the canvas. */
export interface Item {
  id: string
  type: NodeType
  radius: number
  /** Where it is on the map. */
  home: Place
  year: number | undefined
}

/** The room that the map takes, which a layout fills as well. */
export interface Room {
  width: number
  height: number
}

/** Largest first; which comes first of equals only the id decides. */
export const bySize = (a: Item, b: Item): number => b.radius - a.radius || (a.id < b.id ? -1 : 1)

/** The least distance between two nodes, beside their radii. */
export const GAP = 6

/** The room that some nodes take if each has a square of its own. */
export const areaOf = (items: readonly Item[]): number =>
  items.reduce((sum, { radius }) => sum + (2 * radius + GAP) ** 2, 0)
