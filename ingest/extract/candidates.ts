import type { Field } from '../extraction.ts'
import { type AcronymPair, acronymPairs } from './acronym-pairs.ts'
import type { Document, Sentence, Token } from './extractor.ts'
import { foldToken } from './fold.ts'
import { FUNCTION_WORDS, isWord, type Phrase, phrasesOf } from './phrases.ts'
import { commonWords, type LexiconType, lexicon, type PhraseCounts, phraseCounts } from './tables.ts'

export const LONGEST_PHRASE = 6
/** A longer run of capitals is a heading, not a name. */
const LONGEST_RUN = 8

/** What made a phrase worth a look. */
export type Reason = 'acronym' | 'lexicon' | 'shape' | 'context'

/** One place where a candidate stands. */
export interface Place {
  sentence: Sentence
  from: number
  to: number
  start: number
  end: number
  surface: string
}

/** All places in one paper of what may be one name. */
export interface Candidate {
  key: string
  places: Place[]
  reasons: Set<Reason>
  counts: PhraseCounts | undefined
  lexicon: LexiconType | undefined
  /** The other half, where an acronym stands in brackets after (or before) its expansion. */
  short: string | undefined
  long: string | undefined
}

/** What all producers need to know of a paper, computed once. */
export interface Analysis {
  document: Document
  candidates: Map<string, Candidate>
  pairs: AcronymPair[]
}

const known = new WeakMap<Document, Analysis>()

/** The candidates of a paper. The same document is analysed once. */
export function analyse(document: Document): Analysis {
  const before = known.get(document)
  if (before) return before
  const candidates = new Map<string, Candidate>()
  const pairs = acronymPairs(document)
  const capitals = capitalisedWords(document)
  for (const sentence of document.sentences) {
    const strengths = nameStrengths(sentence, document, capitals)
    const inRun = new Set<number>()
    for (const run of nameRuns(sentence.tokens, strengths))
      for (const phrase of subRuns(run, strengths)) inRun.add(phrase.from * 1000 + phrase.to)
    const lead = titleName(sentence) ?? -1
    const hasCapital = sentence.tokens.map((token) => /\p{Lu}/u.test(token.text))
    for (const phrase of phrasesOf(sentence.tokens, LONGEST_PHRASE)) {
      if (phrase.key.length < 2) continue
      const counts = phraseCounts().get(phrase.key)
      const isShape = inRun.has(phrase.from * 1000 + phrase.to) || (phrase.from === 0 && phrase.to === lead)
      const isWritten = hasCapital[phrase.from] || hasCapital[phrase.to]
      if (!counts && !isShape && !(isWritten && lexiconAt(document, sentence, phrase))) continue
      add(candidates, document, sentence, phrase, counts, isShape ? 'shape' : 'context')
    }
  }
  for (const pair of pairs) addPair(candidates, document, pair)
  const analysis = { document, candidates, pairs }
  known.set(document, analysis)
  return analysis
}

function textOf(document: Document, field: Field): string {
  return document.paper[field]
}

function lexiconAt(document: Document, sentence: Sentence, phrase: Phrase): LexiconType | undefined {
  const start = sentence.tokens[phrase.from]?.start ?? 0
  const end = sentence.tokens[phrase.to]?.end ?? 0
  return lexicon().get(textOf(document, sentence.field).slice(start, end))
}

function add(
  candidates: Map<string, Candidate>,
  document: Document,
  sentence: Sentence,
  phrase: Phrase,
  counts: PhraseCounts | undefined,
  reason: Reason,
): Candidate {
  const start = sentence.tokens[phrase.from]?.start ?? 0
  const end = sentence.tokens[phrase.to]?.end ?? 0
  const surface = textOf(document, sentence.field).slice(start, end)
  let candidate = candidates.get(phrase.key)
  if (!candidate) {
    candidate = {
      key: phrase.key,
      places: [],
      reasons: new Set(),
      counts,
      lexicon: undefined,
      short: undefined,
      long: undefined,
    }
    candidates.set(phrase.key, candidate)
  }
  const last = candidate.places.at(-1)
  const isKnown =
    reason === 'acronym'
      ? candidate.places.some((place) => place.sentence === sentence && place.start === start)
      : last?.sentence === sentence && last.start === start
  if (!isKnown) candidate.places.push({ sentence, from: phrase.from, to: phrase.to, start, end, surface })
  candidate.reasons.add(reason)
  const type = lexicon().get(surface)
  if (type) {
    candidate.lexicon = type
    candidate.reasons.add('lexicon')
  }
  return candidate
}

function addPair(candidates: Map<string, Candidate>, document: Document, pair: AcronymPair): void {
  const [short, long] = [pair.short, pair.long].map(([from, to]) => {
    const { tokens } = pair.sentence
    while (from < to && FUNCTION_WORDS.has(tokens[from]?.text.toLowerCase() ?? '')) from++
    const key = phraseKey(tokens, from, to)
    return add(candidates, document, pair.sentence, { from, to, key }, phraseCounts().get(key), 'acronym')
  })
  if (!short || !long || short === long) return
  short.long = long.key
  long.short = short.key
}

function phraseKey(tokens: Token[], from: number, to: number): string {
  for (const phrase of phrasesOf(tokens.slice(from, to + 1), to - from + 1))
    if (phrase.from === 0 && phrase.to === to - from) return phrase.key
  return tokens
    .slice(from, to + 1)
    .map((token) => foldToken(token.text))
    .join('')
}

/** Words with a capital where the grammar asks for none: inside a sentence of the abstract. */
function capitalisedWords(document: Document): Set<string> {
  const words = new Set<string>()
  for (const { field, tokens } of document.sentences)
    if (field === 'abstract')
      for (const token of tokens.slice(1)) if (/^\p{Lu}/u.test(token.text)) words.add(token.text)
  return words
}

/** 2: the letters alone say that it is a name (GPT-4, LoRA); 1: a capital where none is due; 0: an ordinary word. */
function nameStrengths({ field, tokens }: Sentence, document: Document, capitals: Set<string>): number[] {
  const long = tokens.filter((token) => /^\p{L}{4,}/u.test(token.text))
  const isTitleCase =
    field === 'title' && long.filter((token) => /^\p{Lu}/u.test(token.text)).length > long.length * 0.5
  let isStart = true
  return tokens.map((token) => {
    const wasStart = isStart
    isStart = token.text === ':' && document.paper.title !== '' && field === 'title'
    const { text } = token
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

function nameRuns(tokens: Token[], strengths: number[]): [number, number][] {
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
function* subRuns([first, last]: [number, number], strengths: number[]): Generator<{ from: number; to: number }> {
  if (last - first >= LONGEST_RUN) return
  for (let from = first; from <= last; from++) {
    if (!strengths[from]) continue
    for (let to = from; to <= last; to++) yield { from, to }
    yield { from, to: last + 1 }
  }
}

/** The last token of the name before the colon in "Name: What it does". */
function titleName({ field, tokens }: Sentence): number | undefined {
  if (field !== 'title') return undefined
  const colon = tokens.findIndex((token) => token.text === ':')
  return colon > 0 && colon <= 3 ? colon - 1 : undefined
}
