/** What a tidied map is worked out from, and nothing else: by the same columns every browser comes to the same places. */
export interface TidyInput {
  /** Where nodes are, in a square whose side is UNIT, whatever the shape of the screen. */
  x: Float64Array
  y: Float64Array
  /** The room that nodes take there. */
  radius: Float64Array
  /** 1 for those that stay where they are. */
  isFixed: Uint8Array
  /** 1 for those of the opening map, whose places say how large the whole is. */
  isHome: Uint8Array
  /** The least distance between two nodes, beside their radii. */
  gap: number
  /** Ties, by the places of their ends in the columns above: the smaller one first, in order. */
  from: Uint32Array
  to: Uint32Array
  pull: Float64Array
}

export type TidyPlaces = Pick<TidyInput, 'x' | 'y'>
