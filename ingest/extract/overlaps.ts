import type { Candidate } from './candidates.ts'
import { namedOf } from './chances.ts'
import type { Judgement } from './judge.ts'

/**
 * Of a candidate: the best named and topic chances of what contains it, the same of what it contains, and the shares of its places
 * that lie inside a surer name, inside a surer topic, and that any surer name touches.
 */
export const NO_OVERLAP: readonly number[] = [0, 0, 0, 0, 0, 0, 0]

/** These numbers for each candidate that stands beside another in a sentence, or alone. */
export function overlaps(judged: Judgement[]): Map<Candidate, number[]> {
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
