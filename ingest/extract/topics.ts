import type { TypedMention } from '../extraction.ts'
import type { Candidate } from './candidates.ts'
import type { Document, MentionProducer } from './extractor.ts'
import { judge } from './judge.ts'
import { aliasNames } from './tables.ts'

export const LEAST_TOPIC = 0.4
export const MOST_TOPICS = 4

/** The task, problem or field of a paper, in the field's own term: the few likeliest candidates. */
export const topicProducer: MentionProducer = { name: 'topics', mentions: topicMentions }

function topicMentions(document: Document): TypedMention[] {
  const ranked = [...judge(document).values()]
    .map(({ candidate, chances }) => ({ candidate, confidence: chances.topic }))
    .filter(({ confidence }) => confidence >= LEAST_TOPIC)
    .sort((a, b) => b.confidence - a.confidence)
  const chosen: Candidate[] = []
  const mentions: TypedMention[] = []
  for (const { candidate, confidence } of ranked) {
    if (chosen.length === MOST_TOPICS) break
    const isOther = !chosen.some((one) => isSameTopic(one, candidate))
    if (!isOther) continue
    chosen.push(candidate)
    for (const { start, end, surface, sentence } of candidate.places)
      mentions.push({ type: 'topic', field: sentence.field, start, end, surface, rule: 'topic', confidence })
  }
  return mentions
}

function isSameTopic(one: Candidate, other: Candidate): boolean {
  if (one.short === other.key || one.long === other.key) return true
  const [a, b] = [one.key, other.key].map((key) => aliasNames().get(key) ?? key)
  if (a === b) return true
  // "graph classification" inside "graph classification task": one topic, unless both also stand alone.
  return other.places.every((place) => one.places.some((taken) => overlaps(taken, place)))
}

function overlaps(a: Candidate['places'][number], b: Candidate['places'][number]): boolean {
  return a.sentence === b.sentence && a.from <= b.to && b.from <= a.to
}
