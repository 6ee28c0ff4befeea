import type { Rows, Value } from '../../queries/store/store.ts'

/** A cell's text longer than this is cut: whole abstracts are get_node's to give. */
const LONGEST_TEXT = 400
const LONGEST_LIST = 30
/** Of all rows as JSON, characters: what a model can read beside other things. */
const LONGEST_ANSWER = 40_000

/** Tag characters, which spell letters invisibly, and those that turn the direction of writing. */
const HIDDEN = /[\u{e0000}-\u{e007f}\u202a-\u202e\u2066-\u2069]/gu

export type ShortRow = Record<string, Value>

/**
 * The first rows of an answer as objects by column, at most `most` of them and no more than fit: long texts and lists are
 * cut with a mark, what is absent is left out.
 */
export function shortRows({ columns, rows }: Pick<Rows, 'columns' | 'rows'>, most: number): ShortRow[] {
  const short: ShortRow[] = []
  let length = 0
  for (const row of rows.slice(0, most)) {
    const entries = columns.map((column, at): [string, Value] => [column, shortValue(row[at] ?? null)])
    const object = Object.fromEntries(entries.filter(([, value]) => value !== null))
    length += JSON.stringify(object).length
    if (length > LONGEST_ANSWER && short.length > 0) break
    short.push(object)
  }
  return short
}

/** A value with its long texts and lists cut. */
export function shortValue(value: Value): Value {
  if (typeof value === 'string') return shortText(value)
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) {
    const kept = value.slice(0, LONGEST_LIST).map(shortValue)
    return kept.length === value.length ? kept : [...kept, `… ${value.length - kept.length} more`]
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortValue(inner)]))
}

/** A text as a model may read it: without characters that people do not see, which are a way to talk past them. */
export function shortText(given: string, longest = LONGEST_TEXT): string {
  const text = given.replace(HIDDEN, '')
  if (text.length <= longest) return text
  // Not in the middle of a pair of surrogates.
  return `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…`
}
