import type { Candidate } from './candidates.ts'
import { logit, namedOf } from './chances.ts'
import { JOINTS } from './context-features.ts'
import { bestSurface } from './features.ts'
import type { Judgement } from './judge.ts'
import { NO_OVERLAP, overlaps } from './overlaps.ts'
import { resembling } from './resembling.ts'
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
