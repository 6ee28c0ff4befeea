import type { Candidate } from './candidates.ts'
import { namedOf } from './chances.ts'
import { bestSurface } from './features.ts'
import type { Judgement } from './judge.ts'

/** How much the surer ones resemble it: as a topic (overlap of words, chance, same last word), and as a name. */
export function resembling(one: Judgement, at: number, judged: Judgement[]): number[] {
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
