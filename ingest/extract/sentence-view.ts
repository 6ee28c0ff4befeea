import type { Sentence } from './extractor.ts'
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

const KINDS =
  /^(?:datasets?|benchmarks?|corpora|corpus|suite|testbed|environments?|tasks?|leaderboard|challenge|models?|llms?|vlms?|mllms?|checkpoints?|backbone|methods?|algorithms?|frameworks?|approach|technique|optimi[sz]er|architectures?|pipelines?|systems?|toolkit|library|platform|tool|metrics?|scores?|loss|strategy|module|mechanism|agents?|encoders?|transformers?)$/

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
    isContent: sentence.tokens.map(({ text }, at) => /^\p{Ll}{3,}$/u.test(text) && !LIGHT.has(words[at] ?? '')),
    cue: cue === undefined ? 0 : hashText(cue),
    kinds: [...words.keys()].filter((at) => KINDS.test(words[at] ?? '')),
  }
  known.set(sentence, view)
  return view
}
