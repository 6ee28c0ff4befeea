import { generator } from '../../ingest/extract/train/random.ts'
import type { CanaryPlaces } from './canaries.ts'
import { type HostileClause, hostileClauses } from './clauses.ts'
import { CASES, disguise, drawLooks, GAPS, type Looks, SPELLINGS } from './disguises.ts'
import { NESTINGS } from './nestings.ts'

export interface GeneratedQuery extends Looks {
  text: string
  clause: HostileClause
  nesting: string
}

/**
 * Hostile queries, no two alike: every clause in every place with looks that are drawn, and every clause alone in each case,
 * gap and spelling. The same seed gives the same queries.
 */
export function generatedHostile(places: CanaryPlaces, seed: number): GeneratedQuery[] {
  const random = generator(seed)
  const made = new Map<string, GeneratedQuery>()
  const add = (clause: HostileClause, nesting: string, looks: Looks): void => {
    const nest = NESTINGS[nesting]
    if (nest === undefined) throw new Error(`there is no nesting ${nesting}`)
    const text = nest(disguise(clause.text, looks, random), clause.tail)
    if (!made.has(text)) made.set(text, { text, clause, nesting, ...looks })
  }
  const plain: Looks = { letters: 'as written', gap: 'space', spelling: 'plain' }
  for (const clause of hostileClauses(places)) {
    for (const nesting of Object.keys(NESTINGS)) {
      add(clause, nesting, plain)
      add(clause, nesting, drawLooks(random))
    }
    for (const letters of Object.keys(CASES)) add(clause, 'alone', { ...plain, letters })
    for (const gap of Object.keys(GAPS)) add(clause, 'alone', { ...plain, gap })
    for (const spelling of Object.keys(SPELLINGS)) add(clause, 'alone', { ...plain, spelling })
  }
  return [...made.values()]
}
