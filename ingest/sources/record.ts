import type { PaperRecord } from '../paper.ts'
import { authorNames } from './authors.ts'
import { paperId } from './identity.ts'
import { normaliseText } from './normalise.ts'
import { plainText } from './plain-text.ts'

/** The most bytes (UTF-8) that one field of a record may hold. */
export const FIELD_LIMIT_BYTES = 1024 * 1024

/** What a format's reader found in one record, not yet checked. */
export interface RawFields {
  id?: unknown
  title?: unknown
  abstract?: unknown
  authors?: unknown
  year?: unknown
  published?: unknown
  venue?: unknown
  url?: unknown
  doi?: unknown
  eprint?: unknown
}

/**
 * One record, or why there is none. `record` says which: "line 17", "entry smith2020". `isDecoded` where the reader has
 * already made text of markup: what looks like markup now is text.
 */
export type RawItem = { record: string; fields: RawFields; isDecoded?: boolean } | { record?: string; reason: string }

/**
 * Checks one record and makes a paper of it. A title is needed; an abstract may be missing. A year, date, venue or link
 * that is none is left out and the paper kept, because the text is what matters here.
 * @param isDecoded as in RawItem
 * @returns the paper, or a reason in words ("has no title")
 */
export function paperFrom(raw: RawFields, source: string, isDecoded = false): PaperRecord | string {
  const fields = isDecoded ? raw : withoutMarkup(raw)
  const tooLong = oversized(fields)
  if (tooLong !== undefined) return tooLong
  const title = textOf(fields.title)
  if (title === undefined && !isMissing(fields.title)) return 'has a title that is not text'
  if (title === undefined || title === '') return 'has no title'
  const abstract = textOf(fields.abstract)
  if (abstract === undefined && !isMissing(fields.abstract)) return 'has an abstract that is not text'

  const url = linkOf(textOf(fields.url))
  const names = { id: textOf(fields.id), doi: textOf(fields.doi), eprint: textOf(fields.eprint) }
  const published = dateOf(textOf(fields.published))
  const year = yearOf(textOf(fields.year)) ?? yearOf(textOf(fields.published))
  const venue = textOf(fields.venue)
  return {
    id: paperId({ title, ...names, url }),
    title,
    abstract: abstract ?? '',
    authors: authorNames(fields.authors),
    ...(year === undefined ? {} : { year }),
    ...(published === undefined ? {} : { published }),
    ...(venue ? { venue } : {}),
    ...(url === undefined ? {} : { url }),
    source,
  }
}

/** A year between 1500 and 2100 in the text ("2019", "May 2019", "2019-05-03"), else undefined. */
export function yearOf(text: string | undefined): number | undefined {
  const found = /(?<!\d)(1[5-9]\d\d|20\d\d|2100)(?!\d)/.exec(text ?? '')?.[1]
  return found === undefined ? undefined : Number(found)
}

/** The ISO date at the head of the text, as exact as it states one and the calendar allows, else undefined. */
export function dateOf(text: string | undefined): string | undefined {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d/-])/.exec(text ?? '')
  const iso = found?.[0]
  if (iso === undefined || yearOf(iso) === undefined) return undefined
  const time = new Date(`${found?.[1]}-${found?.[2] ?? '01'}-${found?.[3] ?? '01'}T00:00:00Z`)
  // Date rolls 30 February over to March instead of refusing it.
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(iso) ? iso : undefined
}

function withoutMarkup(fields: RawFields): RawFields {
  const { title, abstract, venue, authors } = fields
  const plain = (value: unknown) => (typeof value === 'string' ? plainText(value) : value)
  return {
    ...fields,
    title: plain(title),
    abstract: plain(abstract),
    venue: plain(venue),
    authors: Array.isArray(authors) ? authors.map(plain) : plain(authors),
  }
}

function linkOf(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\/[^\s]+$/i.test(text) ? text : undefined
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return normaliseText(value)
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null
}

function oversized(fields: RawFields): string | undefined {
  for (const [name, value] of Object.entries(fields)) {
    const texts: unknown[] = Array.isArray(value) ? value : [value]
    const bytes = texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? Buffer.byteLength(text) : 0), 0)
    if (bytes > FIELD_LIMIT_BYTES) return `has ${megabytes(bytes)} in its field ${name}, where at most 1 MB may stand`
  }
  return undefined
}

/** Bytes in words: "10.0 MB". */
export function megabytes(bytes: number): string {
  return `${(bytes / (1024 * 1024)).toFixed(1)} MB`
}
