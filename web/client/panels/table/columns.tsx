import type { ApiEdge, ApiNode } from '../../../api.ts'
import { typeName } from '../../strings.ts'
import { filterWords } from '../../words/filters.ts'
import { tableWords } from '../../words/table.ts'
import { TypeDot } from '../type-mark.tsx'
import type { GridColumn } from './grid.tsx'

const labels = tableWords.columns

const NODE_COLUMNS: readonly GridColumn<ApiNode>[] = [
  { name: 'name', label: labels.name, isNumeric: false, value: ({ label }) => label },
  {
    ...{ name: 'type', label: labels.type, isNumeric: false, value: ({ type }) => typeName[type] },
    show: ({ type }) => (
      <>
        <TypeDot type={type} /> <span class="type-name">{typeName[type]}</span>
      </>
    ),
  },
  { name: 'year', label: labels.year, isNumeric: true, value: ({ year }) => year },
  { name: 'venue', label: labels.venue, isNumeric: false, value: ({ venue }) => venue },
  { name: 'papers', label: labels.papers, isNumeric: true, value: ({ papers }) => papers },
  { name: 'degree', label: labels.degree, isNumeric: true, value: ({ degree }) => degree },
]

const COMMUNITY: GridColumn<ApiNode> = {
  ...{ name: 'community', label: labels.community, isNumeric: true },
  // People count from one.
  value: ({ community }) => (community === undefined ? undefined : community + 1),
}

/** The columns of a table of nodes; groups only where the map knows of any. */
export const nodeColumns = (nodes: readonly ApiNode[]): readonly GridColumn<ApiNode>[] =>
  nodes.some(({ community }) => community !== undefined) ? [...NODE_COLUMNS, COMMUNITY] : NODE_COLUMNS

/** The columns of a table of relationships. */
export function relationshipColumns(labelOf: (id: string) => string): readonly GridColumn<ApiEdge>[] {
  return [
    { name: 'from', label: labels.from, isNumeric: false, value: ({ from }) => labelOf(from) },
    {
      ...{ name: 'relationship', label: labels.relationship, isNumeric: false },
      value: ({ type }) => filterWords.relationshipNames[type],
    },
    { name: 'to', label: labels.to, isNumeric: false, value: ({ to }) => labelOf(to) },
    {
      ...{ name: 'confidence', label: labels.confidence, isNumeric: true, value: ({ confidence }) => confidence },
      show: ({ confidence }) => `${Math.round(confidence * 100)} %`,
    },
  ]
}
