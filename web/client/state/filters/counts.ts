import type { NodeType, RelationshipType } from '../../../api.ts'
import { type Filters, NODE_TYPES, RELATIONSHIPS, ROLES, type Role } from '../view.ts'
import { type Columns, NO_YEAR, PAPER } from './columns.ts'
import { type Asked, type Visible, visibleOf } from './visible.ts'

/** Bars of the confidence: each a twentieth. */
export const CONFIDENCE_BARS = 20

/**
 * What stands beside each choice: how many papers, nodes of a type or relationships one sees after choosing it, while
 * everything else stays as it is. So the counts of a facet follow the other facets, never its own choice.
 */
export interface Facets {
  /** Nodes of each type that is on the canvas, whether it is switched off or not. */
  types: ReadonlyMap<NodeType, number>
  relationships: ReadonlyMap<RelationshipType, number>
  roles: ReadonlyMap<Role, number>
  years: YearCounts
  /** The most frequent first; those that are chosen are there whatever their count. */
  venues: readonly { name: string; count: number }[]
  /** Relationships by confidence, the last bar with what is quite sure. */
  confidences: readonly number[]
  withCode: number
  /** What is seen now. */
  shown: { nodes: number; papers: number; relationships: number }
}

export interface YearCounts {
  /** Of all papers on the canvas; undefined where none has a year. */
  range: readonly [first: number, last: number] | undefined
  /** Papers of each year of the range, empty years too. */
  counts: readonly number[]
  undated: number
}

export function facetsOf(columns: Columns, asked: Asked, now: Visible = visibleOf(columns, asked)): Facets {
  const { filters } = asked
  const after = (change: Partial<Record<keyof Filters, unknown>>): Visible =>
    Object.entries(change).every(([name, value]) => isSame(filters, name, value))
      ? now
      : // Only ever called with values that filters may have, or undefined for none.
        visibleOf(columns, { ...asked, filters: { ...filters, ...change } as Filters })
  const papersAfter = (change: Parameters<typeof after>[0]): number[] =>
    placesOf(papersIn(columns, after(change).nodes))
  return {
    types: typeCounts(columns, now),
    relationships: relationshipCounts(columns, asked, after),
    roles: new Map(ROLES.map((role) => [role, sum(after({ role }).relationships)])),
    years: yearCounts(columns, papersAfter({ years: undefined })),
    venues: venueCounts(columns, papersAfter({ venues: [] }), filters.venues),
    confidences: confidenceCounts(columns, after({ confidence: undefined }).relationships),
    withCode: papersAfter({ hasCode: undefined }).filter((at) => columns.hasCode[at] === 1).length,
    shown: {
      nodes: sum(now.nodes),
      papers: sum(papersIn(columns, now.nodes)),
      relationships: sum(now.relationships),
    },
  }
}

/** Nodes of each type on the canvas that would be seen if no type were switched off. */
export function typeCounts({ kind }: Columns, { ofAnyType }: Visible): Map<NodeType, number> {
  const counts = new Uint32Array(NODE_TYPES.length)
  const isThere = new Uint8Array(NODE_TYPES.length)
  for (let at = 0; at < kind.length; at++) {
    const type = kind[at] ?? 0
    isThere[type] = 1
    if (ofAnyType[at] === 1) counts[type] = (counts[type] ?? 0) + 1
  }
  return new Map(NODE_TYPES.flatMap((type, at) => (isThere[at] === 1 ? [[type, counts[at] ?? 0]] : [])))
}

type After = (change: Partial<Record<keyof Filters, unknown>>) => Visible

/** Of each type on the canvas, as if it were on; one that is on already needs no other look. */
function relationshipCounts({ type }: Columns, { filters }: Asked, after: After): Map<RelationshipType, number> {
  const off = filters.withoutRelationships
  const isThere = new Set(type)
  const counts = new Map<RelationshipType, number>()
  RELATIONSHIPS.forEach((each, at) => {
    if (!isThere.has(at)) return
    const { relationships } = after({
      withoutRelationships: off.includes(each) ? off.filter((one) => one !== each) : off,
    })
    let count = 0
    for (let place = 0; place < type.length; place++) if (type[place] === at) count += relationships[place] ?? 0
    counts.set(each, count)
  })
  return counts
}

function yearCounts({ year, kind }: Columns, papers: number[]): YearCounts {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let at = 0; at < year.length; at++) {
    const when = year[at] ?? NO_YEAR
    if (kind[at] !== PAPER || when === NO_YEAR) continue
    first = Math.min(first, when)
    last = Math.max(last, when)
  }
  const counts = new Array<number>(Math.max(0, last - first + 1) || 0).fill(0)
  let undated = 0
  for (const at of papers) {
    const when = year[at] ?? NO_YEAR
    if (when === NO_YEAR) undated++
    else counts[when - first] = (counts[when - first] ?? 0) + 1
  }
  return { range: first <= last ? [first, last] : undefined, counts, undated }
}

function venueCounts({ venue, venues }: Columns, papers: number[], chosen: readonly string[]): Facets['venues'] {
  const counts = new Map<string, number>(chosen.map((name) => [name, 0]))
  for (const at of papers) {
    const name = venues[venue[at] ?? -1]
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}

function confidenceCounts({ confidence }: Columns, relationships: Uint8Array): number[] {
  const counts = new Array<number>(CONFIDENCE_BARS).fill(0)
  for (let at = 0; at < relationships.length; at++) {
    // 0.55 * 20 is a little more than 11, and 0.15 * 20 a little less than 3.
    const bar = Math.min(CONFIDENCE_BARS - 1, Math.floor((confidence[at] ?? 0) * CONFIDENCE_BARS + 1e-9))
    counts[bar] = (counts[bar] ?? 0) + (relationships[at] ?? 0)
  }
  return counts
}

const papersIn = ({ kind }: Columns, seen: Uint8Array): Uint8Array =>
  seen.map((each, at) => (kind[at] === PAPER ? each : 0))

function placesOf(seen: Uint8Array): number[] {
  const places: number[] = []
  for (let at = 0; at < seen.length; at++) if (seen[at] === 1) places.push(at)
  return places
}

function sum(seen: Uint8Array): number {
  let count = 0
  for (let at = 0; at < seen.length; at++) count += seen[at] ?? 0
  return count
}

const isSame = (filters: Filters, name: string, value: unknown): boolean => {
  const before = Object.entries(filters).find(([each]) => each === name)?.[1]
  return JSON.stringify(before) === JSON.stringify(value)
}
