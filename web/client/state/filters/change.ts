import type { RelationshipType } from '../../../api.ts'
import { EMPTY_VIEW, type Filters, isFiltered, MOST_VENUES, RELATIONSHIPS, type View } from '../view.ts'

/** What changes in the filters; undefined takes a filter away. */
export type FilterChange = { [Name in keyof Filters]?: Filters[Name] | undefined }

export function changeFilters(view: View, change: FilterChange): View {
  const { withoutRelationships = [], venues = [], years, role, confidence, hasCode } = { ...view.filters, ...change }
  const filters: Filters = { withoutRelationships, venues: venues.slice(-MOST_VENUES) }
  if (years) filters.years = years
  if (role) filters.role = role
  if (confidence !== undefined && confidence > 0) filters.confidence = Math.min(1, Math.round(confidence * 100) / 100)
  if (hasCode) filters.hasCode = hasCode
  return { ...view, filters }
}

export function toggleRelationship(view: View, type: RelationshipType): View {
  const off = view.filters.withoutRelationships
  const next = off.includes(type) ? off.filter((each) => each !== type) : [...off, type]
  return changeFilters(view, { withoutRelationships: RELATIONSHIPS.filter((each) => next.includes(each)) })
}

export function toggleVenue(view: View, venue: string): View {
  const { venues } = view.filters
  const next = venues.includes(venue) ? venues.filter((each) => each !== venue) : [...venues, venue]
  return changeFilters(view, { venues: next })
}

/** The view with papers of these years alone; all of them are no filter. Years come in any order, and stay on the scale. */
export function chooseYears(view: View, from: number, to: number, [first, last]: readonly [number, number]): View {
  const onScale = (year: number): number => Math.min(last, Math.max(first, Math.round(year)))
  const years = [onScale(Math.min(from, to)), onScale(Math.max(from, to))] as const
  return changeFilters(view, { years: years[0] === first && years[1] === last ? undefined : years })
}

export function clearFilters(view: View): View {
  return { ...view, hidden: [], filters: EMPTY_VIEW.filters }
}

/** One filter that is on: what it is, and the view without it. */
export type ActiveFilter = { without: View } & (
  | { kind: 'types'; hidden: View['hidden'] }
  | { kind: 'relationships'; off: Filters['withoutRelationships'] }
  | { kind: 'years'; years: NonNullable<Filters['years']> }
  | { kind: 'venue'; venue: string }
  | { kind: 'role'; role: NonNullable<Filters['role']> }
  | { kind: 'confidence'; confidence: number }
  | { kind: 'code' }
)

/** The filters that are on, in the order of the drawer: each can be taken away by itself. */
export function activeFilters(view: View): ActiveFilter[] {
  if (!isFiltered(view)) return []
  const { hidden, filters } = view
  const { years, venues, role, confidence, hasCode, withoutRelationships: off } = filters
  const without = (change: FilterChange): View => changeFilters(view, change)
  const active: ActiveFilter[] = []
  if (years) active.push({ kind: 'years', years, without: without({ years: undefined }) })
  if (hidden.length > 0) active.push({ kind: 'types', hidden, without: { ...view, hidden: [] } })
  if (off.length > 0) active.push({ kind: 'relationships', off, without: without({ withoutRelationships: [] }) })
  if (role) active.push({ kind: 'role', role, without: without({ role: undefined }) })
  if (confidence !== undefined)
    active.push({ kind: 'confidence', confidence, without: without({ confidence: undefined }) })
  if (hasCode) active.push({ kind: 'code', without: without({ hasCode: undefined }) })
  for (const venue of venues) active.push({ kind: 'venue', venue, without: toggleVenue(view, venue) })
  return active
}
