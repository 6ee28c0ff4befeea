import type { ApiEdge, RelationshipType } from '../../api.ts'

/** A relationship and the line that stands for it: all relationships of one pair are one line. */
export interface Relationship {
  line: string
  edge: ApiEdge
}

const RANKS: readonly RelationshipType[] = ['LINKS_TO', 'VARIANT_OF', 'ABOUT', 'USES', 'SCORES', 'INTRODUCES']

/** Whether a relationship says more than another of the same pair. */
export const saysMore = (edge: ApiEdge, other: ApiEdge): boolean => RANKS.indexOf(edge.type) > RANKS.indexOf(other.type)
