import { LINKING } from './acronym.ts'
import { nameWords } from './fold.ts'
import { isOneSlip, isSameRoot, wordStem } from './spelling.ts'

/** Letters that an expansion has to have before a different one is taken for a slip. */
const LEAST_FOR_SLIP = 12
/** Words that one expansion of an acronym may have more than another that says the same: "structural similarity index measure". */
const MOST_MORE_WORDS = 2

/** The words of an expansion that count. */
export function expansionWords(text: string): string[] {
  return nameWords(text).filter((word) => !LINKING.has(word.toLowerCase()))
}

/**
 * Whether two expansions of one acronym, as words, say the same: a slip of the pen, a word left out or another ending
 * ("recognizer", "recognition") make no other thing of it.
 */
export function isAlike(a: string[], b: string[]): boolean {
  const stems = [a.map(wordStem), b.map(wordStem)] as const
  const [few, many] = a.length <= b.length ? stems : [stems[1], stems[0]]
  const isPart = few.length >= 2 && many.length - few.length <= MOST_MORE_WORDS
  if (isPart && few.every((stem) => many.includes(stem))) return true
  if (a.length === b.length && a.every((word, index) => isSameRoot(word.toLowerCase(), (b[index] ?? '').toLowerCase())))
    return true
  const [left, right] = [stems[0].join(''), stems[1].join('')]
  return Math.min(left.length, right.length) >= LEAST_FOR_SLIP && isOneSlip(left, right)
}
