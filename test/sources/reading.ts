import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach } from 'vitest'
import type { PaperRecord } from '../../ingest/paper.ts'
import { readSources } from '../../ingest/sources/read.ts'
import type { ReadOptions, SourceProblem } from '../../ingest/sources/source.ts'
import { PACKAGE_ROOT } from '../../package-root.ts'

export interface Reading {
  papers: PaperRecord[]
  problems: SourceProblem[]
}

/** Reads to the end and sorts the items into papers and problems. */
export async function read(sources: string[], options: ReadOptions = {}): Promise<Reading> {
  const reading: Reading = { papers: [], problems: [] }
  for await (const item of readSources(sources, options)) {
    if ('paper' in item) reading.papers.push(item.paper)
    else reading.problems.push(item.problem)
  }
  return reading
}

/** Reads bytes as they would come on standard input. */
export function readBytes(bytes: string | Buffer, options: ReadOptions = {}): Promise<Reading> {
  return read(['-'], { ...options, stdin: Readable.from([Buffer.from(bytes)]) })
}

/** The path of a fixture. */
export function fixture(name: string): string {
  return join(PACKAGE_ROOT, 'test', 'sources', 'fixtures', name)
}

const folders: string[] = []

/** A new folder with these files, gone after the test. */
export function folderOf(files: Record<string, string | Buffer>): string {
  const folder = mkdtempSync(join(tmpdir(), 'papergraph-sources-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

export function titles(reading: Reading): string[] {
  return reading.papers.map((paper) => paper.title)
}

/** A problem in one line: "line 3: is not JSON". */
export function words(reading: Reading): string[] {
  return reading.problems.map(({ record, reason }) => (record === undefined ? reason : `${record}: ${reason}`))
}
