import { ENTITY_TYPES } from '../extraction.ts'
import { compareText } from './order.ts'
import type { Sense } from './uses.ts'

const BENCHMARK = 1 << ENTITY_TYPES.indexOf('benchmark')
const TOPIC = 1 << ENTITY_TYPES.indexOf('topic')
/** What a paper that introduces an expansion of its own says about the acronym in other papers, beside one that uses it: little. */
const INTRODUCED = 0.3

/** What an acronym stands for, by the set of the expansion's names. */
export interface Meaning {
  papers: number
  /** How much speaks for it where a paper gives no expansion, in papers. */
  weight: number
  types: number[]
  /** The spellings of the acronym that papers or the curated table write beside this expansion. */
  shorts: Set<number>
  /** The smallest key of the set: breaks ties in the same way whatever the order. */
  text: string
}

/** One expansion of an acronym, as papers or the curated table give it. */
export type GivenSense = Pick<Sense, 'papers' | 'introduced' | 'types' | 'shorts'>

/** A meaning, or a new one, with one more of its expansions counted; `text` is that expansion's key. */
export function withSense(meaning: Meaning | undefined, sense: GivenSense, text: string): Meaning {
  const before = meaning ?? { papers: 0, weight: 0, types: ENTITY_TYPES.map(() => 0), shorts: [], text }
  return {
    papers: before.papers + sense.papers,
    weight: before.weight + sense.papers - (1 - INTRODUCED) * sense.introduced,
    types: before.types.map((count, bit) => count + (sense.types[bit] ?? 0)),
    shorts: new Set([...before.shorts, ...sense.shorts]),
    text: compareText(text, before.text) < 0 ? text : before.text,
  }
}

/** Whether a use with these type bits may mean it. */
export function isCompatible(types: number, meaning: Meaning): boolean {
  const used = meaning.types.reduce(
    (bits, count, bit) => (count * 5 >= meaning.papers && count > 0 ? bits | (1 << bit) : bits),
    0,
  )
  if (types & TOPIC || used & TOPIC) return true
  // Methods and models go together; a benchmark only with a benchmark.
  return (types & BENCHMARK) === (used & BENCHMARK) || (types & used) !== 0
}
