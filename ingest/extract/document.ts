import { createRequire } from 'node:module'
import type { Field } from '../extraction.ts'
import type { PaperRecord } from '../paper.ts'
import type { Document, Sentence } from './extractor.ts'
import { tokenize } from './tokens.ts'

export { tokenize }

interface Compromise {
  methods(): { one: { tokenize: { splitSentences(text: string, world: object): string[] } } }
  world(): object
}

/**
 * Only where sentences end is compromise's: its terms cut names at hyphens ("GPT-4") and keep "A/B" whole, and the normal forms
 * that `nlp.tokenize()` works out for each term would take three quarters of the time and are read by nobody here.
 * Its bundle is one file and loads in 35 ms of CPU time, where its modules take 210 ms.
 */
const compromise = createRequire(import.meta.url)('compromise/one') as Compromise
const { splitSentences } = compromise.methods().one.tokenize

/** compromise is quadratic in runs of punctuation and in text without sentence ends, so it never sees more than this at once. */
const BLOCK_CHARS = 4000
/** Longer runs without a space are no words; compromise sees as many letters x instead, which keeps every offset. */
const LONG_RUN = /(?<!\S)\S{121,}/g
/** Nobody writes `((((((((`: such runs are noise, and slow. */
const NOISE = /[^\p{L}\p{N}\s]{8,}/gu

/**
 * Prepares a paper once for all producers of mentions: sentences as compromise sees them, tokens within them. Offsets are
 * UTF-16 into the field. Takes time linear in the length of the text.
 */
export function prepareDocument(paper: PaperRecord): Document {
  return { paper, sentences: [...fieldSentences('title', paper.title), ...fieldSentences('abstract', paper.abstract)] }
}

function fieldSentences(field: Field, text: string): Sentence[] {
  // A title is one statement: its full stops belong to names ("Dr. GRPO", "v2.0").
  const ranges: [number, number][] = field === 'title' ? [[0, text.length]] : sentenceRanges(text)
  const sentences: Sentence[] = []
  for (const [from, to] of ranges) {
    const tokens = tokenize(text, from, to)
    const first = tokens[0]
    const last = tokens[tokens.length - 1]
    if (first && last) sentences.push({ field, start: first.start, end: last.end, tokens })
  }
  return sentences
}

function sentenceRanges(text: string): [number, number][] {
  const masked = text
    .replace(LONG_RUN, (run) => 'x'.repeat(run.length))
    .replace(NOISE, (run) => `,${' '.repeat(run.length - 1)}`)
  const ranges: [number, number][] = []
  for (const [from, to] of blocks(masked)) {
    const block = masked.slice(from, to)
    let cursor = from
    for (const sentence of splitSentences(block, compromise.world())) {
      const end = Math.min(cursor + sentence.length, to)
      ranges.push(...withoutSpaces(masked, cursor, end))
      cursor = end
    }
    if (cursor < to) ranges.push([cursor, to])
  }
  return ranges
}

/** Chinese and Japanese have no space after a sentence, and compromise wants one. */
function withoutSpaces(text: string, from: number, to: number): [number, number][] {
  const ranges: [number, number][] = []
  let start = from
  for (const { index, 0: end } of text.slice(from, to).matchAll(/[。！？]+[”’」』）]*/g)) {
    ranges.push([start, from + index + end.length])
    start = from + index + end.length
  }
  if (start < to) ranges.push([start, to])
  return ranges
}

function blocks(text: string): [number, number][] {
  const found: [number, number][] = []
  let from = 0
  while (text.length - from > BLOCK_CHARS) {
    const stop = text.lastIndexOf('. ', from + BLOCK_CHARS)
    const space = text.lastIndexOf(' ', from + BLOCK_CHARS)
    const to = stop > from + 1 ? stop + 2 : space > from ? space + 1 : from + BLOCK_CHARS
    found.push([from, to])
    from = to
  }
  found.push([from, text.length])
  return found
}
