import type { PaperRecord } from '../../paper.ts'
import type { Candidate } from '../candidates.ts'
import { foldKey } from '../fold.ts'
import type { PhraseCounts } from '../tables.ts'
import { readLines, type SilverPaper } from './corpus.ts'

export const LABELS = ['method', 'model', 'benchmark', 'topic'] as const
export type Label = (typeof LABELS)[number]
/** From here on a span counts as a name of its type. */
const CERTAIN = 0.4

/** A paper with what another model found in it: spans by field, start and end (UTF-16), each with its type's probability. */
export interface SilverDocument {
  paper: PaperRecord
  /** `field start end` to the probabilities in the order of LABELS. */
  spans: Map<string, number[]>
  /** The folded phrases that count as names here, with their types. */
  labels: Map<string, Set<Label>>
}

const spanKey = (field: string, start: number, end: number): string => `${field} ${start} ${end}`

/** The papers of the corpus that have silver labels, in the order of the labels. */
export function silverDocuments(): SilverDocument[] {
  const silver = readLines<SilverPaper>('eval', 'silver.jsonl.gz')
  const wanted = new Map(silver.map((one) => [one.id, one]))
  const found = new Map<string, SilverDocument>()
  for (const record of readLines<PaperRecord>('corpora', 'papers-100k.jsonl.gz')) {
    const one = wanted.get(record.id)
    if (one) found.set(record.id, documentOf({ ...record, abstract: record.abstract ?? '' }, one))
  }
  return silver.flatMap(({ id }) => found.get(id) ?? [])
}

function documentOf(paper: PaperRecord, { spans: given }: SilverPaper): SilverDocument {
  const spans = new Map<string, number[]>()
  const labels = new Map<string, Set<Label>>()
  for (const [field, from, to, type, probability] of given) {
    const at = LABELS.indexOf(type as Label)
    if (at < 0) continue
    const [start, end] = [utf16(paper[field], from), utf16(paper[field], to)]
    const key = spanKey(field, start, end)
    const row = spans.get(key) ?? [0, 0, 0, 0]
    row[at] = Math.max(row[at] ?? 0, probability)
    spans.set(key, row)
    if (probability < CERTAIN) continue
    const phrase = foldKey(paper[field].slice(start, end))
    if (phrase.length < 2) continue
    labels.set(phrase, (labels.get(phrase) ?? new Set<Label>()).add(type as Label))
  }
  return { paper, spans, labels }
}

/** The UTF-16 offset of a code point. */
function utf16(text: string, points: number): number {
  let units = 0
  for (let at = 0; at < points && units < text.length; at++) units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1
  return units
}

/** The probabilities of a candidate's types: of its places the surest. */
export function silverTargets({ places }: Candidate, { spans }: SilverDocument): number[] {
  const best = [0, 0, 0, 0]
  for (const { sentence, start, end } of places) {
    const row = spans.get(spanKey(sentence.field, start, end))
    if (row) for (let at = 0; at < 4; at++) best[at] = Math.max(best[at] ?? 0, row[at] ?? 0)
  }
  return best
}

/** Phrase counts as they would be without one paper's own labels: what training may see of that paper. */
export function withoutOwn(
  countsOf: (key: string) => PhraseCounts | undefined,
  { labels, paper }: SilverDocument,
  leastPapers: number,
): (key: string) => PhraseCounts | undefined {
  const title = paper.title
  return (key) => {
    const counts = countsOf(key)
    if (!counts) return undefined
    const own = labels.get(key)
    const rest = { ...counts, papers: counts.papers - 1 }
    if (own) for (const label of own) rest[label] = Math.max(0, rest[label] - 1)
    if (title !== '' && foldKey(title).includes(key)) rest.titles = Math.max(0, rest.titles - 1)
    return rest.method + rest.model + rest.benchmark + rest.topic < leastPapers ? undefined : rest
  }
}
