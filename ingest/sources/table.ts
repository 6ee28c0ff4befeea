import { CsvError, parse } from 'csv-parse'
import { PapergraphError } from '../../errors.ts'
import { lines } from './lines.ts'
import type { RawFields, RawItem } from './record.ts'
import { through } from './through.ts'

/** A record that goes on for longer is a quote that was never closed. */
const RECORD_LIMIT_BYTES = 16 * 1024 * 1024

/** Header names, folded to letters and digits, in order of preference: ours, Zotero's, Scopus's and other exports'. */
const COLUMNS: Record<keyof RawFields, string[]> = {
  id: ['id', 'paperid'],
  title: ['title', 'papertitle', 'articletitle', 'documenttitle'],
  abstract: ['abstract', 'abstractnote', 'summary'],
  authors: ['authors', 'author', 'authornames', 'authorfullnames', 'creators'],
  year: ['year', 'publicationyear', 'pubyear'],
  published: ['published', 'date', 'publicationdate'],
  venue: ['venue', 'journal', 'publicationtitle', 'sourcetitle', 'booktitle', 'conference', 'conferencename'],
  url: ['url', 'link'],
  doi: ['doi'],
  eprint: ['eprint', 'arxiv', 'arxivid'],
}

/**
 * The parser holds a record's end back until it sees the three bytes that follow, which on a stream may be a long time. So
 * every line ends four times: an empty line is passed over, and within quotes white space is made one space later anyway.
 */
const LINE_END = '\n'.repeat(4)

interface ParsedRow {
  record: string[]
  info: { lines: number; empty_lines: number }
}

/** The delimiter of a header line: the one of the candidates that it holds most of. */
export function delimiterOf(header: string, candidates: string[]): string {
  const counts = candidates.map((candidate) => header.split(candidate).length)
  return candidates[counts.indexOf(Math.max(...counts))] ?? ','
}

/** Whether a line is the header of a table with a title column. */
export function isTableHeader(line: string, delimiter: string): boolean {
  const cells = line.split(delimiter).map(folded)
  return cells.length > 1 && COLUMNS.title.some((name) => cells.includes(name))
}

/** Whether a line is the header of a table of papers, even one that lacks the title. */
export function looksLikeHeader(line: string, delimiter: string): boolean {
  const known = Object.values(COLUMNS).flat()
  const cells = line.split(delimiter).map(folded)
  return isTableHeader(line, delimiter) || cells.filter((cell) => known.includes(cell)).length > 1
}

/**
 * CSV or TSV with a header, a record at a time. A comma-separated file may use semicolons, as spreadsheets of some
 * countries do: the header decides.
 * @param delimiters the delimiters that the format allows
 * @throws PapergraphError (input) when the header names no title column or a quote is never closed
 */
export async function* readTable(bytes: AsyncIterable<Buffer>, delimiters: string[]): AsyncGenerator<RawItem> {
  const badLines = new Set<number>()
  const longLines: number[] = []
  const texts = markedLines(bytes, badLines, longLines)
  const first = await texts.next()
  if (first.done) return
  const delimiter = delimiterOf(first.value, delimiters)
  const parser = parse({
    delimiter,
    info: true,
    max_record_size: RECORD_LIMIT_BYTES,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })

  let columns: { name: string; index: number }[] | undefined
  let width = 0
  let before = 0
  let emptyBefore = 0
  try {
    for await (const row of through<string, ParsedRow>(joined(first.value, texts), parser)) {
      while (longLines[0] !== undefined) {
        yield { record: `line ${longLines.shift()}`, reason: 'is longer than 16 MB, the most that is read of one line' }
      }
      const last = Math.ceil(row.info.lines / LINE_END.length)
      const blank = Math.floor((row.info.empty_lines - emptyBefore) / LINE_END.length)
      const record = `line ${before + 1 + blank}`
      emptyBefore = row.info.empty_lines
      const isSpoilt = [...badLines].some((line) => line > before && line <= last)
      for (const line of badLines) if (line <= last) badLines.delete(line)
      before = last
      if (columns === undefined) {
        columns = columnsOf(row.record)
        width = row.record.length
      } else if (isSpoilt) {
        yield { record, reason: 'is not UTF-8; save the file as UTF-8' }
      } else if (row.record.slice(width).some((cell) => cell.trim() !== '')) {
        yield {
          record,
          reason: `has ${row.record.length} cells where the header has ${width}; put text with the delimiter in it in quotes`,
        }
      } else if (row.record.some((cell) => cell.trim() !== '')) {
        yield { record, fields: fieldsOf(columns, row.record) }
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const isQuote = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
    const what = isQuote ? 'has a quote that is never closed' : `cannot be read (${error.message})`
    throw new PapergraphError('input', `${what}, in the record that begins after line ${before}`, { cause: error })
  }
  for (const line of longLines) {
    yield { record: `line ${line}`, reason: 'is longer than 16 MB, the most that is read of one line' }
  }
}

async function* markedLines(bytes: AsyncIterable<Buffer>, bad: Set<number>, long: number[]): AsyncGenerator<string> {
  for await (const line of lines(bytes)) {
    if (!line.isValid) bad.add(line.number)
    if (line.isTooLong) long.push(line.number)
    yield `${line.text}${LINE_END}`
  }
}

async function* joined(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first
  yield* rest
}

function columnsOf(header: string[]): { name: string; index: number }[] {
  const columns = header.map((cell, index) => ({ name: folded(cell), index }))
  if (!columns.some(({ name }) => COLUMNS.title.includes(name))) {
    const names = header.map((cell) => cell.trim()).join(', ')
    throw new PapergraphError(
      'input',
      `has no title column; its header reads: ${names.length > 200 ? `${names.slice(0, 200)}…` : names}`,
    )
  }
  return columns
}

function fieldsOf(columns: { name: string; index: number }[], cells: string[]): RawFields {
  const value = (names: string[]) => {
    for (const name of names) {
      const cell = cells[columns.find((column) => column.name === name)?.index ?? -1]
      if (cell !== undefined && cell.trim() !== '') return cell
    }
    return undefined
  }
  const fields: RawFields = Object.fromEntries(Object.entries(COLUMNS).map(([field, names]) => [field, value(names)]))
  // Zotero keeps an arXiv number in a column of odds and ends: "arXiv:2506.01939 [cs]".
  fields.eprint ??= /\barXiv:\s*\S+/i.exec(value(['extra']) ?? '')?.[0]
  return fields
}

function folded(cell: string): string {
  return cell.toLowerCase().replace(/[^a-z0-9]/g, '')
}
