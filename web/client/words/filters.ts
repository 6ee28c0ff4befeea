import type { NodeType, RelationshipType } from '../../api.ts'
import type { ActiveFilter } from '../state/filters/change.ts'
import type { Role } from '../state/view.ts'
import { typeNames } from '../strings.ts'

const count = (value: number): string => value.toLocaleString('en')
const plural = (value: number, one: string, many = `${one}s`): string => `${count(value)} ${value === 1 ? one : many}`
const percent = (confidence: number): string => `${Math.round(confidence * 100)} %`
const years = (first: number, last: number): string => (first === last ? String(first) : `${first}–${last}`)

const relationshipNames: Record<RelationshipType, string> = {
  INTRODUCES: 'introduces',
  USES: 'uses',
  SCORES: 'states scores on',
  ABOUT: 'is about',
  LINKS_TO: 'links to',
  VARIANT_OF: 'is a variant of',
}

const onlyType = (type: NodeType): string => `Only ${typeNames[type].toLowerCase()}`

/** What a filter that is on says in a few words. */
function active(filter: ActiveFilter): string {
  switch (filter.kind) {
    case 'years':
      return years(...filter.years)
    case 'types': {
      const [left, another] = Object.keys(typeNames).filter((type) => !filter.hidden.some((each) => each === type))
      if (left !== undefined && another === undefined) return onlyType(left as NodeType)
      return `No ${filter.hidden.map((type) => typeNames[type].toLowerCase()).join(', ')}`
    }
    case 'relationships':
      return `Without “${filter.off.map((type) => relationshipNames[type]).join('”, “')}”`
    case 'role':
      return filter.role === 'introduces' ? 'Introduced' : 'Used'
    case 'confidence':
      return `At least ${percent(filter.confidence)} sure`
    case 'code':
      return 'Has code'
    case 'venue':
      return filter.venue
  }
}

/** Words for filters. */
export const filterWords = {
  title: 'Filters',
  button: (on: number) => (on === 0 ? 'Filters' : `Filters ${count(on)} on`),
  shown: (nodes: number, all: number, relationships: number) =>
    `${nodes === all ? plural(nodes, 'node') : `${count(nodes)} of ${plural(all, 'node')}`}, ${plural(relationships, 'relationship')}`,
  years: 'Years',
  yearsAre: (first: number, last: number) => years(first, last),
  firstYear: 'First year',
  lastYear: 'Last year',
  yearBar: (year: number, papers: number) => `${year}: ${plural(papers, 'paper')}`,
  drag: 'Drag over the bars to choose years.',
  undated: (papers: number, isOut: boolean) =>
    `${plural(papers, 'paper has', 'papers have')} no year${isOut ? ' and cannot be chosen by one' : ''}.`,
  allYears: 'All years',
  types: 'Types',
  only: 'Only',
  onlyType,
  relationships: 'Relationships',
  relationshipNames,
  role: 'What papers do with what they name',
  anyRole: 'Introduce or use it',
  roles: { introduces: 'Introduce it', uses: 'Use it' } satisfies Record<Role, string>,
  confidence: 'Confidence',
  atLeast: (confidence: number) => (confidence === 0 ? 'However sure' : `At least ${percent(confidence)} sure`),
  code: 'Code',
  hasCode: 'Papers with code of their authors',
  venues: 'Venues',
  findVenue: 'Find a venue',
  noVenue: 'No venue has this name.',
  venuesUnknown: 'No paper on the map says where it was published.',
  moreVenues: (more: number) => `${plural(more, 'more venue')}: type to find one.`,
  papers: (value: number) => plural(value, 'paper'),
  active,
  list: 'Filters that are on',
  takeAway: (filter: ActiveFilter) => `Take the filter “${active(filter)}” away`,
  clearAll: 'Clear all',
  clearOne: (filter: ActiveFilter) => `Clear “${active(filter)}”`,
  clearEvery: 'Clear all filters',
  nothingLeft: 'Nothing is left',
  nothingLeftWhy: 'No node on the map matches every filter.',
}
