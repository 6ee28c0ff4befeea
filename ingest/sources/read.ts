import { PapergraphError } from '../../errors.ts'
import { readJsonLines } from './json-lines.ts'
import { counted, fileBytes, plainBytes } from './open.ts'
import { readPageText } from './page-text.ts'
import { type Place, placeKey, placesOf, systemError } from './places.ts'
import { recognised } from './recognise.ts'
import { paperFrom, type RawItem } from './record.ts'
import type { ReadOptions, SourceFormat, SourceItem } from './source.ts'
import { readTable } from './table.ts'

type Reader = (bytes: AsyncIterable<Buffer>) => AsyncIterable<RawItem>

// The parsers of BibTeX and HTML are large; they are loaded by those who need them.
const READERS: Record<SourceFormat, Reader> = {
  jsonl: readJsonLines,
  bibtex: async function* (bytes) {
    const { readBibtex } = await import('./bibtex.ts')
    yield* readBibtex(bytes)
  },
  csv: (bytes) => readTable(bytes, [',', ';']),
  tsv: (bytes) => readTable(bytes, ['\t']),
  'trending-text': readPageText,
  'trending-html': async function* (bytes) {
    const { readPageHtml } = await import('./page-html.ts')
    yield* readPageHtml(bytes)
  },
}

/**
 * Reads papers from files, folders, patterns and standard input ("-"), plain or gzipped, one after the other and a record
 * at a time. What cannot be used comes as a problem between the papers; nothing is thrown for bad input. A source that
 * gave no paper at all ends with a fatal problem. A file that is named twice is read once.
 *
 * @example
 * for await (const item of readSources(['papers.bib', 'more/*.jsonl.gz'], {})) {
 *   if ('paper' in item) console.log(item.paper.title)
 *   else console.error(item.problem.source, item.problem.record, item.problem.reason)
 * }
 */
export async function* readSources(sources: string[], options: ReadOptions): AsyncGenerator<SourceItem> {
  const seen = new Set<string>()
  for (const source of sources) {
    let places: Place[]
    try {
      places = await placesOf(source)
    } catch (error) {
      yield { problem: { source, reason: systemError(error).message, fatal: true } }
      continue
    }
    for (const place of places) {
      if (seen.has(placeKey(place))) continue
      seen.add(placeKey(place))
      yield* readPlace(place, options)
    }
  }
}

async function* readPlace(place: Place, options: ReadOptions): AsyncGenerator<SourceItem> {
  const source = options.called ?? place.path
  const name = options.called?.replace(/\.gz$/i, '') ?? place.name
  let papers = 0
  let problems = 0
  try {
    const { format, bytes } = await recognised(plainBytes(bytesOf(place, options)), options.format)
    for await (const item of READERS[format](bytes)) {
      const paper = 'fields' in item ? paperFrom(item.fields, name, item.isDecoded) : item.reason
      if (typeof paper === 'string') {
        problems += 1
        yield { problem: { source, ...recordOf(item), reason: paper, fatal: false } }
      } else {
        papers += 1
        yield { paper }
      }
    }
  } catch (error) {
    // A mistake in a reader must not pass for a bad file.
    if (!(error instanceof PapergraphError) && !isSystemError(error)) throw error
    yield {
      problem: { source, reason: systemError(error).message, fatal: papers === 0 && !place.isFromFolder },
    }
    return
  }
  if (papers === 0 && !place.isFromFolder) {
    const reason = problems === 0 ? 'has no paper in it' : 'has no paper that can be used'
    yield { problem: { source, reason, fatal: true } }
  }
}

function bytesOf(place: Place, options: ReadOptions): AsyncIterable<Buffer> {
  const onBytes = (done: number) => options.onBytes?.(place.path, done, place.bytes)
  if (!place.isStdin) return fileBytes(place.path, onBytes)
  return counted(options.stdin ?? process.stdin, onBytes)
}

function recordOf(item: RawItem): { record?: string } {
  return item.record === undefined ? {} : { record: item.record }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
