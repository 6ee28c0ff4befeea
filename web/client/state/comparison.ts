import type { NodeType, TableAnswer, Value } from '../../api.ts'
import { recordsOf } from './rows.ts'
import { NODE_TYPES } from './view.ts'

/** What one paper does with a thing. */
export interface Said {
  role: string
  scores: string[]
  sentence: string
}

export interface ComparedThing {
  id: string
  name: string
  type: NodeType
  /** By the id of the paper. */
  said: Map<string, Said>
}

/** What the papers name, by how many of them do. */
export interface Comparison {
  all: ComparedThing[]
  some: ComparedThing[]
  one: ComparedThing[]
}

/** Reads the rows of the question "compare" for these papers. */
export function comparisonIn(answer: Pick<TableAnswer, 'columns' | 'rows'>, papers: readonly string[]): Comparison {
  const comparison: Comparison = { all: [], some: [], one: [] }
  for (const { id, name, type, papers: told } of recordsOf(answer)) {
    const known = NODE_TYPES.find((each) => each === type)
    if (typeof id !== 'string' || known === undefined || !Array.isArray(told)) continue
    const said = new Map(told.flatMap(saidIn).filter(([paper]) => papers.includes(paper)))
    const thing = { id, name: typeof name === 'string' ? name : id, type: known, said }
    const part = said.size === papers.length ? 'all' : said.size > 1 ? 'some' : 'one'
    if (said.size > 0) comparison[part].push(thing)
  }
  return comparison
}

function saidIn(value: Value): [string, Said][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const fields = new Map(Object.entries(value))
  const id = fields.get('id')
  const scores = fields.get('scores')
  if (typeof id !== 'string') return []
  return [
    [
      id,
      {
        role: textOf(fields.get('role')),
        sentence: textOf(fields.get('sentence')),
        // A number that is simply reached needs no word for it.
        scores: (Array.isArray(scores) ? scores : []).map((score) => textOf(score).replace(/ \(absolute\)$/, '')),
      },
    ],
  ]
}

const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '')

/** Rows of what single papers name: what they introduce, then the rest by type. */
export function ownOf(things: readonly ComparedThing[]): { row: 'introduces' | NodeType; things: ComparedThing[] }[] {
  const isIntroduced = ({ said }: ComparedThing): boolean =>
    [...said.values()].some(({ role }) => role === 'introduces')
  const rest = things.filter((each) => !isIntroduced(each))
  const rows = [
    { row: 'introduces' as const, things: things.filter(isIntroduced) },
    ...NODE_TYPES.map((type) => ({ row: type, things: rest.filter((each) => each.type === type) })),
  ]
  return rows.filter((each) => each.things.length > 0)
}
