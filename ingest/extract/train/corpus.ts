import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { PACKAGE_ROOT } from '../../../package-root.ts'
import type { EntityType, Field, Role } from '../../extraction.ts'
import type { PaperRecord } from '../../paper.ts'

/** The evaluation data, next to the repository; it is not part of the package. */
export const SHARED: string = join(PACKAGE_ROOT, '..', 'shared')

export interface GoldEntity {
  type: EntityType
  name: string
  aliases: string[]
  also: EntityType[]
  role: Role
  required: boolean
}
export interface GoldPaper {
  id?: string
  title: string
  entities: GoldEntity[]
}
export interface SilverPaper {
  id: string
  /** Field, start and end in code points, type, probability. */
  spans: [Field, number, number, EntityType, number][]
}

/** What we annotated ourselves: ids of papers and facts about them, never their text. */
export const LABELS: string = join(PACKAGE_ROOT, 'ingest', 'extract', 'train', 'labels')

/** The records of a JSON Lines file of ../shared, plain or gzipped. */
export function readLines<T>(...path: string[]): T[] {
  return linesOf(join(SHARED, ...path))
}

/** The records of a JSON Lines file, plain or gzipped. */
export function linesOf<T>(file: string): T[] {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T)
}

/** Papers of a JSON Lines file of ../shared, normalised as the readers do. */
export function readPapers(...path: string[]): PaperRecord[] {
  return readLines<Partial<PaperRecord> & { title: string }>(...path).map((record) => ({
    id: record.id ?? record.title,
    title: clean(record.title),
    abstract: clean(record.abstract ?? ''),
    authors: [],
    source: 'shared',
  }))
}

function clean(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** Where the product's tables are. */
export const TABLES: string = join(PACKAGE_ROOT, 'ingest', 'extract', 'tables')

/** Writes a table of text: what its columns are, then its lines. */
export function writeTable(name: string, head: string, lines: readonly string[], folder: string = TABLES): void {
  writeText(name, `# ${head}\n${lines.join('\n')}\n`, folder)
}

/** Writes a table as it is. */
export function writeText(name: string, text: string, folder: string = TABLES): void {
  writeFileSync(join(folder, name), text)
}

/** The order of rows by their first column, the same everywhere. */
export const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0
