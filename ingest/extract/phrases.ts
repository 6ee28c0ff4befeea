import type { Token } from './extractor.ts'
import { foldToken, singular } from './fold.ts'
import { HASH_START, hashOn } from './model/hashing.ts'

/** Words that neither begin nor end the name of a thing. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the this that these those such some any each every both all no its their our your his her my it they we you i he she ' +
    'of in on at by for from to with without within via using into onto over under between among across through during ' +
    'against towards toward upon per than as like and or nor but so yet if when where while which who whose whom what how why ' +
    'because since although though whereas whether is are was were be been being am has have had having do does did done ' +
    'can could may might must shall should will would not also only more most less least very much many several few other ' +
    'another same different new novel existing recent previous prior first second third one two three four five propose ' +
    'proposes proposed present presents presented introduce introduces introduced show shows shown use uses used based ' +
    'outperforms outperform achieves achieve et al eg ie etc however moreover furthermore additionally finally then thus ' +
    'hence therefore here there e.g. i.e. cannot even just still well up out about after before including namely called'
  ).split(' '),
)

const CONTRACTION = /^(?:we|i|you|they|it|he|she|that|there|what|who|let)['’]|n['’]t$/

/** A word that neither begins nor ends a name, contractions among them ("we'll"). */
function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word) || ((word.includes("'") || word.includes('’')) && CONTRACTION.test(word))
}

/** A run of tokens in one sentence, `from` and `to` inclusive. */
export interface Phrase {
  from: number
  to: number
  /** The hash of its folded key: `hashText(keyOf(tokens, from, to))`. */
  hash: number
  /** No function word and no mark stands inside it. */
  isPlain: boolean
}

/** True for a token with a letter or a digit in it, which a name can begin or end with. */
export function isWord(token: Token): boolean {
  const code = token.text.charCodeAt(0)
  // Nearly every token is a word of Latin letters or one mark.
  if ((code > 96 && code < 123) || (code > 64 && code < 91)) return code !== 104 || !token.text.startsWith('http')
  if (token.text.length === 1 && code < 48) return false
  return /[\p{L}\p{N}]/u.test(token.text)
}

/**
 * All phrases of at most `longest` words in a sentence that neither cross a mark nor begin or end with a function word,
 * with the hashes of their folded keys. Linear in the number of tokens.
 */
export function phrasesOf(tokens: Token[], longest: number): Phrase[] {
  const pieces = tokens.map((token) => (isWord(token) ? foldToken(token.text) : ''))
  const canEnd = tokens.map(({ text }) => !isFunctionWord(text.toLowerCase()))
  const found: Phrase[] = []
  for (let from = 0; from < tokens.length; from++) {
    if (pieces[from] === '' || !canEnd[from]) continue
    let hash = HASH_START
    let isPlain = true
    for (let to = from; to < Math.min(tokens.length, from + longest); to++) {
      const piece = pieces[to]
      if (piece === undefined || piece === '') {
        // "ViT-B/16" is one name: a slash between words without a space does not end a phrase.
        if (!isInnerSlash(tokens, to)) break
        isPlain = false
        continue
      }
      if (canEnd[to]) found.push({ from, to, hash: hashOn(hash, singular(piece)), isPlain })
      else isPlain = false
      hash = hashOn(hash, piece)
    }
  }
  return found
}

/** The folded key of a run of tokens, under which its spellings meet. */
export function keyOf(tokens: Token[], from: number, to: number): string {
  let head = ''
  for (let at = from; at <= to; at++) {
    const token = tokens[at]
    const piece = token && isWord(token) ? foldToken(token.text) : ''
    head += at === to ? singular(piece) : piece
  }
  return head
}

function isInnerSlash(tokens: Token[], at: number): boolean {
  const [before, mark, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  return mark?.text === '/' && before?.end === mark.start && after?.start === mark.end
}
