import { NODE_TYPES, RELATIONSHIPS, ROLES, type View } from '../view.ts'
import { type Columns, NO_ROLE, NO_YEAR, PAPER } from './columns.ts'

/** What of a view decides on what is seen; `named` are the nodes that somebody asked for one by one. */
export interface Asked extends Pick<View, 'filters' | 'hidden' | 'removed' | 'focus'> {
  named: readonly string[]
}

/** 1 for what is seen, 0 for the rest; by the places of the columns. */
export interface Visible {
  nodes: Uint8Array
  relationships: Uint8Array
  /** Nodes that would be seen if no type were switched off. */
  ofAnyType: Uint8Array
}

/**
 * Which nodes and relationships are seen.
 *
 * 1. Nodes that were taken off the map are gone, and while one is in focus all that lie further from it than its steps.
 * 2. A filter of relationships (types, role, confidence) keeps those that match. Between concepts there is no role, so that the
 *    role keeps what runs there.
 * 3. A filter of papers (years, venues, code) keeps those that match. While relationships are filtered, a paper stays only with
 *    a relationship that is kept.
 * 4. While anything is filtered, a concept or repository stays only where a paper that stays is linked to it by a relationship
 *    that is kept: never what is left of papers that are gone.
 * 5. A node that was asked for by name (selected, chosen, pinned, expanded, on a way) stays nevertheless.
 * 6. Types that are switched off go last and take nothing with them: with papers off one looks at what they name.
 * 7. A relationship is seen where it is kept and both its ends are seen.
 */
export function visibleOf(columns: Columns, asked: Asked): Visible {
  const { filters, hidden, named } = asked
  const { kind, from, to, at } = columns
  const base = baseOf(columns, asked)
  const kept = keptRelationships(columns, base, asked)
  const seen = keptPapers(columns, base, asked)
  if (filtersRelationships(filters)) {
    const linked = new Uint8Array(base.length)
    for (let each = 0; each < kept.length; each++) if (kept[each] === 1) linked[from[each] ?? 0] = 1
    for (let each = 0; each < seen.length; each++) if (kind[each] === PAPER && linked[each] === 0) seen[each] = 0
  }
  if (filtersRelationships(filters) || filtersPapers(filters)) {
    for (let each = 0; each < seen.length; each++) if (kind[each] !== PAPER) seen[each] = 0
    // What papers name is never a paper, so that this loop reads none of what it writes.
    for (let each = 0; each < kept.length; each++) {
      const end = from[each] ?? 0
      if (kept[each] === 1 && kind[end] === PAPER && seen[end] === 1) seen[to[each] ?? 0] = 1
    }
  }
  for (const id of named) {
    const place = at.get(id)
    if (place !== undefined && base[place] === 1) seen[place] = 1
  }
  const nodes = hidden.length === 0 ? seen : seen.map((each, place) => (isHidden(kind[place], hidden) ? 0 : each))
  const relationships = kept
  for (let each = 0; each < kept.length; each++)
    if (nodes[from[each] ?? 0] !== 1 || nodes[to[each] ?? 0] !== 1) relationships[each] = 0
  return { nodes, relationships, ofAnyType: seen }
}

export const filtersRelationships = ({ withoutRelationships, role, confidence }: View['filters']): boolean =>
  withoutRelationships.length > 0 || role !== undefined || confidence !== undefined

export const filtersPapers = ({ years, venues, hasCode }: View['filters']): boolean =>
  years !== undefined || venues.length > 0 || hasCode === true

const isHidden = (kind: number | undefined, hidden: View['hidden']): boolean => {
  const type = NODE_TYPES[kind ?? 0]
  return type !== undefined && hidden.includes(type)
}

/** What was not taken off the map and lies near enough to the node in focus, whichever way lines run. */
function baseOf({ nodes, at, from, to }: Columns, { removed, focus }: Asked): Uint8Array {
  const base = new Uint8Array(nodes.length).fill(1)
  for (const id of removed) {
    const place = at.get(id)
    if (place !== undefined) base[place] = 0
  }
  const middle = focus && at.get(focus.id)
  // A node in focus that has not come to the canvas yet: better everything than nothing.
  if (focus === undefined || middle === undefined || base[middle] === 0) return base
  let near = new Uint8Array(nodes.length)
  near[middle] = 1
  for (let step = 0; step < focus.steps; step++) {
    const next = near.slice()
    for (let each = 0; each < from.length; each++) {
      const [a, b] = [from[each] ?? 0, to[each] ?? 0]
      if (base[a] === 0 || base[b] === 0) continue
      if (near[a] === 1) next[b] = 1
      if (near[b] === 1) next[a] = 1
    }
    near = next
  }
  return near
}

function keptRelationships(columns: Columns, base: Uint8Array, { filters }: Asked): Uint8Array {
  const { from, to, type, role, confidence, kind } = columns
  const isOff = Uint8Array.from(RELATIONSHIPS, (each) => (filters.withoutRelationships.includes(each) ? 1 : 0))
  const wanted = filters.role === undefined ? NO_ROLE : ROLES.indexOf(filters.role)
  const least = filters.confidence ?? 0
  const kept = new Uint8Array(from.length)
  for (let each = 0; each < kept.length; each++) {
    const [a, b] = [from[each] ?? 0, to[each] ?? 0]
    if (base[a] === 0 || base[b] === 0 || isOff[type[each] ?? 0] === 1) continue
    if (wanted !== NO_ROLE && role[each] !== wanted && kind[a] === PAPER) continue
    if ((confidence[each] ?? 0) >= least) kept[each] = 1
  }
  return kept
}

/** The base without the papers that filters of papers take out. */
function keptPapers({ kind, year, venue, venues, hasCode }: Columns, base: Uint8Array, { filters }: Asked): Uint8Array {
  const { years, venues: wanted } = filters
  const isWanted = Uint8Array.from(venues, (each) => (wanted.includes(each) ? 1 : 0))
  return base.map((each, place) => {
    if (each === 0 || kind[place] !== PAPER) return each
    const when = year[place] ?? NO_YEAR
    if (years && (when < years[0] || when > years[1])) return 0
    if (wanted.length > 0 && isWanted[venue[place] ?? -1] !== 1) return 0
    return filters.hasCode && hasCode[place] === 0 ? 0 : 1
  })
}
