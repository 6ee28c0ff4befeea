import type { EntityType } from '../extraction.ts'
import { compareText } from './order.ts'

/** What a person decides about: the thing that these words of this paper name, or the paper itself where there are no words. */
export interface Thing {
  /** The id of the paper, or of one of the records that were joined to it. */
  paper: string
  surface?: string
}

export const DECISION_KINDS = ['same', 'different', 'type', 'hide'] as const
export const CONCEPT_TYPES = ['method', 'model', 'benchmark', 'topic'] as const satisfies readonly EntityType[]
export type ConceptType = (typeof CONCEPT_TYPES)[number]

/**
 * One decision of a person. `same` and `different` are about two things, `type` and `hide` about one. Which decisions there are
 * counts, and nothing else: not their order, nor whether one is given twice.
 */
export interface Decision {
  id: string
  /** ISO date; empty where none is given, which counts as later than all. */
  date: string
  kind: (typeof DECISION_KINDS)[number]
  things: readonly Thing[]
  /** Of `type`: what the thing is. */
  type?: ConceptType
  note?: string
}

/** What became of a decision. */
export interface DecisionOutcome {
  id: string
  /** Why it is not applied; absent where it is. */
  reason?: string
  /** The decision that stands against it, where one does. */
  against?: string
  /** Ids of the nodes that its things are on, also hidden ones, in the order of the things. */
  nodes: string[]
}

/** The order in which decisions count where two contradict each other: by date, then by id. A copy, without repetitions. */
export function inOrder(decisions: readonly Decision[]): Decision[] {
  const byId = new Map(decisions.map((decision) => [decision.id, decision]))
  return [...byId.values()].sort(
    (a, b) => Number(a.date === '') - Number(b.date === '') || compareText(a.date, b.date) || compareText(a.id, b.id),
  )
}

/** `“BERT” in arxiv:1810.04805`, or the paper's id. */
export function describeThing({ paper, surface }: Thing): string {
  return surface === undefined ? paper : `“${surface}” in ${paper}`
}

/** `“BERT” in arxiv:1 = “B.E.R.T.” in arxiv:2`: what a decision says, without its id and note. */
export function describeDecision({ kind, things, type }: Pick<Decision, 'kind' | 'things' | 'type'>): string {
  const [first = '', second = ''] = things.map(describeThing)
  if (kind === 'same') return `${first} = ${second}`
  if (kind === 'different') return `${first} ≠ ${second}`
  return kind === 'type' ? `${first} is a ${type}` : `${first} is hidden`
}
