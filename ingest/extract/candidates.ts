import type { Field } from '../extraction.ts'
import { type AcronymPair, acronymPairs } from './acronym-pairs.ts'
import type { Document, Sentence } from './extractor.ts'
import { isSmall } from './letters.ts'
import { capitalisedWords, nameRuns, nameStrengths, newPhrases, subRuns, titleName } from './name-shapes.ts'
import { FUNCTION_WORDS, keyOf, type Phrase, phrasesOf } from './phrases.ts'
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

const countsOfPhrase = (key: string): PhraseCounts | undefined => phraseCounts().get(key)

/** The candidates of a paper. The same document is analysed once; training leaves a paper's own labels out of `countsOf`. */
export function analyse(document: Document, countsOf = countsOfPhrase): Analysis {
  const before = known.get(document)
  if (before) return before
  const candidates = new Map<string, Candidate>()
  const pairs = acronymPairs(document)
  const capitals = capitalisedWords(document)
  const phrases = document.sentences.map((sentence) => phrasesOf(sentence.tokens, LONGEST_PHRASE))
  const times = occurrences(phrases)
  for (const [at, sentence] of document.sentences.entries()) {
    const isTitle = sentence.field === 'title'
    const strengths = nameStrengths(sentence, document, capitals)
    const inRun = new Set<number>()
    for (const run of nameRuns(sentence.tokens, strengths))
      for (const phrase of subRuns(run, strengths)) inRun.add(phrase.from * 1000 + phrase.to)
    const lead = titleName(sentence) ?? -1
    const news = newPhrases(sentence.tokens)
    const hasCapital = sentence.tokens.map((token) => !isSmall(token.text) && /\p{Lu}/u.test(token.text))
    for (const phrase of phrases[at] ?? []) {
      const key = phraseCounts().hashes.has(phrase.hash) ? keyOf(sentence.tokens, phrase.from, phrase.to) : undefined
      const counts = key === undefined ? undefined : countsOf(key)
      const place = phrase.from * 1000 + phrase.to
      const isShape = inRun.has(place) || (phrase.from === 0 && phrase.to === lead)
      const isOften = counts !== undefined && (isTitle || isOftenNamed(counts) || candidates.has(key ?? ''))
      const isWorth =
        isOften ||
        isShape ||
        ((hasCapital[phrase.from] || hasCapital[phrase.to]) && lexiconAt(document, sentence, phrase) !== undefined) ||
        (counts === undefined && news.has(place)) ||
        (counts === undefined &&
          phrase.to > phrase.from &&
          phrase.to - phrase.from < 4 &&
          (times.get(phrase.hash) ?? 0) > 1 &&
          phrase.isPlain)
      if (!isWorth) continue
      const name = key ?? keyOf(sentence.tokens, phrase.from, phrase.to)
      if (name.length > 1) add(candidates, document, sentence, phrase, name, counts, isShape ? 'shape' : 'context')
    }
  }
  for (const pair of pairs) addPair(candidates, document, pair, countsOf)
  const analysis = { document, candidates, pairs }
  known.set(document, analysis)
  return analysis
}

/** Phrases that name something in fewer of the papers that hold them are left to the title. */
const LEAST_NAMED_SHARE = 0.03

function isOftenNamed({ papers, method, model, benchmark, topic }: PhraseCounts): boolean {
  return method + model + benchmark + topic >= papers * LEAST_NAMED_SHARE
}

/** How often each phrase stands in the paper; a title counts twice, because what stands there is what it is about. */
function occurrences(phrases: Phrase[][]): Map<number, number> {
  const times = new Map<number, number>()
  for (const [at, inSentence] of phrases.entries())
    for (const { hash, from, to } of inSentence)
      if (to > from) times.set(hash, (times.get(hash) ?? 0) + (at === 0 ? 2 : 1))
  return times
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
  phrase: Pick<Phrase, 'from' | 'to'>,
  key: string,
  counts: PhraseCounts | undefined,
  reason: Reason,
): Candidate {
  const start = sentence.tokens[phrase.from]?.start ?? 0
  const end = sentence.tokens[phrase.to]?.end ?? 0
  const surface = textOf(document, sentence.field).slice(start, end)
  let candidate = candidates.get(key)
  if (!candidate) {
    candidate = {
      key,
      places: [],
      reasons: new Set(),
      counts,
      lexicon: undefined,
      short: undefined,
      long: undefined,
    }
    candidates.set(key, candidate)
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

function addPair(
  candidates: Map<string, Candidate>,
  document: Document,
  pair: AcronymPair,
  countsOf: typeof countsOfPhrase,
): void {
  const [short, long] = [pair.short, pair.long].map(([from, to]) => {
    const { tokens } = pair.sentence
    while (from < to && FUNCTION_WORDS.has(tokens[from]?.text.toLowerCase() ?? '')) from++
    const key = keyOf(tokens, from, to)
    return add(candidates, document, pair.sentence, { from, to }, key, countsOf(key), 'acronym')
  })
  if (!short || !long || short === long) return
  short.long = long.key
  long.short = short.key
}
