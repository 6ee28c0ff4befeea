import type { Analysis, Candidate } from './candidates.ts'
import { contextFeatures } from './context-features.ts'
import { foldKey } from './fold.ts'
import type { FeatureList } from './model/feature-list.ts'
import { hashText } from './model/hashing.ts'
import { shapeFeatures } from './shape-features.ts'
import { type PhraseCounts, phraseCounts } from './tables.ts'

const BIAS = hashText('bias')
const PAPERS = hashText('papers')
const SHARES = hashText('shares')
const NAMED = hashText('named')
const TITLES = hashText('titles')
const LEXICON = hashText('lexicon')
const REASON = hashText('reason')
const PLACE = hashText('place')
const TITLE_START = hashText('title start')
const TITLE_END = hashText('title end')
const AT = hashText('at')
const IS_SHORT = hashText('is short')
const IS_LONG = hashText('is long')
const LONG_HEAD = hashText('long head')
const LONG_CAPS = hashText('long caps')
const BRACKETED = hashText('bracketed')
const TIMES = hashText('times')
const STEM = hashText('stem')

/** More places of one name tell little more. */
const MOST_PLACES = 6

/**
 * What a model may know of a candidate, as binary features: its letters, how often the phrase names what over many papers,
 * where it stands, and the words around it.
 */
export function featuresOf(list: FeatureList, analysis: Analysis, candidate: Candidate): void {
  list.clear()
  list.add(BIAS)
  if (candidate.places.length === 0) return
  const surface = bestSurface(candidate)
  shapeFeatures(list, surface)
  countFeatures(list, 0, candidate.counts)
  stemFeatures(list, surface)
  list.text(LEXICON, candidate.lexicon ?? '-')
  for (const why of candidate.reasons) list.text(REASON, why)
  placeFeatures(list, candidate)
  pairFeatures(list, analysis, candidate)
  for (const place of candidate.places.slice(0, MOST_PLACES)) contextFeatures(list, analysis, place)
}

/** The spelling with most capitals stands for the candidate: a title or a sentence start may have changed the others. */
export function bestSurface({ places }: Candidate): string {
  const [only] = places
  if (places.length === 1 && only) return only.surface
  let best = ''
  let most = -1
  for (const { surface, sentence } of places) {
    const capitals = surface.replace(/[^\p{Lu}]/gu, '').length - (sentence.field === 'title' ? 0.5 : 0)
    if (capitals > most) [best, most] = [surface, capitals]
  }
  return best
}

/** `whose` tells apart whose counts they are: 0 the candidate's own, 1 its expansion's, 2 its acronym's, 3 its stem's. */
function countFeatures(list: FeatureList, whose: number, counts: PhraseCounts | undefined): void {
  if (!counts) {
    list.add(PAPERS + whose, -1)
    return
  }
  const { method, model, benchmark, topic } = counts
  list.add(PAPERS + whose, Math.min(9, Math.floor(Math.log2(counts.papers + 1))))
  const size = counts.papers < 5 ? 0 : counts.papers < 30 ? 1 : 2
  list.add(SHARES + whose, 1000 + share(method, counts.papers) * 10 + size)
  list.add(SHARES + whose, 2000 + share(model, counts.papers) * 10 + size)
  list.add(SHARES + whose, 3000 + share(benchmark, counts.papers) * 10 + size)
  list.add(SHARES + whose, 4000 + share(topic, counts.papers) * 10 + size)
  list.add(TITLES + whose, share(counts.titles, counts.papers) * 10 + size)
  list.add(NAMED + whose, share(method + model + benchmark, counts.papers))
}

/** A share in steps that are finer near both ends. */
function share(part: number, whole: number): number {
  if (part === 0) return 0
  const ratio = Math.min(0.99, part / (whole + 0.5))
  return ratio < 0.02 ? 1 : ratio < 0.05 ? 2 : ratio < 0.1 ? 3 : ratio < 0.2 ? 4 : 4 + Math.ceil(ratio * 10 - 1)
}

const VERSION = /(?:[-\s]?(?:v?\d[\d.]*[A-Za-z]?|large|base|small|tiny|mini|instruct|chat|pro|turbo))+$/i

/** What "Qwen2.5-7B" is a version of may be well known where the version is not. */
function stemFeatures(list: FeatureList, surface: string): void {
  const base = surface.replace(VERSION, '')
  if (base === surface || base.length < 2) return
  countFeatures(list, 3, phraseCounts().get(foldKey(base)))
  list.text(STEM, base.toLowerCase())
}

function placeFeatures(list: FeatureList, { places }: Candidate): void {
  let inTitle = 0
  let isQuoted = false
  let at0 = -1
  for (const { sentence, from, to, start: offset } of places) {
    const { tokens } = sentence
    if (sentence.field === 'title') {
      inTitle++
      if (from === 0) list.add(TITLE_START, tokens[to + 1]?.text === ':' ? 1 : 0)
      if (to === tokens.length - 1) list.add(TITLE_END)
    } else if (at0 < 0) at0 = offset
    if (tokens[from - 1]?.text === '(' && tokens[to + 1]?.text === ')') list.add(BRACKETED)
    if (!isQuoted && /^["“'‘]$/.test(tokens[from - 1]?.text ?? '')) isQuoted = true
  }
  if (isQuoted) list.add(BRACKETED, 1)
  list.add(PLACE, Math.min(places.length - inTitle, 4) + (inTitle > 0 ? 10 : 0))
  list.add(TIMES, Math.min(places.length, 8))
  if (at0 >= 0) list.add(AT, Math.min(6, Math.floor(at0 / 250)))
}

function pairFeatures(list: FeatureList, analysis: Analysis, candidate: Candidate): void {
  if (candidate.long) {
    const long = analysis.candidates.get(candidate.long)
    list.add(IS_SHORT)
    countFeatures(list, 1, long?.counts)
    const surface = long ? bestSurface(long) : ''
    list.text(LONG_HEAD, surface.slice(surface.lastIndexOf(' ') + 1).toLowerCase())
    list.add(LONG_CAPS, /^\p{Lu}.*\s\p{Lu}/u.test(surface) ? 1 : 0)
  }
  if (candidate.short) {
    list.add(IS_LONG)
    countFeatures(list, 2, analysis.candidates.get(candidate.short)?.counts)
  }
}
