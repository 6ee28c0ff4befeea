import { PapergraphError } from '../../errors.ts'
import { type Line, lines } from './lines.ts'
import type { RawFields, RawItem } from './record.ts'
import { WHOLE_LIMIT_BYTES } from './whole.ts'

/**
 * JSON Lines: one object a line, blank lines passed over. One JSON array (or one object) over several lines is read too,
 * whole, up to WHOLE_LIMIT_BYTES. A line that cannot be used is named and the others are kept.
 */
export async function* readJsonLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<RawItem> {
  let isFirst = true
  const all = lines(bytes)
  for (;;) {
    const next = await all.next()
    if (next.done) return
    const line = next.value
    if (line.text.trim() === '' && !line.isTooLong) continue
    if (isFirst && /^\s*(?:\[|\{\s*$)/.test(line.text)) return yield* readArray(line, all)
    isFirst = false
    yield itemOf(line)
  }
}

function itemOf(line: Line): RawItem {
  const record = `line ${line.number}`
  if (line.isTooLong) return { record, reason: 'is longer than 16 MB, the most that is read of one line' }
  if (!line.isValid) return { record, reason: 'is not UTF-8; save the file as UTF-8' }
  try {
    return recordOf(JSON.parse(line.text), record)
  } catch (error) {
    return { record, reason: `is not JSON: ${error instanceof Error ? plain(error.message) : 'unreadable'}` }
  }
}

async function* readArray(first: Line, rest: AsyncIterable<Line>): AsyncGenerator<RawItem> {
  const texts = [first.text]
  let size = first.text.length
  for await (const line of rest) {
    size += line.text.length + 1
    if (size > WHOLE_LIMIT_BYTES || line.isTooLong) {
      throw new PapergraphError('input', 'is a JSON array larger than 32 MB; save it as JSON Lines, one object a line')
    }
    texts.push(line.text)
  }
  let value: unknown
  try {
    value = JSON.parse(texts.join('\n'))
  } catch (error) {
    throw new PapergraphError('input', `is not JSON: ${error instanceof Error ? plain(error.message) : 'unreadable'}`)
  }
  const items: unknown[] = Array.isArray(value) ? value : [value]
  for (const [index, item] of items.entries()) yield recordOf(item, `item ${index + 1}`)
}

function recordOf(value: unknown, record: string): RawItem {
  if (!isObject(value)) return { record, reason: 'is JSON but not an object with a title' }
  return { record, fields: fieldsOf(value) }
}

function fieldsOf(object: Record<string, unknown>): RawFields {
  return {
    id: object.id,
    title: object.title,
    abstract: object.abstract ?? object.summary,
    authors: object.authors ?? object.author,
    year: object.year,
    published: object.published ?? object.date,
    venue: object.venue ?? object.journal,
    url: object.url,
    doi: object.doi,
    eprint: object.eprint ?? object.arxiv_id,
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The engine's message without the line's text, which may be long. */
function plain(message: string): string {
  return message.replace(/^(Unexpected token).*? is not valid JSON$/s, '$1').replace(/\s*\(line \d+ column \d+\)$/, '')
}
