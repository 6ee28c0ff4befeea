import type { Entity, Field } from '../../extraction.ts'
import type { Document, Sentence } from '../extractor.ts'
import { foldKey } from '../fold.ts'
import { lexicon, phraseCounts } from '../tables.ts'
import { mentionsBySentence } from './mentions.ts'
import { isMetricName } from './metrics.ts'

/** A place where a benchmark is named. Offsets are UTF-16 into the field. */
export interface BenchmarkPlace {
  field: Field
  /** Place of the sentence in the document. */
  sentence: number
  start: number
  end: number
}

/** What may be the benchmark of a result: one spelling of one name, with all its places. */
export interface Benchmark {
  name: string
  key: string
  /** The entity of the paper that it is, whatever its type. */
  entity: Entity | undefined
  /** How it was found. */
  isEntity: boolean
  hasNoun: boolean
  hasPreposition: boolean
  /** "Name: A Benchmark for …". */
  isLead: boolean
  isInLexicon: boolean
  /** Share of papers that name the phrase as a benchmark. */
  share: number
  places: BenchmarkPlace[]
}

/** "IWSLT 2024", "SQuAD v2", "MasakhaNER 2.0", "SemEval-2020 Task 5". */
const VERSION =
  /^(?:[ -](?:v?\d+\.\d+|v\d|(?:19|20)\d\d)(?![\d.%]*\d|\s?\\?%))?(?:\s(?:Sub)?[Tt]ask[\s-]?\d{1,2}\p{Lu}?(?!\p{L}))?/u
const GENERIC =
  /\s+(?:(?:bench-?mark|challenge|test|evaluation|validation|training|open-source|public)\s+)?(?:data ?sets?|benchmarks?|games?|simulators?|environments?|data|suites?|corpus|corpora|tasks?|test sets?|collection|challenge|competition|domains?|splits?|test)$/i
/** The noun that says that a name is a benchmark's. */
const NOUN =
  /^\s(?:\p{L}+\s)?(?:data ?sets?|benchmarks?|corpus|corpora|test ?sets?|test suite|suite|challenge|competition|shared task|simulator|environments?|leaderboard|games|splits?|validation set|dev(?:elopment)? set|test)(?!\p{L})/iu
const BEFORE_NAME =
  /(?:\b(?:on|across|over|in|from|for|both|datasets?|benchmarks?|corpus|including|namely)\s(?:the\s(?:\p{L}[\p{L}-]*\s){0,2})?|(?:datasets?|benchmarks?|corpora|tasks)\s?(?:\(|:\s|--|,\s)(?:e\.g\.,?\s|i\.e\.,?\s|such as\s)?)$/iu
const IN_LIST = /(?:\p{L}|\d)(?:\s\([^()]{1,20}\))?(?:,|,? and|,? or|\s?\/)\s?$/u

/** A word that looks like a name: an inner capital, a digit in it, or a capital that no sentence start explains. */
const NAME_WORD = /^(?:\p{Lu}[\p{L}\p{N}+'*-]*|[\p{Ll}\d][\p{Ll}\d-]*\p{Lu}[\p{L}\p{N}+-]*)$/u
const STRONG_WORD = /^.+\p{Lu}|\p{Lu}.*\d/u

/** Whether two names are hardly two benchmarks: one stands inside the other, or both are one entity. */
export function isSameBenchmark(one: Benchmark, other: Benchmark): boolean {
  return (
    one.key.includes(other.key) ||
    other.key.includes(one.key) ||
    (one.entity !== undefined && one.entity === other.entity)
  )
}

/** Every name in a paper that could be the benchmark of a number: the entities, and names that stand where benchmarks do. */
export function benchmarksOf(document: Document, entities: Entity[]): Benchmark[] {
  const found = new Map<string, Benchmark>()
  const named = mentionsBySentence(document, entities)
  for (const [at, sentence] of document.sentences.entries()) {
    const text = document.paper[sentence.field]
    const inside = named[at] ?? []
    const places: { start: number; end: number; entity: Entity | undefined }[] = [...inside]
    for (const run of nameRuns(sentence))
      if (!inside.some(({ start, end }) => start === run.start && end === run.end))
        places.push({ ...run, entity: undefined })
    for (const place of places) addPlace(found, text, at, sentence, place)
  }
  return [...found.values()]
}

function addPlace(
  found: Map<string, Benchmark>,
  text: string,
  at: number,
  sentence: Sentence,
  { start, end, entity }: { start: number; end: number; entity: Entity | undefined },
): void {
  const isEntity = entity !== undefined && (entity.type === 'benchmark' || entity.also.includes('benchmark'))
  const longer = end + (VERSION.exec(text.slice(end, end + 24))?.[0].length ?? 0)
  const stop = Math.min(longer, sentence.end)
  const name = text.slice(start, stop).replace(GENERIC, '')
  if (isMetricName(name)) return
  if (!isEntity && entity && (entity.type === 'topic' || entity.type === 'repo')) return
  const nounAfter = NOUN.test(text.slice(start + name.length, start + name.length + 40))
  const before = text.slice(Math.max(0, start - 50), start)
  const preposition = BEFORE_NAME.test(before)
  const listed = IN_LIST.test(before)
  const key = foldKey(name)
  const counts = phraseCounts().get(key)
  const share = counts ? counts.benchmark / (counts.papers + 1) : 0
  const isInLexicon = lexicon().get(name) === 'benchmark'
  const isLead =
    sentence.field === 'title' && start === sentence.start && /^\s?[:：]/.test(text.slice(start + name.length))
  if (!isEntity && !isLead && !nounAfter && !preposition && !listed && !isInLexicon && share < 0.3) return
  const benchmark = found.get(key) ?? {
    name,
    key,
    entity,
    isEntity: false,
    hasNoun: false,
    hasPreposition: false,
    isLead: false,
    isInLexicon,
    share,
    places: [],
  }
  benchmark.isEntity ||= isEntity
  benchmark.entity ??= entity
  benchmark.isLead ||= isLead
  benchmark.hasNoun ||= nounAfter
  benchmark.hasPreposition ||= preposition
  if (!benchmark.places.some((place) => place.field === sentence.field && place.start === start))
    benchmark.places.push({ field: sentence.field, sentence: at, start, end: start + name.length })
  found.set(key, benchmark)
}

/** Runs of up to five words that look like names. */
function nameRuns(sentence: Sentence): { start: number; end: number }[] {
  const { tokens } = sentence
  const runs: { start: number; end: number }[] = []
  for (let from = 0; from < tokens.length; from++) {
    const first = tokens[from]
    if (!first || !NAME_WORD.test(first.text)) continue
    if (first.text.length < 2 || (from === 0 && !STRONG_WORD.test(first.text))) continue
    let to = from
    while (to - from < 4) {
      const [last, next] = [tokens[to], tokens[to + 1]]
      if (!next || !last) break
      const joined = next.start === last.end
      if (next.start <= last.end + 1 && NAME_WORD.test(next.text)) to++
      else if (
        joined &&
        next.text === '/' &&
        tokens[to + 2]?.start === next.end &&
        NAME_WORD.test(tokens[to + 2]?.text ?? '')
      )
        to += 2
      else break
    }
    const last = tokens[to]
    if (last) runs.push({ start: first.start, end: last.end })
    from = to
  }
  return runs
}
