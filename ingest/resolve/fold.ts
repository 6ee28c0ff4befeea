import { shortFields, shortYears } from './key-words.ts'
import { american, singular } from './spelling.ts'

/** Words that a name may drop without naming something else: "the CIFAR-10 dataset" is CIFAR-10. */
const ARTICLE = /^\s*(?:the|an?|our|this)\s/i
const DATA_WORDS: ReadonlySet<string> = new Set(['dataset', 'benchmark', 'corpus'])
const KIND_WORDS: ReadonlySet<string> = new Set([
  ...DATA_WORDS,
  ...['algorithm', 'approach', 'architecture', 'environment', 'family', 'framework', 'method', 'model', 'series'],
  ...['suite', 'technique'],
])

/** What learning, segmentation or analysis is done by; after a word for such an activity it adds nothing. */
const MEANS: ReadonlySet<string> = new Set(['algorithm', 'approach', 'framework', 'method', 'procedure', 'technique'])
const ACTIVITY = /(ing|tion|ment|sis)$/
const ATTENTION_PARTS: ReadonlySet<string> = new Set(['layer', 'mechanism', 'module', 'block'])

/**
 * The words of a name, case kept: Unicode NFKC, Latin accents off, one kind of dash. Between words everything goes but what
 * tells names apart: dots between digits (GPT-3.5), plus signs, "#", "*" and "@" (C++, C#, A*, nDCG@10), a minus sign at the end.
 */
export function nameWords(text: string): string[] {
  let plain = text
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the fast way round normalisation
  if (/[^\x00-\x7f]/.test(text)) {
    plain = text
      .normalize('NFKD')
      .replace(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
      .normalize('NFKC')
      .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
      .replace(/[\p{Pd}\u2212]/gu, '-')
      .replace(/[’‘ʼ]/g, "'")
  }
  plain = plain
    .replace(/\\(?:text|math)[a-z]*/gi, ' ')
    .replace(/[{}$^']/g, '')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replaceAll('&', ' and ')
    .trim()
  const words =
    plain.match(/[\p{L}\p{M}\p{N}+](?:[\p{L}\p{M}\p{N}+#*]|(?<=\d)\.(?=\d)|@(?=[\p{L}\p{N}]))*/gu)?.slice() ?? []
  const last = words.at(-1)
  if (last !== undefined && plain.endsWith('-')) words[words.length - 1] = `${last}-`
  return words
}

/**
 * A name as an id: lower-case words joined by "-", without ":" and "/", never empty. Keeps apart what its writers keep apart:
 * GPT-3.5 and GPT-35, C and C++.
 */
export function foldName(text: string): string {
  const folded = nameWords(text).join('-').toLowerCase()
  if (folded !== '') return folded
  // Nothing but symbols (an emoji as a name): its code points.
  const points = [...text].map((character) => character.codePointAt(0)?.toString(16))
  return ['u', ...points].join('')
}

/**
 * What names of one thing have in common: case, Unicode form, hyphens and spaces, plural, British or American spelling, an
 * article in front and a word for its kind behind do not count. "Sparse Auto-Encoders" and "sparse autoencoder" share one.
 */
export function joinKey(text: string): string {
  const words = shortYears(coreWords(text, nameWords(text)))
  let key = ''
  for (const word of words) {
    const folded = foldWord(word)
    // "GPT-3 5" is not "GPT-35".
    key += /\d$/.test(key) && /^\d/.test(folded) ? `-${folded}` : folded
  }
  // "Wav2Vec 2.0" is "Wav2Vec2".
  key = key.replace(/(\d)\.0$/, '$1')
  if (words.length > 1) key = shortFields(key)
  return key === '' ? foldName(text) : key
}

/** Whether a name has nothing that its key drops: no article, no word for its kind, no plural, no British spelling. */
export function isPlain(text: string): boolean {
  const words = nameWords(text)
  return coreWords(text, words).length === words.length && words.every((word) => foldWord(word) === word.toLowerCase())
}

function coreWords(text: string, words: string[]): string[] {
  // "A-OKVQA" is not an OKVQA.
  const named = words.length > 1 && ARTICLE.test(text) ? words.slice(1) : words
  return withoutKind(named, /\p{Lu}[\p{L}\p{N}]*-\p{Lu}/u.test(text))
}

// The words of a field are few: remembered, up to a number that no vocabulary of ours reaches.
const foldedWords = new Map<string, string>()
const MOST_REMEMBERED = 200_000

function foldWord(word: string): string {
  const known = foldedWords.get(word)
  if (known !== undefined) return known
  const folded = american(singular(word))
  if (foldedWords.size < MOST_REMEMBERED) foldedWords.set(word, folded)
  return folded
}

// "GPT-4 model" is GPT-4, but a "reward model" is no reward: what is left must look like a name.
function withoutKind(words: string[], hasHyphenedName: boolean): string[] {
  let end = words.length
  while (end > 1) {
    const kind = words[end - 1] ?? ''
    if (addsNothing(words.slice(0, end - 1), singular(kind))) {
      end -= 1
      continue
    }
    const isData = DATA_WORDS.has(singular(kind))
    if (!KIND_WORDS.has(singular(kind))) break
    const rest = words.slice(0, end - 1)
    const hasName =
      rest.some((word) => /\p{Lu}.*\p{Lu}|\p{Lu}.*\d|\p{Ll}\p{Lu}/u.test(word)) || /^\d/.test(rest.at(-1) ?? '')
    const isOneName = (rest.length === 1 && /^\p{Lu}/u.test(rest[0] ?? '')) || hasHyphenedName
    const isNamedData = isData && kind === kind.toLowerCase() && isOneName
    if (!hasName && !isNamedData) break
    end -= 1
  }
  return words.slice(0, end)
}

// "supervised-learning method", "deep learning models", "cross-attention layers": but a "training method" is no training.
function addsNothing(rest: string[], kind: string): boolean {
  if (rest.length < 2) return false
  const head = (rest.at(-1) ?? '').toLowerCase()
  if (head === 'attention') return ATTENTION_PARTS.has(kind)
  return (ACTIVITY.test(head) && MEANS.has(kind)) || (head === 'learning' && kind === 'model')
}

/** A title for comparison: lower-case words with single spaces, and how many words it has (a Han or kana character is one). */
export function foldTitle(title: string): { folded: string; words: number } {
  const words = title
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
    .normalize('NFKC')
    .toLowerCase()
    .match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\p{L}\p{M}\p{N}]|$)/gu,
    )
  return { folded: words?.join(' ') ?? '', words: words?.length ?? 0 }
}
