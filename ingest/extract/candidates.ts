import type { Field } from '../extraction.ts'
import { type AcronymPair, acronymPairs } from './acronym-pairs.ts'
import type { Document, Sentence, Token } from './extractor.ts'
import { foldToken } from './fold.ts'
import { capitalisedWords, nameRuns, nameStrengths, newPhrases, subRuns, titleName } from './name-shapes.ts'
import { FUNCTION_WORDS, type Phrase, phrasesOf } from './phrases.ts'
import { type LexiconType, lexicon, type PhraseCounts, phraseCounts } from './tables.ts'

export const LONGEST_PHRASE = 6

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
    const news = newPhrases(sentence.tokens)
    const hasCapital = sentence.tokens.map((token) => /\p{Lu}/u.test(token.text))
    for (const phrase of phrasesOf(sentence.tokens, LONGEST_PHRASE)) {
      if (phrase.key.length < 2) continue
      const counts = phraseCounts().get(phrase.key)
      const isShape = inRun.has(phrase.from * 1000 + phrase.to) || (phrase.from === 0 && phrase.to === lead)
      const isWritten = hasCapital[phrase.from] || hasCapital[phrase.to]
      if (
        !counts &&
        !isShape &&
        !(isWritten && lexiconAt(document, sentence, phrase)) &&
        !news.has(phrase.from * 1000 + phrase.to)
      )
        continue
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
