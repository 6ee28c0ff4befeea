/**
 * Whether a short form can stand for a long one. After Schwartz and Hearst, "A simple algorithm for identifying abbreviation
 * definitions in biomedical text" (PSB 2003), made stricter: letters are matched word by word, and words left out are counted.
 */

/** Words that an acronym leaves out. */
export const LINKING: ReadonlySet<string> = new Set(
  'a an and as at by for from in into of on or per over the to under up via with'.split(' '),
)
/** What may follow the long form without being part of it: "connectionist temporal classification loss (CTC)". */
export const TRAILING: ReadonlySet<string> = new Set(
  'algorithm approach architecture benchmark corpus dataset estimate estimation framework layer layers loss method methods metric model models network networks objective score task technique'.split(
    ' ',
  ),
)
const LONGEST_SHORT = 12
const MOST_WORDS = 14

/** Looks like an acronym: one word with two capitals, or a capital and a digit (GRPO, kNN, LoRA, T5). */
export function isAcronymShaped(form: string): boolean {
  if (form.length < 2 || form.length > LONGEST_SHORT || /\s/.test(form)) return false
  // "Multi-Task" is two words, no acronym.
  if (/^\p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)+$/u.test(form)) return false
  const capitals = form.match(/\p{Lu}/gu)?.length ?? 0
  return capitals >= 2 || (capitals === 1 && /\d/.test(form))
}

/**
 * The part of `long` that `short` abbreviates, undefined when it does not: "deep reinforcement learning" is no expansion of RL
 * (one of its kinds is meant), "CTC" of "connectionist temporal classification loss" is the first three words.
 */
export function expansionOf(short: string, long: string): string | undefined {
  if (!isAcronymShaped(short)) return undefined
  const letters = [...short.replace(/(?<=[\p{Lu}\d])s$/u, '').toLowerCase()]
    .filter((c) => /[\p{L}\p{N}]/u.test(c))
    .join('')
  const words = wordsOf(long)
  if (letters.length < 2 || words.length < 2 || words.length > MOST_WORDS || long.length <= short.length + 2)
    return undefined
  const folded = short.toLowerCase()
  if (words.some((word) => word.text === letters) || long.toLowerCase().startsWith(`${folded}-`)) return undefined
  // "Llama 3.1 8B" goes on where "Llama3.1" ends, it does not spell it out.
  let written = ''
  for (const word of words) {
    written += word.text
    if (written === letters) return undefined
  }
  if (words[0] === undefined || opening(words[0], letters[0]) < 0) return undefined
  const last = words.at(-1)
  if (last !== undefined && TRAILING.has(last.text) && words.length > 2 && skipped(letters, words.slice(0, -1)) === 0) {
    const cost = skipped(letters, words)
    if (cost > 0) return long.slice(0, words.at(-2)?.end)
  }
  const cost = skipped(letters, words)
  // One word may be left out where two others are not: "MATH" is not short for "mathematical reasoning".
  const content = words.filter((word) => !isFree(word)).length
  if (cost > (letters.length > 2 && content > 2 ? 1 : 0)) return undefined
  if (cost > 0 && words.some((_, index) => index > 0 && skipped(letters, words.slice(index)) === 0)) return undefined
  return long
}

/**
 * "Connectionist Temporal Classification (CTC)" as its two names, also before a word for its kind ("… (CTC) loss"); undefined
 * when the bracket holds no acronym.
 */
export function splitBracket(form: string): [long: string, short: string] | undefined {
  const match = /^([^()]*[^()\s])\s*\(\s*([^()\s]+)\s*\)(?:\s+(\S+))?$/u.exec(form)
  const [, long, short, kind] = match ?? []
  if (long === undefined || short === undefined || !isAcronymShaped(short)) return undefined
  return kind === undefined || TRAILING.has(kind.toLowerCase()) ? [long, short] : undefined
}

interface Word {
  text: string
  end: number
  /** Joined to the word before by a hyphen: "pre-training". */
  isHyphened: boolean
}

function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const before = text[match.index - 1]
    words.push({
      text: match[0].toLowerCase(),
      end: match.index + match[0].length,
      isHyphened: before === '-' || before === '‐' || before === '–',
    })
  }
  return words
}

/** The fewest words that matter and have no letter in the short form; Infinity when the letters do not fit. */
function skipped(letters: string, words: Word[]): number {
  const memo = new Map<number, number>()
  const from = (letter: number, index: number): number => {
    const word = words[index]
    if (word === undefined) return letter === letters.length ? 0 : Number.POSITIVE_INFINITY
    const key = letter * (MOST_WORDS + 1) + index
    const known = memo.get(key)
    if (known !== undefined) return known
    let best = index === 0 ? Number.POSITIVE_INFINITY : from(letter, index + 1) + (isFree(word) ? 0 : 1)
    let place = opening(word, letters[letter])
    let taken = letter
    while (place >= 0 && taken < letters.length) {
      taken += 1
      best = Math.min(best, from(taken, index + 1))
      place = taken < letters.length ? word.text.indexOf(letters[taken] ?? '', place + 1) : -1
    }
    memo.set(key, best)
    return best
  }
  return from(0, 0)
}

// Where a word's first letter in the short form stands: at its head, or at the X of "explainable" (XAI).
function opening(word: Word, letter: string | undefined): number {
  if (word.text[0] === letter) return 0
  return letter === 'x' && word.text.startsWith('ex') ? 1 : -1
}

function isFree(word: Word): boolean {
  return word.isHyphened || LINKING.has(word.text)
}
