import type { Sentence } from './extractor.ts'
import { isSmall } from './letters.ts'
import { hashText } from './model/hashing.ts'
import { FUNCTION_WORDS } from './phrases.ts'

/** A sentence as the features read it: each token in small letters, its hash, and whether it says something by itself. */
export interface SentenceView {
  words: string[]
  hashes: Int32Array
  /** An ordinary word of three letters or more that is no function word. */
  isContent: boolean[]
  /** The first word that says what the sentence does, 0 where there is none. */
  cue: number
  /** Where words stand that say of what kind a name beside them is, in order. */
  kinds: number[]
}

/** Only in the singular, as the models have learned them. */
const MASS = new Set(
  'corpus suite testbed leaderboard challenge backbone approach technique optimizer optimiser toolkit library platform tool loss strategy module mechanism'.split(
    ' ',
  ),
)
const KINDS = new Set(
  (
    'dataset benchmark corpus suite testbed environment task leaderboard challenge model llm vlm mllm checkpoint backbone method ' +
    'algorithm framework approach technique optimizer optimiser architecture pipeline system toolkit library platform tool metric ' +
    'score loss strategy module mechanism agent encoder transformer'
  )
    .split(' ')
    .flatMap((word) => (MASS.has(word) ? [word] : [word, `${word}s`]))
    .concat('corpora'),
)

const LIGHT = new Set(
  [...FUNCTION_WORDS].filter(
    (word) => !/^(propos|present|introduc|call|name|use|using|outperform|show|achiev)/.test(word),
  ),
)
const CUES = new Set(
  (
    'propose proposes introduce introduces present presents develop develops release evaluate experiments results called named ' +
    'study investigate show demonstrate'
  ).split(' '),
)
/** How far into a sentence its cue may stand. */
const CUE_WITHIN = 6

const known = new WeakMap<Sentence, SentenceView>()

/** The view of a sentence, made once. */
export function viewOf(sentence: Sentence): SentenceView {
  const before = known.get(sentence)
  if (before) return before
  const words = sentence.tokens.map((token) => token.text.toLowerCase())
  const cue = words.slice(0, CUE_WITHIN).find((word) => CUES.has(word))
  const view = {
    words,
    hashes: Int32Array.from(words, hashText),
    isContent: sentence.tokens.map(
      ({ text }, at) => text.length > 2 && (isSmall(text) || /^\p{Ll}{3,}$/u.test(text)) && !LIGHT.has(words[at] ?? ''),
    ),
    cue: cue === undefined ? 0 : hashText(cue),
    kinds: [...words.keys()].filter((at) => KINDS.has(words[at] ?? '')),
  }
  known.set(sentence, view)
  return view
}
