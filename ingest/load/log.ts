import { createHash } from 'node:crypto'
import { z } from 'zod'
import { PapergraphError } from '../../errors.ts'
import type { PaperRecord } from '../paper.ts'
import { LineFile, type Place } from './line-file.ts'

const Paper = z.object({
  id: z.string(),
  title: z.string(),
  abstract: z.string(),
  authors: z.array(z.string()),
  year: z.number().optional(),
  published: z.string().optional(),
  venue: z.string().optional(),
  url: z.string().optional(),
  source: z.string(),
})
const Entry = z.union([
  z.object({ put: Paper, ingest: z.number().int().positive().optional() }),
  z.object({ remove: z.union([z.object({ id: z.string() }), z.object({ source: z.string() })]) }),
])

/** What takes records away again: one paper's, or everything of one source. */
export type Tombstone = { id: string } | { source: string }

export interface LoggedPaper {
  id: string
  source: string
  /** Of the whole record. */
  hash: string
  /** Of what the extractor reads of it, once somebody has asked. */
  textHash?: string
  /** The number of the ingest that first brought it; a later version of the record, or the same once more, keeps it. */
  ingest: number
  place: Place
}

/**
 * The papers as they came in: an append-only file of JSON lines, records and tombstones. A record replaces an earlier
 * one of the same id and source. Each line has the number of the ingest that wrote it: they count from 1, and one that
 * brought nothing, or did not finish, leaves its number to the next.
 */
export class PaperLog {
  readonly current = new Map<string, LoggedPaper>()
  private readonly file: LineFile
  private readonly path: string
  private lastIngest = 0
  private readonly ingest: number

  /** Opens the log and cuts off what lies beyond `covered` bytes (lines of an ingest that did not finish), if told. */
  constructor(path: string, covered: number | undefined) {
    this.path = path
    this.file = new LineFile(path)
    if (covered !== undefined && this.file.bytes < covered)
      throw new PapergraphError(
        'data-folder',
        `${path} is shorter (${this.file.bytes} bytes) than the graph that was made from it (${covered}); restore it from a backup.`,
      )
    if (covered !== undefined) this.file.truncate(covered)
    for (const { line, place } of this.file.lines()) this.replay(line, place)
    this.ingest = this.lastIngest + 1
  }

  get bytes(): number {
    return this.file.bytes
  }

  /** Appends a record unless it stands there already, letter for letter. */
  put(paper: PaperRecord): LoggedPaper {
    const record = ordered(paper)
    const key = keyOf(record)
    const line = JSON.stringify(record)
    const hash = hashOf(line)
    const before = this.current.get(key)
    if (before?.hash === hash) return before
    const place = this.file.append(`{"put":${line},"ingest":${this.ingest}}`)
    const ingest = before?.ingest ?? this.ingest
    const logged: LoggedPaper = { id: record.id, source: record.source, hash, ingest, place }
    this.current.set(key, logged)
    return logged
  }

  /** Appends a tombstone. Returns how many records it takes away; nothing is appended for none. */
  remove(tombstone: Tombstone): number {
    const gone = [...this.current].filter(([, paper]) => isMeant(paper, tombstone))
    if (gone.length > 0) this.file.append(JSON.stringify({ remove: tombstone }))
    for (const [key] of gone) this.current.delete(key)
    return gone.length
  }

  read(paper: LoggedPaper): PaperRecord {
    // Checked when the log was opened, or written by put().
    const entry: { put?: PaperRecord } = JSON.parse(this.file.read(paper.place))
    if (!entry.put) throw new PapergraphError('internal', `${this.path} holds no record at ${paper.place.at}.`)
    return entry.put
  }

  /** The current papers in the order of the file. */
  inOrder(): LoggedPaper[] {
    return [...this.current.values()].sort((a, b) => a.place.at - b.place.at)
  }

  truncate(bytes: number): void {
    this.file.truncate(bytes)
  }

  sync(): void {
    this.file.sync()
  }

  close(): void {
    this.file.close()
  }

  private replay(line: string, place: Place): void {
    const entry = this.parse(line, place)
    if ('put' in entry) {
      const record = ordered(entry.put)
      const { id, source } = record
      const key = keyOf(record)
      // Lines of an earlier version of this program have no number.
      const written = entry.ingest ?? 1
      this.lastIngest = Math.max(this.lastIngest, written)
      const ingest = this.current.get(key)?.ingest ?? written
      this.current.set(key, { id, source, hash: hashOf(JSON.stringify(record)), ingest, place })
    } else {
      for (const [key, paper] of this.current) if (isMeant(paper, entry.remove)) this.current.delete(key)
    }
  }

  private parse(line: string, place: Place): z.infer<typeof Entry> {
    try {
      return Entry.parse(JSON.parse(line))
    } catch (cause) {
      throw new PapergraphError(
        'data-folder',
        `${this.path} is damaged at byte ${place.at}; restore it from a backup.`,
        { cause },
      )
    }
  }
}

const keyOf = (paper: { id: string; source: string }): string => `${paper.id}\u0001${paper.source}`
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)

function isMeant(paper: LoggedPaper, tombstone: Tombstone): boolean {
  return 'id' in tombstone ? paper.id === tombstone.id : paper.source === tombstone.source
}

/** One order of keys, so that equal records are equal lines (what is undefined is left out of them). */
function ordered(paper: PaperRecord): PaperRecord {
  const { id, title, abstract, authors, year, published, venue, url, source } = paper
  return { id, title, abstract, authors, year, published, venue, url, source }
}
