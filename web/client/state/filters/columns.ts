import type { ApiEdge, ApiNode } from '../../../api.ts'
import { NODE_TYPES, RELATIONSHIPS, ROLES, type Role } from '../view.ts'

/**
 * What is on the canvas as columns of numbers: a filter goes over all of it at every change, so that nothing may be looked up
 * by name then. A node stands at one place of the node columns, a relationship names its ends by these places.
 */
export interface Columns {
  nodes: readonly ApiNode[]
  relationships: readonly ApiEdge[]
  /** Where a node stands, by its id. */
  at: ReadonlyMap<string, number>
  /** As places in NODE_TYPES. */
  kind: Uint8Array
  /** NO_YEAR where it is not known. */
  year: Int16Array
  /** As places in `venues`; -1 where it is not known. */
  venue: Int32Array
  venues: readonly string[]
  hasCode: Uint8Array
  from: Int32Array
  to: Int32Array
  /** As places in RELATIONSHIPS. */
  type: Uint8Array
  /** As places in ROLES; NO_ROLE where it has none. */
  role: Uint8Array
  confidence: Float64Array
}

export const NO_YEAR = -32768
export const NO_ROLE = 255
export const PAPER = NODE_TYPES.indexOf('paper')

/** Relationships whose ends are not both among the nodes are left out. */
export function columnsOf(nodes: readonly ApiNode[], edges: readonly ApiEdge[]): Columns {
  const at = new Map(nodes.map(({ id }, place) => [id, place]))
  const relationships = edges.filter(({ from, to }) => at.has(from) && at.has(to))
  const venueAt = new Map<string, number>()
  const columns: Columns = {
    ...{ nodes, relationships, at, venues: [] },
    kind: Uint8Array.from(nodes, ({ type }) => NODE_TYPES.indexOf(type)),
    year: Int16Array.from(nodes, ({ type, year }) => (type === 'paper' ? (year ?? NO_YEAR) : NO_YEAR)),
    venue: Int32Array.from(nodes, ({ type, venue }) => (type === 'paper' && venue ? placeOf(venue, venueAt) : -1)),
    hasCode: Uint8Array.from(nodes, ({ type, hasCode }) => (type === 'paper' && hasCode ? 1 : 0)),
    from: Int32Array.from(relationships, ({ from }) => at.get(from) ?? 0),
    to: Int32Array.from(relationships, ({ to }) => at.get(to) ?? 0),
    type: Uint8Array.from(relationships, ({ type }) => RELATIONSHIPS.indexOf(type)),
    role: Uint8Array.from(relationships, (edge) => {
      const role = roleOf(edge)
      return role === undefined ? NO_ROLE : ROLES.indexOf(role)
    }),
    confidence: Float64Array.from(relationships, ({ confidence }) => confidence),
  }
  return { ...columns, venues: [...venueAt.keys()] }
}

/**
 * What a paper does with what it names: it introduces what it says it introduces and the repositories of its authors, and uses
 * what it says it uses, states scores on or links to. What it is about it does neither with.
 */
export function roleOf({ type, own }: ApiEdge): Role | undefined {
  if (type === 'INTRODUCES') return 'introduces'
  if (type === 'LINKS_TO') return own ? 'introduces' : 'uses'
  return type === 'USES' || type === 'SCORES' ? 'uses' : undefined
}

function placeOf(name: string, places: Map<string, number>): number {
  const known = places.get(name)
  if (known !== undefined) return known
  places.set(name, places.size)
  return places.size - 1
}
