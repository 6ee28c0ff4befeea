import type { TypedMention } from '../extraction.ts'
import type { Candidate, Place } from './candidates.ts'
import type { Document, MentionProducer } from './extractor.ts'
import { judge } from './judge.ts'
import { knownNames } from './tables.ts'

/** Below this a candidate is left out. In five folds of train F1 hardly differs up to 0.66; the lowest shows most that is right. */
export const LEAST_NAMED = 0.55
const NAMED = ['method', 'model', 'benchmark'] as const

interface Judged {
  candidate: Candidate
  type: (typeof NAMED)[number]
  confidence: number
}

/** Methods, models and benchmarks: of the paper's candidates, judged beside each other, the surest take their places first. */
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
  const ranked = [...judged.values()].filter(({ confidence }) => confidence >= LEAST_NAMED)
  for (const { candidate, type, confidence } of ranked.sort((a, b) => b.confidence - a.confidence))
    for (const place of candidate.places) {
      if (!taken.take(place)) continue
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
export class Places {
  private readonly used = new Map<object, Set<number>>()

  /** Takes the tokens of a place, unless one of them is taken. */
  take({ sentence, from, to }: Pick<Place, 'sentence' | 'from' | 'to'>): boolean {
    const used = this.used.get(sentence) ?? new Set<number>()
    for (let at = from; at <= to; at++) if (used.has(at)) return false
    for (let at = from; at <= to; at++) used.add(at)
    this.used.set(sentence, used)
    return true
  }
}
