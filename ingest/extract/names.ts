import type { TypedMention } from '../extraction.ts'
import type { Candidate, Place } from './candidates.ts'
import type { Document, MentionProducer } from './extractor.ts'
import { isSameThing } from './join.ts'
import { judge } from './judge.ts'
import { knownNames } from './tables.ts'

const NAMED = ['method', 'model', 'benchmark'] as const
/**
 * Below this a candidate is left out. In five folds of train F1 hardly differs over a wide range; the lowest of it shows most that
 * is right.
 */
export const LEAST_NAMED: Readonly<Record<(typeof NAMED)[number], number>> = {
  method: 0.55,
  model: 0.5,
  benchmark: 0.5,
}

interface Judged {
  candidate: Candidate
  type: (typeof NAMED)[number]
  confidence: number
}

/** A name inside a longer one says little of its own: below this it is left out. */
const LEAST_INSIDE = 0.65

/**
 * Methods, models and benchmarks: of the paper's candidates, judged beside each other, the surest take their places first. A name
 * inside a longer one is named, too, where it is another thing ("PPO" in "distributed PPO").
 */
export const nameProducer: MentionProducer = { name: 'names', mentions: nameMentions }

function nameMentions(document: Document): TypedMention[] {
  const judged = new Map<string, Judged>()
  for (const { candidate, chances } of judge(document).values()) {
    const known = knownNames().get(candidate.key)
    if (known === 'none') continue
    const type = known ?? NAMED.reduce((best, next) => (chances[next] > chances[best] ? next : best))
    judged.set(candidate.key, { candidate, type, confidence: chances.method + chances.model + chances.benchmark })
  }
  shareBetweenPairs(judged)
  const taken = new Places()
  const mentions: TypedMention[] = []
  const ranked = [...judged.values()].filter(({ confidence, type }) => confidence >= LEAST_NAMED[type])
  for (const { candidate, type, confidence } of ranked.sort((a, b) => b.confidence - a.confidence))
    for (const place of candidate.places) {
      if (!taken.take(place, candidate, confidence >= LEAST_INSIDE)) continue
      const { start, end, surface, sentence } = place
      mentions.push({ type, field: sentence.field, start, end, surface, rule: ruleOf(candidate), confidence })
    }
  return mentions
}

/** An acronym and its expansion are one thing: what is known of the surer half holds for both. */
function shareBetweenPairs(judged: Map<string, Judged>): void {
  for (const half of [...judged.values()]) {
    const other = judged.get(half.candidate.long ?? half.candidate.short ?? '')
    if (other && other.confidence < half.confidence)
      Object.assign(other, { type: half.type, confidence: half.confidence })
  }
}

function ruleOf({ reasons }: Candidate): string {
  return (['acronym', 'lexicon', 'shape', 'context'] as const).find((reason) => reasons.has(reason)) ?? 'context'
}

/** Tokens that a name already stands on. */
class Places {
  private readonly takers = new Map<object, Map<number, Candidate>>()

  /** Takes the tokens of a place for a candidate, unless one of them is taken; those of another thing's name it may share. */
  take({ sentence, from, to }: Place, candidate: Candidate, mayShare: boolean): boolean {
    const takers = this.takers.get(sentence) ?? new Map<number, Candidate>()
    this.takers.set(sentence, takers)
    const first = takers.get(from)
    for (let at = from; at <= to; at++) {
      if (takers.get(at) !== first) return false
    }
    if (first !== undefined) return mayShare && !isSameThing(first, candidate)
    for (let at = from; at <= to; at++) takers.set(at, candidate)
    return true
  }
}
