import type { Analysis, Candidate, Place } from './candidates.ts'
import { contextFeatures } from './context-features.ts'
import { commonWords, type PhraseCounts } from './tables.ts'

/**
 * What a linear model may know of a candidate, as names of binary features: its letters, how often the phrase names what over
 * many papers, where it stands, and the words around it.
 */
export function featuresOf(analysis: Analysis, candidate: Candidate): Set<string> {
  const found = new Set<string>(['bias'])
  const first = candidate.places[0]
  if (!first) return found
  const surface = bestSurface(candidate)
  shapeFeatures(found, surface)
  countFeatures(found, 'c', candidate.counts)
  found.add(`lex=${candidate.lexicon ?? '-'}`)
  for (const reason of candidate.reasons) found.add(`why=${reason}`)
  placeFeatures(found, candidate)
  pairFeatures(found, analysis, candidate)
  for (const place of candidate.places.slice(0, 6)) contextFeatures(found, analysis, place)
  return found
}

/** The spelling with most capitals stands for the candidate: a title or a sentence start may have changed the others. */
export function bestSurface(candidate: Candidate): string {
  let best = ''
  let most = -1
  for (const { surface, sentence } of candidate.places) {
    const capitals = surface.replace(/[^\p{Lu}]/gu, '').length - (sentence.field === 'title' ? 0.5 : 0)
    if (capitals > most) [best, most] = [surface, capitals]
  }
  return best
}

function shapeFeatures(found: Set<string>, surface: string): void {
  const words = surface.split(/[\s/]+/)
  const shape = surface
    .replace(/\p{Lu}/gu, 'X')
    .replace(/[\p{Ll}\p{Lo}]/gu, 'x')
    .replace(/\d/g, '0')
    .replace(/([Xx0])\1+/g, '$1$1')
  found.add(`shape=${shape.length > 14 ? shape.slice(0, 14) : shape}`)
  found.add(`words=${Math.min(words.length, 5)}`)
  const capitalised = words.filter((word) => /^\p{Lu}/u.test(word)).length
  found.add(
    `caps=${capitalised === words.length ? 'all' : capitalised === 0 ? 'none' : 'some'}|${Math.min(words.length, 3)}`,
  )
  if (/\p{L}\d|\d\p{L}|-\d/u.test(surface)) found.add('digits')
  if (/\p{Ll}\p{Lu}/u.test(surface)) found.add('camel')
  if (/^[\p{Lu}\d]{2,}s?$/u.test(surface)) found.add(`acronym|${Math.min(surface.length, 6)}`)
  const head = words[words.length - 1] ?? ''
  const low = head.toLowerCase()
  found.add(`head=${low}`)
  if (words.length > 1) {
    found.add(`first=${(words[0] ?? '').toLowerCase()}`)
    found.add(`head2=${(words[words.length - 2] ?? '').toLowerCase()}_${low}`)
  } else found.add(`alone=${low}`)
  for (const length of [3, 4]) if (head.length > length) found.add(`end${length}=${head.slice(-length)}`)
  if (surface.length > 3) found.add(`start3=${surface.slice(0, 3)}`)
  const part = surface.split(/[-\s/]/)[0] ?? ''
  if (part !== surface) found.add(`part=${part.toLowerCase()}`)
  if (words.length === 1 && commonWords().has(low)) found.add('common')
  if (words.every((word) => commonWords().has(word.toLowerCase()))) found.add(`allcommon|${Math.min(words.length, 3)}`)
}

function countFeatures(found: Set<string>, prefix: string, counts: PhraseCounts | undefined): void {
  if (!counts) {
    found.add(`${prefix}:new`)
    return
  }
  const named = counts.method + counts.model + counts.benchmark
  found.add(`${prefix}:papers=${Math.min(9, Math.floor(Math.log2(counts.papers + 1)))}`)
  const size = counts.papers < 5 ? 's' : counts.papers < 30 ? 'm' : 'l'
  for (const type of ['method', 'model', 'benchmark', 'topic'] as const)
    found.add(`${prefix}:${type}=${share(counts[type], counts.papers)}${size}`)
  found.add(`${prefix}:named=${share(named, counts.papers)}`)
}

/** A share in steps that are finer near both ends. */
function share(part: number, whole: number): number {
  if (part === 0) return 0
  const ratio = Math.min(0.99, part / (whole + 0.5))
  return ratio < 0.02 ? 1 : ratio < 0.05 ? 2 : ratio < 0.1 ? 3 : ratio < 0.2 ? 4 : 4 + Math.ceil(ratio * 10 - 1)
}

function placeFeatures(found: Set<string>, { places }: Candidate): void {
  const inTitle = places.filter((place) => place.sentence.field === 'title')
  const inAbstract = places.length - inTitle.length
  found.add(`title=${inTitle.length > 0}|n=${Math.min(inAbstract, 4)}`)
  if (inTitle.some((place) => place.from === 0)) found.add('titlestart')
  if (inTitle.some((place) => place.to === place.sentence.tokens.length - 1)) found.add('titleend')
  const at = places.find((place) => place.sentence.field === 'abstract')
  if (at) found.add(`at=${Math.floor((4 * at.start) / (1 + lastEnd(at)))}`)
}

function lastEnd(place: Place): number {
  return Math.max(place.end, 1200)
}

function pairFeatures(found: Set<string>, analysis: Analysis, candidate: Candidate): void {
  if (candidate.long) {
    const long = analysis.candidates.get(candidate.long)
    found.add('isShort')
    countFeatures(found, 'long', long?.counts)
    const surface = long ? bestSurface(long) : ''
    found.add(`longhead=${surface.split(/\s+/).at(-1)?.toLowerCase()}`)
    found.add(`longcaps=${/^\p{Lu}.*\s\p{Lu}/u.test(surface)}`)
  }
  if (candidate.short) {
    found.add('isLong')
    countFeatures(found, 'short', analysis.candidates.get(candidate.short)?.counts)
  }
}
