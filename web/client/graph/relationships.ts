import type { ApiEdge, RelationshipType } from '../../api.ts'

/** A relationship and the line that stands for it: all relationships of one pair are one line. */
export interface Relationship {
  line: string
  edge: ApiEdge
}

const RANKS: readonly RelationshipType[] = ['LINKS_TO', 'VARIANT_OF', 'ABOUT', 'USES', 'SCORES', 'INTRODUCES']

/** Whether a relationship says more than another of the same pair; never a matter of which came first. */
export function saysMore(edge: ApiEdge, other: ApiEdge): boolean {
  const more = RANKS.indexOf(edge.type) - RANKS.indexOf(other.type)
  return more > 0 || (more === 0 && edge.id < other.id)
}
