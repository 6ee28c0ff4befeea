import type { Evidence } from '../api.ts'
import type { EvidenceRow, PlacesRow } from './rows.ts'

/** A paper's text, where it is at hand. */
export type PaperText = Readonly<Record<'title' | 'abstract', string>>

interface Place {
  surface: string
  field: 'title' | 'abstract'
  start: number
  end: number
}
// Enough to place a sentence, whatever a paper repeats.
const MOST_TRIED = 100

/** The evidence of a relationship with its marks; undefined where the graph holds no words for it. */
export function toEvidence(row: EvidenceRow, confidence: number | undefined, text?: PaperText): Evidence | undefined {
  if (row.sentence === '') return undefined
  const places = readPlaces(row)
  return {
    surfaces: row.surfaces,
    fields: row.fields,
    starts: row.starts,
    ends: row.ends,
    sentence: row.sentence,
    marks: marksIn(row.sentence, places, text),
    rule: row.rule,
    confidence: confidence ?? 0,
    extractor: row.extractor,
  }
}

/** The parallel lists as one list. */
export function readPlaces({ surfaces, fields, starts, ends }: PlacesRow): Place[] {
  return surfaces.flatMap((surface, at) => {
    const [field, start, end] = [fields[at], starts[at], ends[at]]
    return field === undefined || start === undefined || end === undefined ? [] : [{ surface, field, start, end }]
  })
}

/**
 * Where the mentions stand in `sentence`: pairs [start, end), in order, without overlaps. The sentence is a part of one
 * field; it lies where most of that field's mentions fit, whole words before parts of words. Where none fits, the
 * surfaces are looked for.
 */
export function marksIn(sentence: string, places: readonly Place[], text?: PaperText): [number, number][] {
  let best: [number, number][] = []
  let bestScore = 0
  for (const field of ['title', 'abstract'] as const) {
    const inField = places.filter((place) => place.field === field)
    for (const base of basesOf(sentence, inField, text?.[field])) {
      const marks = inField
        .map(({ surface, start, end }) => ({ surface, start: start - base, end: end - base }))
        .filter(({ surface, start, end }) => start >= 0 && sentence.slice(start, end) === surface)
        .map(({ start, end }): [number, number] => [start, end])
      const score =
        marks.length + marks.filter(([start, end]) => isWhole(sentence, start, end)).length / (marks.length + 1)
      if (score > bestScore) [best, bestScore] = [marks, score]
    }
  }
  return withoutOverlaps(best.length > 0 ? best : places.flatMap(({ surface }) => occurrences(sentence, surface)))
}

/** Places in the field where the sentence may begin. */
function basesOf(sentence: string, places: readonly Place[], fieldText: string | undefined): number[] {
  if (places.length === 0) return []
  if (fieldText !== undefined) return occurrences(fieldText, sentence).map(([start]) => start)
  const bases = places
    .slice(0, MOST_TRIED)
    .flatMap(({ surface, start }) => occurrences(sentence, surface).map(([at]) => start - at))
  return [...new Set(bases.filter((base) => base >= 0))]
}

/** Whether a mark is not a part of a longer word. */
function isWhole(sentence: string, start: number, end: number): boolean {
  return !/[\p{L}\p{N}-]/u.test(`${sentence[start - 1] ?? ''}${sentence[end] ?? ''}`)
}

function occurrences(text: string, part: string): [number, number][] {
  const found: [number, number][] = []
  if (part === '') return found
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length))
    found.push([at, at + part.length])
  return found
}

function withoutOverlaps(marks: [number, number][]): [number, number][] {
  const kept: [number, number][] = []
  for (const mark of marks.sort((a, b) => a[0] - b[0] || b[1] - a[1]))
    if (mark[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(mark)
  return kept
}
