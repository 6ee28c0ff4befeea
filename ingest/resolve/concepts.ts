import { ENTITY_TYPES } from '../extraction.ts'
import type { Decided } from './decided-identity.ts'
import type { Use, Uses } from './uses.ts'

/** How often papers write a form for a concept, and the first of them (papers are numbered in the order of their ids). */
export interface FormCount {
  votes: number
  paper: number
  /** Its name in that paper. */
  beside: number
}

/** All uses of one thing in all papers, counted. */
export interface Concept {
  /** Its place among the concepts counted; never let it out. */
  number: number
  papers: number
  firstPaper: number
  /** Papers that use it as each of ENTITY_TYPES, also besides another; and as their main type. */
  types: number[]
  mainTypes: number[]
  /** Its own names. */
  forms: Map<number, FormCount>
  /** What single papers call it besides. */
  others: Map<number, FormCount>
  /** What a person decided about it. */
  decided?: Decided
}

/** Tells which uses name one thing. */
export interface Identity {
  conceptKey(use: Use): string
  /** Whether a form is one of the thing's own names. */
  isOwn(form: number, use: Use): boolean
  decided?(key: string): Decided | undefined
}

export interface Counted {
  concepts: Concept[]
  /** For each paper the concept of each entity, by the entity's place; -1 where it is none (a repo). */
  byPaper: Map<number, Int32Array>
  /** The concept of each key. */
  numbers: ReadonlyMap<string, number>
}

/** Gathers the uses of each thing. Out: concepts in no order that means anything. */
export function countConcepts(uses: Uses, identity: Identity): Counted {
  const numbers = new Map<string, number>()
  const concepts: Concept[] = []
  const byPaper = new Map<number, Int32Array>()
  for (const [paper, list] of uses.byPaper) {
    const places = new Int32Array((list.at(-1)?.entity ?? -1) + 1).fill(-1)
    const seen = new Map<Concept, { types: number; main: number }>()
    for (const use of list) {
      const key = identity.conceptKey(use)
      const number = numbers.get(key) ?? concepts.push(emptyConcept(concepts.length)) - 1
      numbers.set(key, number)
      places[use.entity] = number
      const concept = concepts[number]
      if (concept === undefined) continue
      const bits = seen.get(concept) ?? { types: 0, main: 0 }
      seen.set(concept, { types: bits.types | use.types, main: bits.main | (1 << ENTITY_TYPES.indexOf(use.mainType)) })
      countForms(concept, use, paper, identity)
    }
    for (const [concept, bits] of seen) {
      concept.papers += 1
      concept.firstPaper = Math.min(concept.firstPaper, paper)
      ENTITY_TYPES.forEach((_, bit) => {
        concept.types[bit] = (concept.types[bit] ?? 0) + ((bits.types >> bit) & 1)
        concept.mainTypes[bit] = (concept.mainTypes[bit] ?? 0) + ((bits.main >> bit) & 1)
      })
    }
    byPaper.set(paper, places)
  }
  for (const [key, number] of identity.decided === undefined ? [] : numbers) {
    const decided = identity.decided?.(key)
    const concept = concepts[number]
    if (decided !== undefined && concept !== undefined) concept.decided = decided
  }
  return { concepts, byPaper, numbers }
}

function countForms(concept: Concept, use: Use, paper: number, identity: Identity): void {
  for (let index = 0; index < use.forms.length; index += 2) {
    const form = use.forms[index] ?? 0
    const votes = use.forms[index + 1] ?? 0
    const counts = identity.isOwn(form, use) ? concept.forms : concept.others
    const count = counts.get(form)
    if (count === undefined) {
      counts.set(form, { votes, paper, beside: use.core })
      continue
    }
    count.votes += votes
    if (paper < count.paper) {
      count.paper = paper
      count.beside = use.core
    }
  }
}

function emptyConcept(number: number): Concept {
  return {
    number,
    papers: 0,
    firstPaper: Number.POSITIVE_INFINITY,
    types: ENTITY_TYPES.map(() => 0),
    mainTypes: ENTITY_TYPES.map(() => 0),
    forms: new Map(),
    others: new Map(),
  }
}
