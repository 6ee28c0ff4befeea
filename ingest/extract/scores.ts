import type { Entity, Score } from '../extraction.ts'
import type { Document, Sentence } from './extractor.ts'
import { type ResultNumber, resultNumbers } from './score-numbers.ts'

/** A place of a benchmark or system in a sentence; offsets into the sentence. */
interface Place {
  name: string
  start: number
  end: number
}

/** Longer sentences are tables or noise. */
const LONGEST_SENTENCE = 1500
const SURE = 0.6
/** "SQuAD v2", "IWSLT 2024". */
const VERSION = /^[ -](?:v?\d+\.\d+|v\d|20\d\d)(?![\d.%]*\d|%)/
/** The verbs of a result. */
const REPORTS =
  /\b(?:achiev|reach|attain|obtain|outperform|beat|surpass|exceed|improv|increas|boost|scor|yield|gain|rais|reduc|rank|dropp?|fall|degrad)/i

/**
 * Numbers that the abstract states as results on a benchmark that it names. Careful: where two benchmarks could own a number,
 * and the words do not tell, it is left out.
 */
export function findScores(document: Document, entities: Entity[]): Score[] {
  const benchmarks = entities.filter(({ type, also }) => type === 'benchmark' || also.includes('benchmark'))
  if (benchmarks.length === 0) return []
  const systems = entities.filter(({ type, role }) => (type === 'method' || type === 'model') && role === 'introduces')
  const scores: Score[] = []
  for (const sentence of document.sentences) {
    if (sentence.field === 'title' || sentence.end - sentence.start > LONGEST_SENTENCE) continue
    const text = document.paper.abstract.slice(sentence.start, sentence.end)
    const numbers = resultNumbers(text)
    if (numbers.length === 0) continue
    const places = placesIn(text, sentence, benchmarks)
    const owners = places.length > 0 ? assign(text, numbers, places) : elsewhere(text, numbers, benchmarks)
    const isReport = REPORTS.test(text)
    for (const [at, number] of numbers.entries()) {
      if (!isReport && number.metric === '') continue
      for (const benchmark of owners[at] ?? [])
        scores.push(scoreOf(sentence, number, benchmark, systemBefore(placesIn(text, sentence, systems), number)))
    }
  }
  return scores
}

/** A sentence that names no benchmark speaks of the only one of the paper, if it reports at all. */
function elsewhere(text: string, numbers: ResultNumber[], benchmarks: Entity[]): string[][] {
  const [only, other] = benchmarks
  if (!only || other || only.confidence < SURE || !REPORTS.test(text)) return []
  return numbers.map(({ metric }) => (metric === '' ? [] : [shortName(only)]))
}

/** The acronym of a benchmark whose full name is long, without the word for its kind. */
function shortName({ name, aliases }: Entity): string {
  const short = /\s.*\s/.test(name) ? aliases.find((alias) => /^\S*\p{Lu}\S*$/u.test(alias)) : undefined
  return bare(short ?? name)
}

function bare(name: string): string {
  return name.replace(/\s+(?:data ?sets?|benchmarks?|games?|simulators?|environments?|data|suite|corpus|tasks?)$/i, '')
}

function scoreOf(sentence: Sentence, number: ResultNumber, benchmark: string, system: string): Score {
  const { value, unit, metric, kind } = number
  const [start, end] = [sentence.start + number.start, sentence.start + number.end]
  return {
    value,
    unit,
    benchmark,
    metric,
    system: kind === 'baseline' ? '' : system,
    kind,
    field: 'abstract',
    start,
    end,
  }
}

function placesIn(text: string, sentence: Sentence, entities: Entity[]): Place[] {
  return entities
    .flatMap((entity) => {
      const surfaces = [entity.name, ...entity.aliases]
      return entity.mentions
        .filter(({ field, start, end }) => field === 'abstract' && start >= sentence.start && end <= sentence.end)
        .map(({ start, end, surface }) => ({
          name:
            surfaces.length > 1 && /\s.*\s/.test(surface)
              ? shortName(entity)
              : bare(surface + (VERSION.exec(text.slice(end - sentence.start))?.[0] ?? '')),
          start: start - sentence.start,
          end: end - sentence.start,
        }))
    })
    .sort((a, b) => a.start - b.start)
}

function systemBefore(systems: Place[], number: ResultNumber): string {
  return systems.filter((system) => system.end <= number.start).at(-1)?.name ?? systems[0]?.name ?? 'this paper'
}

/** For each number the benchmarks that own it. */
function assign(text: string, numbers: ResultNumber[], places: Place[]): string[][] {
  const names = [...new Set(places.map((place) => place.name))]
  if (names.length === 1) return numbers.map(() => names)
  return pairedInOrder(text, numbers, places) ?? numbers.map((number, at) => nearest(text, numbers, at, number, places))
}

/** "75.3 and 68.1 on A and B", "on A and B, 75.3 and 68.1 respectively": as many numbers in a row as benchmarks in a row. */
function pairedInOrder(text: string, numbers: ResultNumber[], places: Place[]): string[][] | undefined {
  const [firstNumber, lastNumber, firstPlace, lastPlace] = [numbers[0], numbers.at(-1), places[0], places.at(-1)]
  if (!firstNumber || !lastNumber || !firstPlace || !lastPlace) return undefined
  const isApart = lastNumber.end <= firstPlace.start || lastPlace.end <= firstNumber.start
  if (!isApart || numbers.length < 2) return undefined
  if (numbers.length === places.length) return places.map((place) => [place.name])
  // Two measures on each of several: whose is whose cannot be told.
  return isList(text, places) && new Set(numbers.map((number) => number.metric)).size === numbers.length
    ? numbers.map(() => places.map((place) => place.name))
    : undefined
}

function isList(text: string, places: Place[]): boolean {
  return places.every((place, at) => {
    const before = places[at - 1]
    return (
      !before ||
      /^(?:\s?(?:,|and|&|as well as|the|datasets?|benchmarks?|\/)\s?)+$/.test(text.slice(before.end, place.start))
    )
  })
}

/** "N on A" and "A (N)"; "N on A and B" when the next number comes after both. */
function nearest(text: string, numbers: ResultNumber[], at: number, number: ResultNumber, places: Place[]): string[] {
  const limit = numbers[at + 1]?.start ?? text.length
  const behind = places.filter((place) => place.start >= number.end && place.end <= limit)
  const first = behind[0]
  if (first && /\b(?:on|for|in|over|across|of)\b[^;]{0,60}$/i.test(text.slice(number.end, first.start)))
    return behind.filter((_, index) => isList(text, behind.slice(0, index + 1))).map((place) => place.name)
  const floor = numbers[at - 1]?.end ?? 0
  const before = places.filter((place) => place.end <= number.start && place.start >= floor)
  const last = before.at(-1)
  if (
    last &&
    /^(?: datasets?| benchmarks?)?\s?(?:\(|:|=|by|with|of|to|,? (?:achiev|reach|attain)\w+)[^;]{0,40}$/i.test(
      text.slice(last.end, number.start),
    )
  )
    return [last.name]
  return []
}
