import type { Analysis, Candidate, Place } from './candidates.ts'
import { FUNCTION_WORDS } from './phrases.ts'
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

function contextFeatures(found: Set<string>, analysis: Analysis, { sentence, from, to }: Place): void {
  const { tokens, field } = sentence
  const word = (at: number): string => (at < 0 ? '<s>' : (tokens[at]?.text.toLowerCase() ?? '</s>'))
  const side = field === 'title' ? 'T' : ''
  const [left, left2, right, right2] = [word(from - 1), word(from - 2), word(to + 1), word(to + 2)]
  found.add(`${side}l=${left}`)
  found.add(`${side}ll=${left2}_${left}`)
  found.add(`${side}r=${right}`)
  found.add(`${side}rr=${right}_${right2}`)
  if (field === 'title') return
  for (let at = Math.max(0, from - 6); at < from - 1; at++)
    if (/^\p{Ll}{3,}$/u.test(tokens[at]?.text ?? '') && !LIGHT.has(word(at))) found.add(`L=${word(at)}`)
  for (let at = to + 2; at <= Math.min(tokens.length - 1, to + 5); at++)
    if (/^\p{Ll}{3,}$/u.test(tokens[at]?.text ?? '') && !LIGHT.has(word(at))) found.add(`R=${word(at)}`)
  const opening = tokens
    .slice(0, 6)
    .map((token) => token.text.toLowerCase())
    .find((text) => CUES.has(text))
  if (opening) found.add(`cue=${opening}`)
  neighbourFeatures(found, analysis, sentence, from, to)
}

const LIGHT = new Set(
  [...FUNCTION_WORDS].filter(
    (word) => !/^(propos|present|introduc|call|name|use|using|outperform|show|achiev)/.test(word),
  ),
)
const CUES = new Set(
  'propose proposes introduce introduces present presents develop develops release evaluate experiments results called named study investigate'.split(
    ' ',
  ),
)

/** What stands beside it in a list: of "A, B, and C" all three are probably things of one type. */
function neighbourFeatures(
  found: Set<string>,
  analysis: Analysis,
  sentence: Place['sentence'],
  from: number,
  to: number,
): void {
  const { tokens } = sentence
  const joint = (at: number): boolean => /^(?:,|and|or|\/|&)$/.test(tokens[at]?.text ?? '')
  if (joint(from - 1)) {
    let at = from - 2
    if (joint(at)) at--
    const type = neighbourType(analysis, tokens[at]?.text)
    if (type) found.add(`nl=${type}`)
  }
  if (joint(to + 1)) {
    let at = to + 2
    if (joint(at)) at++
    const type = neighbourType(analysis, tokens[at]?.text)
    if (type) found.add(`nr=${type}`)
  }
}

function neighbourType(analysis: Analysis, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const shape = /^.+\p{Lu}|\d/u.test(text) ? 'N' : /^\p{Lu}/u.test(text) ? 'C' : 'w'
  const counts = analysis.candidates.get(text.toLowerCase().replace(/[-.]/g, ''))?.counts
  if (!counts) return shape
  const types = ['method', 'model', 'benchmark', 'topic'] as const
  const best = types.reduce((a, b) => (counts[b] > counts[a] ? b : a))
  return `${shape}${counts[best] > counts.papers * 0.2 ? best : '-'}`
}
