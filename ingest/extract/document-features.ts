import type { Candidate } from './candidates.ts'
import { JOINTS } from './context-features.ts'
import { bestSurface } from './features.ts'
import type { Chances, Judgement } from './judge.ts'
import { viewOf } from './sentence-view.ts'

/** Candidates that the first model gives less than this of every type are no names: the second never sees them. */
export const LEAST_CHANCE = 0.015

/** How many numbers describe a candidate. */
export const WIDTH = 44

/** What the second model judges: the candidates worth it, surest first, and their numbers, WIDTH each. */
export interface DocumentFeatures {
  judged: Judgement[]
  rows: Float32Array
}

/** The chance that a candidate names a method, model or benchmark. */
export const namedOf = ({ method, model, benchmark }: Chances): number => method + model + benchmark

/**
 * What a candidate is worth beside the others of its paper: how sure the first model is of it, of what contains it and what it
 * contains, of its other half, its neighbours in lists, and of whatever resembles it.
 */
export function documentFeatures(judgements: Map<string, Judgement>): DocumentFeatures {
  const isWorth = ({ chances }: Judgement): boolean => namedOf(chances) >= LEAST_CHANCE || chances.topic >= LEAST_CHANCE
  const judged = [...judgements.values()]
    .filter((one) => {
      const partner = judgements.get(one.candidate.long ?? one.candidate.short ?? '')
      return isWorth(one) || (partner !== undefined && isWorth(partner))
    })
    .sort((a, b) => namedOf(b.chances) - namedOf(a.chances))
  const rows = new Float32Array(judged.length * WIDTH)
  const all = new Whole(judged)
  const around = overlaps(judged)
  const others = judged.map(resembling)
  for (const [at, judgement] of judged.entries()) {
    const numbers = [
      ...ownNumbers(judgement),
      ...countNumbers(judgement.candidate),
      ...partnerNumbers(judgement.candidate, judgements),
      ...(around.get(judgement.candidate) ?? NO_OVERLAP),
      ...all.numbers(judgement, at),
      ...neighbourNumbers(judgement.candidate, all.named),
      ...(others[at] ?? []),
    ]
    rows.set(numbers, at * WIDTH)
  }
  return { judged, rows }
}

/** Log odds. */
export function logit(chance: number): number {
  const safe = Math.min(1 - 1e-6, Math.max(1e-6, chance))
  return Math.log(safe / (1 - safe))
}

function ownNumbers({ candidate, chances }: Judgement): number[] {
  const named = namedOf(chances)
  const surface = bestSurface(candidate)
  const words = surface.split(/\s+/)
  const { places, reasons } = candidate
  const inTitle = places.filter(({ sentence }) => sentence.field === 'title')
  const first = places.find(({ sentence }) => sentence.field === 'abstract')
  return [
    logit(named),
    logit(chances.topic),
    logit(chances.introduces),
    chances.method / named,
    chances.model / named,
    chances.benchmark / named,
    places.length,
    inTitle.length,
    Number(inTitle.some(({ from }) => from === 0)),
    first?.start ?? -1,
    words.length,
    surface.length,
    words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length,
    Number(/\d/.test(surface)),
    Number(/\p{L}\p{Lu}/u.test(surface)),
    { method: 1, model: 2, benchmark: 3, none: 0 }[candidate.lexicon ?? 'none'],
    Number(reasons.has('shape')) + 2 * Number(reasons.has('acronym')),
  ]
}

function countNumbers({ counts }: Candidate): number[] {
  if (!counts) return [-1, -1, -1, -1]
  const { papers, titles, method, model, benchmark, topic } = counts
  return [Math.log(papers), (method + model + benchmark) / (papers + 1), topic / (papers + 1), titles / (papers + 1)]
}

function partnerNumbers({ short, long }: Candidate, judgements: Map<string, Judgement>): number[] {
  const partner = judgements.get(long ?? short ?? '')
  return [long ? 1 : short ? 2 : 0, partner ? namedOf(partner.chances) : -1, partner ? partner.chances.topic : -1]
}

/** Best named and topic chances of what contains it, share of its places inside something surer, the same of what it contains. */
const NO_OVERLAP = [0, 0, 0, 0, 0, 0, 0]

function overlaps(judged: Judgement[]): Map<Candidate, number[]> {
  const found = new Map<Candidate, number[]>()
  const bySentence = new Map<object, { judgement: Judgement; from: number; to: number }[]>()
  for (const judgement of judged)
    for (const { sentence, from, to } of judgement.candidate.places) {
      const there = bySentence.get(sentence)
      if (there) there.push({ judgement, from, to })
      else bySentence.set(sentence, [{ judgement, from, to }])
    }
  for (const there of bySentence.values())
    for (const one of there) {
      const numbers = found.get(one.judgement.candidate) ?? [...NO_OVERLAP]
      found.set(one.judgement.candidate, numbers)
      const total = one.judgement.candidate.places.length
      let [isInNamed, isInTopic, isCrossed] = [false, false, false]
      for (const other of there) {
        if (other === one || other.from > one.to || one.from > other.to) continue
        const [named, topic] = [namedOf(other.judgement.chances), other.judgement.chances.topic]
        const contains = other.from <= one.from && other.to >= one.to
        const within = one.from <= other.from && one.to >= other.to
        const slot = contains ? 0 : within ? 2 : -1
        if (slot >= 0) {
          numbers[slot] = Math.max(numbers[slot] ?? 0, named)
          numbers[slot + 1] = Math.max(numbers[slot + 1] ?? 0, topic)
        }
        if (contains && named > namedOf(one.judgement.chances)) isInNamed = true
        if (contains && topic > one.judgement.chances.topic) isInTopic = true
        if (named > namedOf(one.judgement.chances)) isCrossed = true
      }
      numbers[4] = (numbers[4] ?? 0) + Number(isInNamed) / total
      numbers[5] = (numbers[5] ?? 0) + Number(isInTopic) / total
      numbers[6] = (numbers[6] ?? 0) + Number(isCrossed) / total
    }
  return found
}

/** What holds for a paper's candidates together. */
class Whole {
  /** The chance that the token at a place begins or ends a name, by sentence and token. */
  readonly named = new Map<object, Map<number, number>>()
  readonly #topicRanks = new Map<Judgement, number>()
  readonly #sums: number[]

  constructor(judged: Judgement[]) {
    const byTopic = [...judged].sort((a, b) => b.chances.topic - a.chances.topic)
    for (const [rank, judgement] of byTopic.entries()) this.#topicRanks.set(judgement, rank)
    this.#sums = [
      byTopic[0]?.chances.topic ?? 0,
      judged.reduce((sum, { chances }) => sum + namedOf(chances), 0),
      judged.reduce((sum, { chances }) => sum + chances.topic, 0),
      judged.length,
    ]
    for (const { candidate, chances } of judged)
      for (const { sentence, from, to } of candidate.places) {
        const ends = this.named.get(sentence) ?? new Map<number, number>()
        this.named.set(sentence, ends)
        for (const at of [from, to]) ends.set(at, Math.max(ends.get(at) ?? 0, namedOf(chances)))
      }
  }

  numbers(judgement: Judgement, rank: number): number[] {
    return [rank, this.#topicRanks.get(judgement) ?? 0, ...this.#sums]
  }
}

/** The best chance of a name on its left and on its right in a list. */
function neighbourNumbers({ places }: Candidate, named: Map<object, Map<number, number>>): number[] {
  let [left, right] = [-1, -1]
  for (const { sentence, from, to } of places) {
    const { words } = viewOf(sentence)
    const joint = (at: number): boolean => JOINTS.has(words[at] ?? '')
    const ends = named.get(sentence)
    if (joint(from - 1)) left = Math.max(left, ends?.get(joint(from - 2) ? from - 3 : from - 2) ?? 0)
    if (joint(to + 1)) right = Math.max(right, ends?.get(joint(to + 2) ? to + 3 : to + 2) ?? 0)
  }
  return [left, right]
}

/** How much the surer ones resemble it: as a topic (overlap of words, chance, same last word), and as a name. */
function resembling(one: Judgement, at: number, judged: Judgement[]): number[] {
  const words = wordsOf(one.candidate)
  const found = [0, 0, 0, 0, 0]
  for (const [rank, other] of judged.entries()) {
    if (other === one) continue
    const isSurerTopic = other.chances.topic > one.chances.topic
    if (!isSurerTopic && rank > at) continue
    const others = wordsOf(other.candidate)
    let shared = 0
    for (const word of words) if (others.includes(word)) shared++
    if (shared === 0) continue
    const overlap = shared / (words.length + others.length - shared)
    if (isSurerTopic) {
      if (overlap > (found[0] ?? 0)) [found[0], found[1]] = [overlap, other.chances.topic]
      if (words.at(-1) === others.at(-1)) found[2] = Math.max(found[2] ?? 0, other.chances.topic)
    }
    if (rank < at && overlap > (found[3] ?? 0)) [found[3], found[4]] = [overlap, namedOf(other.chances)]
  }
  return found
}

const knownWords = new WeakMap<Candidate, string[]>()

function wordsOf(candidate: Candidate): string[] {
  const before = knownWords.get(candidate)
  if (before) return before
  const words = bestSurface(candidate)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word))
  knownWords.set(candidate, words)
  return words
}
