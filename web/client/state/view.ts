import type { NodeType, RelationshipType } from '../../api.ts'
import { MAP_SIZES } from '../../map-sizes.ts'

/** What the URL holds: everything that is needed to see the same picture again. */
export interface View {
  /** How many nodes the map begins with; the usual number where absent. */
  most?: number
  selected?: Selection
  /** Nodes whose neighbours were asked for, in order, how many of them and which first. */
  expanded: Expansion[]
  /** Types that are switched off, in the order of NODE_TYPES. */
  hidden: NodeType[]
  /** Nodes that are looked at together, in the order of choosing. */
  chosen: string[]
  /** Nodes that were taken off the map. */
  removed: string[]
  /** The two nodes between which ways are shown. */
  way?: Way
  /** Only this node and what lies within so many steps of it is shown. */
  focus?: Focus
  /** Nodes that stay where a person put them, in the order of pinning. */
  pinned: Pin[]
  filters: Filters
  /** How the picture is laid out, coloured and sized. */
  picture: Picture
  /** Places on the map were refined, in at most so many steps. */
  tidied?: number
  /** Where the camera is; where it opens by itself if absent. */
  camera?: Camera
}

export type Way = readonly [from: string, to: string]
export type Selection = { kind: 'node'; id: string } | ({ kind: 'edge' } & EdgeName)
export interface EdgeName {
  from: string
  type: RelationshipType
  to: string
  key: string
}
export interface Expansion {
  id: string
  count: number
  /** What comes first: the most connected where absent, or the newest. */
  order?: ExpandOrder
  /** Only along this relationship. */
  relationship?: RelationshipType
}
export interface Focus {
  id: string
  steps: 1 | 2
}
export interface Pin extends Point {
  id: string
}
/** In the layout's own unit, whatever the screen's shape: the map of the server lies between 0 and 1. */
export interface Point {
  x: number
  y: number
}
/** As Sigma has it: the middle in its framed graph, and how much of that is seen. */
export interface Camera extends Point {
  ratio: number
}

/** What is left on the map. Absent or empty: everything. */
export interface Filters {
  /** Relationships that are switched off, in the order of RELATIONSHIPS. */
  withoutRelationships: RelationshipType[]
  /** Only papers of these years, both included, and what they name. */
  years?: readonly [first: number, last: number]
  /** Only papers of these venues, and what they name. */
  venues: string[]
  /** Only what papers introduce, or only what they use. */
  role?: Role
  /** Only relationships that are found with at least this confidence, from 0 to 1 in steps of 0.01. */
  confidence?: number
  /** Only papers that link to code of their own, and what they name. */
  hasCode?: true
}
export interface Picture {
  layout: Layout
  colour: Colour
  size: Size
}

export const EXPAND_ORDERS = ['newest'] as const
export type ExpandOrder = (typeof EXPAND_ORDERS)[number]
export const ROLES = ['introduces', 'uses'] as const
export type Role = (typeof ROLES)[number]
export const LAYOUTS = ['map', 'types', 'years'] as const
export type Layout = (typeof LAYOUTS)[number]
export const COLOURS = ['type', 'community', 'year'] as const
export type Colour = (typeof COLOURS)[number]
export const SIZES = ['papers', 'degree', 'pagerank'] as const
export type Size = (typeof SIZES)[number]
export const NODE_TYPES: readonly NodeType[] = ['paper', 'method', 'model', 'benchmark', 'topic', 'repo']
export const RELATIONSHIPS: readonly RelationshipType[] = [
  'INTRODUCES',
  'USES',
  'SCORES',
  'ABOUT',
  'LINKS_TO',
  'VARIANT_OF',
]
/** How many nodes the map of a view begins with. */
export const mapSizeOf = ({ most }: Pick<View, 'most'>): number => most ?? MAP_SIZES[0]

/** How many neighbours one click asks for. */
export const STEP = 25
/** What one node is expanded by at most. */
export const MOST_COUNTED = 9999
export const MOST_EXPANDED = 40
export const MOST_CHOSEN = 50
export const MOST_REMOVED = 200
export const MOST_PINNED = 100
export const MOST_VENUES = 20
/** Steps of tidying: the map comes to rest in fewer, or with these. */
export const MOST_TIDY_STEPS = 200
/** A map of more nodes is not tidied in the browser. */
export const MOST_TIDIED = 20_000

export const EMPTY_VIEW: View = {
  expanded: [],
  hidden: [],
  chosen: [],
  removed: [],
  pinned: [],
  filters: { withoutRelationships: [], venues: [] },
  picture: { layout: 'map', colour: 'type', size: 'papers' },
}

/** Whether something keeps papers, what they name or relationships off the map. */
export function isFiltered({ hidden, filters }: View): boolean {
  const { withoutRelationships, years, venues, role, confidence, hasCode } = filters
  return (
    hidden.length + withoutRelationships.length + venues.length > 0 ||
    [years, role, confidence, hasCode].some((each) => each !== undefined)
  )
}
