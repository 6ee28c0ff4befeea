import type { Document, Sentence, Token } from './extractor.ts'
import { isSmall } from './letters.ts'
import { FUNCTION_WORDS, isWord } from './phrases.ts'
import { commonWords } from './tables.ts'

/** A longer run of capitals is a heading, not a name. */
const LONGEST_RUN = 8

/** Words with a capital where the grammar asks for none: inside a sentence of the abstract. */
export function capitalisedWords(document: Document): Set<string> {
  const words = new Set<string>()
  for (const { field, tokens } of document.sentences)
    if (field === 'abstract')
      for (const token of tokens.slice(1))
        if (!isSmall(token.text) && /^\p{Lu}/u.test(token.text)) words.add(token.text)
  return words
}

/** 2: the letters alone say that it is a name (GPT-4, LoRA); 1: a capital where none is due; 0: an ordinary word. */
export function nameStrengths({ field, tokens }: Sentence, document: Document, capitals: Set<string>): number[] {
  const long = tokens.filter((token) => /^\p{L}{4,}/u.test(token.text))
  const isTitleCase =
    field === 'title' && long.filter((token) => /^\p{Lu}/u.test(token.text)).length > long.length * 0.5
  let isStart = true
  return tokens.map((token) => {
    const wasStart = isStart
    isStart = token.text === ':' && document.paper.title !== '' && field === 'title'
    const { text } = token
    if (isSmall(text)) return 0
    if (!isWord(token) || /^\d[\d.,]*$/.test(text)) return 0
    if (/\p{L}\d|\d\p{L}/u.test(text) && !/^\d+(?:st|nd|rd|th|x|k|d|s|m|b)$/i.test(text)) return 2
    if (/^.+\p{Lu}/u.test(text) && !isHyphenatedTitleWord(text)) return 2
    if (/-\d/.test(text) && /^\p{Lu}/u.test(text)) return 2
    if (!/^\p{Lu}/u.test(text)) return 0
    if (capitals.has(text) && !wasStart) return 1
    if (capitals.has(text) && field === 'abstract') return 1
    const isCommon = commonWords().has(text.toLowerCase())
    if (wasStart || isTitleCase) return isCommon || text.length < 3 ? 0 : 1
    return FUNCTION_WORDS.has(text.toLowerCase()) ? 0 : 1
  })
}

function isHyphenatedTitleWord(text: string): boolean {
  return /^\p{Lu}\p{Ll}+(?:[-‐‑]\p{Lu}?\p{Ll}+)+$/u.test(text)
}

/** Runs of tokens that look like names, with numbers and slashes inside them: first and last token, inclusive. */
export function nameRuns(tokens: Token[], strengths: number[]): [number, number][] {
  const runs: [number, number][] = []
  for (let from = 0; from < tokens.length; from++) {
    if (!strengths[from]) continue
    let to = from
    for (;;) {
      const next = tokens[to + 1]
      if (!next) break
      if (strengths[to + 1]) to++
      else if (/^\d+(?:\.\d+)?[A-Za-z]?$/.test(next.text)) to++
      else if (next.text === '/' && next.start === tokens[to]?.end && strengths[to + 2]) to += 2
      else break
    }
    runs.push([from, to])
    from = to
  }
  return runs
}

/** The parts of a run that may be a name by themselves, and the run with the word behind it ("Adam optimizer"). */
export function* subRuns(
  [first, last]: [number, number],
  strengths: number[],
): Generator<{ from: number; to: number }> {
  if (last - first >= LONGEST_RUN) return
  for (let from = first; from <= last; from++) {
    if (!strengths[from]) continue
    for (let to = from; to <= last; to++) yield { from, to }
    yield { from, to: last + 1 }
  }
}

const PROPOSES = /^(?:propos|present|introduc|develop|design|call|term|named|novel|combin)/

/**
 * The whole phrase between function words and marks, and its end, in a sentence where something new may be named in small
 * letters: "we propose a gradient norm equalizer".
 */
export function newPhrases(tokens: Token[]): Set<number> {
  const found = new Set<number>()
  if (!tokens.some((token) => PROPOSES.test(token.text.toLowerCase()))) return found
  let from = 0
  for (let at = 0; at <= tokens.length; at++) {
    const token = tokens[at]
    if (token && isWord(token) && !FUNCTION_WORDS.has(token.text.toLowerCase())) continue
    if (at - from <= 6)
      for (let first = Math.max(from, at - 4); first <= at - 2; first++) found.add(first * 1000 + at - 1)
    from = at + 1
  }
  return found
}

/** The last token of the name before the colon in "Name: What it does". */
export function titleName({ field, tokens }: Sentence): number | undefined {
  if (field !== 'title') return undefined
  const colon = tokens.findIndex((token) => token.text === ':')
  return colon > 0 && colon <= 3 ? colon - 1 : undefined
}
