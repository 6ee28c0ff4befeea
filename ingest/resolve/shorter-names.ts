import { isAcronymShaped } from './acronym.ts'
import { nameWords } from './fold.ts'

export type VariantRule = 'size' | 'version' | 'edition' | 'compound' | 'modifier' | 'extension'
type Candidate = [base: string, rule: VariantRule, confidence: number]

const SIZE = /^\d+(\.\d+)?[bmk]$|^\d+x\d+(\.\d+)?b$/
const VERSION = /^v?\d+(\.\d+)*$/
const EDITION: ReadonlySet<string> = new Set(
  'base large small tiny mini nano micro medium big huge xl xxl instruct chat it sft dpo rlhf pro plus flash turbo ultra max lite preview thinking coder math vl opus sonnet haiku full hard easy dev test verified full extended'.split(
    ' ',
  ),
)
const WEAK_WORDS: ReadonlySet<string> = new Set(
  'a an and as at by for from in into of on or over the to via with without'.split(' '),
)

/** Shorter names that a name may be a variant of, the nearest first. */
export function* shorterNames(name: string): Generator<Candidate> {
  const words = nameWords(name)
  yield* withoutEnding(words)
  yield* withoutTail(name)
  const last = name.split(/\s+/)
  if (last.length === 1) yield* withoutPrefix(name)
  for (let cut = 1; cut < last.length; cut += 1) {
    const rest = last.slice(cut)
    const before = (last[cut - 1] ?? '').toLowerCase()
    if (WEAK_WORDS.has((rest[0] ?? '').toLowerCase()) || WEAK_WORDS.has(before) || /^\d/.test(rest[0] ?? '')) break
    if (rest.length > 1 || isAcronymShaped(rest[0] ?? '')) yield [rest.join(' '), 'modifier', 0.6]
  }
}

/** What is left without sizes, versions and editions, the longest first: "Qwen2.5-7B-Base" to "Qwen2.5-7B", "Qwen2.5", "Qwen"; "SemEval-2024 Task 8" to "SemEval-2024". */
export function* withoutEnding(words: string[]): Generator<Candidate> {
  let rule: VariantRule = 'edition'
  for (let rest = words; rest.length > 0; ) {
    const word = (rest.at(-1) ?? '').toLowerCase()
    const isTask = rest.length > 2 && /^\d+[a-z]?$/.test(word) && /^(sub)?(task|track)$/i.test(rest.at(-2) ?? '')
    const isGluedTask = rest.length > 1 && /^(sub)?(task|track)\d+[a-z]?$/.test(word)
    const glued = /^(.*?[\p{L}])(-?v?\d+(?:\.\d+)*|b\d)$/iu.exec(rest.at(-1) ?? '')
    if (isTask) rest = rest.slice(0, -2)
    else if (isGluedTask) rest = rest.slice(0, -1)
    else if (rest.length > 1 && (SIZE.test(word) || VERSION.test(word) || EDITION.has(word))) rest = rest.slice(0, -1)
    else if (glued !== null && (glued[1] ?? '').length > 1) rest = [...rest.slice(0, -1), glued[1] ?? '']
    else return
    if (SIZE.test(word)) rule = 'size'
    else if (rule !== 'size' && !EDITION.has(word)) rule = 'version'
    yield [rest.join(' '), rule, rule === 'edition' ? 0.85 : rule === 'size' ? 0.95 : 0.9]
  }
}

// "Gemini 2.5 Flash TTS" to "Gemini 2.5 Flash", "RNN cell" to "RNN", "BERT-style encoders" to "BERT", "nDCG@10" to "nDCG".
function* withoutTail(name: string): Generator<Candidate> {
  const cutoff = /^(.+)@\d+$/u.exec(name)
  if (cutoff !== null) yield [cutoff[1] ?? '', 'version', 0.9]
  // "DINO-WM" may be anything: behind a hyphen only a small letter goes on about the name before it.
  const ends = [...name.matchAll(/\s+(?=\S)|-(?=\p{Ll}{3})/gu)].map((match) => match.index)
  for (const end of ends.reverse()) {
    const base = name.slice(0, end)
    const words = base.split(/\s+/)
    if (words.some((word) => WEAK_WORDS.has(word.toLowerCase()))) continue
    if (isAcronymShaped(base) || words.some((word) => /\d/.test(word)) || /^\p{Lu}\p{Ll}*\p{Lu}/u.test(base))
      yield [base, 'extension', 0.6]
  }
}

// "SEED-GRPO" to "GRPO", "ClinicalBERT" to "BERT".
function* withoutPrefix(name: string): Generator<Candidate> {
  const parts = name.split('-')
  for (let cut = 1; cut < parts.length; cut += 1) {
    const base = parts.slice(cut).join('-')
    if (isAcronymShaped(base)) yield [base, 'compound', 0.8]
  }
  for (const match of name.matchAll(/(?<=\p{Ll})\p{Lu}/gu)) {
    const base = name.slice(match.index)
    if (base.length > 2 && isAcronymShaped(base) && match.index > 2 && /^\p{L}+$/u.test(base))
      yield [base, 'compound', 0.6]
  }
}
