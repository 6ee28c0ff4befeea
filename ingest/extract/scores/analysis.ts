import type { Entity } from '../../extraction.ts'
import type { Document, Sentence } from '../extractor.ts'
import { type Benchmark, benchmarksOf } from './benchmarks.ts'
import { mentionsBySentence } from './mentions.ts'
import { type Metric, metricsOf } from './metrics.ts'
import { type ResultNumber, resultNumbers } from './numbers.ts'

/** A number, with what stands around it. */
export interface NumberPlace {
  number: ResultNumber
  sentence: Sentence
  /** Place of the sentence in the document, and of the number among those of the sentence. */
  at: number
  index: number
  /** All numbers and measures of the sentence. */
  numbers: ResultNumber[]
  metrics: Metric[]
  /** Numbers that stand with it in one list: "75.3, 68.1 and 60.2", and its place there. */
  list: ResultNumber[]
}

/** A place in the abstract where a method or model is named. */
export interface SystemPlace {
  name: string
  isOwn: boolean
  sentence: number
  start: number
  end: number
}

/** What the judges of stated scores know of a paper. */
export interface ScoreAnalysis {
  document: Document
  entities: Entity[]
  numbers: NumberPlace[]
  benchmarks: Benchmark[]
  /** Where methods and models are named in the abstract. */
  systems: SystemPlace[]
  /** Kept by sentence for ownersOf(). */
  spots: Map<number, { start: number; end: number; names: Benchmark[] }[]>
}

/** Papers with more of either are tables or noise. */
const MOST_NUMBERS = 120
const MOST_BENCHMARKS = 60

/** The numbers and benchmarks of a paper; undefined where it has no numbers. */
export function analyseScores(whole: Document, entities: Entity[]): ScoreAnalysis | undefined {
  const document = { ...whole, sentences: joinedSentences(whole) }
  const numbers: NumberPlace[] = []
  for (const [at, sentence] of document.sentences.entries()) {
    if (sentence.field === 'title') continue
    const text = document.paper.abstract
    const found = resultNumbers(text, sentence)
    if (found.length === 0) continue
    const metrics = metricsOf(text, sentence)
    const lists = listsOf(text, found)
    for (const [index, number] of found.entries())
      numbers.push({ number, sentence, at, index, numbers: found, metrics, list: lists[index] ?? [number] })
  }
  if (numbers.length === 0 || numbers.length > MOST_NUMBERS) return undefined
  const benchmarks = benchmarksOf(document, entities).slice(0, MOST_BENCHMARKS)
  return { document, entities, numbers, benchmarks, systems: systemsOf(document, entities), spots: new Map() }
}

/** "92\%, 76\%, and 62\%", "75.3 and 68.1", "94.1 / 50.8". */
const LIST_GAP =
  /^[\s$}]*(?:BLEU|F1|points?|accuracy|mAP|mIoU|AP|AUC|dB)?[\s$}]*(?:,|;|\/|and|&|or)\s?(?:and\s)?(?:\(?[ivx]+\)\s)?(?:an?\s)?(?:by\s)?[$\\{+]*(?:\\(?:mathbf|textbf|bf)\{)?[$]*$/i

function listsOf(text: string, numbers: ResultNumber[]): ResultNumber[][] {
  const lists: ResultNumber[][] = []
  let list: ResultNumber[] = []
  let last: ResultNumber | undefined
  for (const number of numbers) {
    const joined = last && number.start - last.unitEnd < 30 && LIST_GAP.test(text.slice(last.unitEnd, number.start))
    if (!joined) list = []
    list.push(number)
    lists.push(list)
    last = number
  }
  return lists
}

/** "40.1% vs. 38.4%" is not the end of a sentence, whatever the splitter of sentences says. */
function joinedSentences({ paper, sentences }: Document): Sentence[] {
  const joined: Sentence[] = []
  for (const sentence of sentences) {
    const last = joined.at(-1)
    const isCut =
      last && last.field === 'abstract' && CUT.test(paper.abstract.slice(Math.max(last.start, last.end - 12), last.end))
    if (last && isCut)
      joined[joined.length - 1] = { ...last, end: sentence.end, tokens: [...last.tokens, ...sentence.tokens] }
    else joined.push(sentence)
  }
  return joined
}
const CUT = /(?:\bvs|\bresp|\bapprox|\bavg|\bw\.r\.t|\bi\.e|\be\.g|\bcf|\bacc)\.$/i

function systemsOf(document: Document, entities: Entity[]): SystemPlace[] {
  const systems = entities.filter(({ type }) => type === 'method' || type === 'model')
  return mentionsBySentence(document, systems).flatMap((places, sentence) =>
    document.sentences[sentence]?.field === 'abstract'
      ? places.map(({ entity, start, end }) => ({
          name: document.paper.abstract.slice(start, end),
          isOwn: entity.role === 'introduces',
          sentence,
          start,
          end,
        }))
      : [],
  )
}
