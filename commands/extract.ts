import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { PapergraphError } from '../errors.ts'
import { createExtractor } from '../ingest/extract/extract.ts'
import type { Extraction } from '../ingest/extraction.ts'
import { resolve } from '../ingest/resolve/resolve.ts'
import { readSources } from '../ingest/sources/read.ts'
import type { SourceFormat, SourceProblem } from '../ingest/sources/source.ts'
import { namedSource } from './named-source.ts'
import { sayProblems } from './problems.ts'
import { progressLine } from './progress-line.ts'

/** Prints one JSON line a paper. Pure filter: it touches no data folder. */
export async function runExtract(sources: string[], options: { format?: SourceFormat }): Promise<void> {
  const extractor = createExtractor()
  const progress = progressLine()
  const problems: SourceProblem[] = []
  let done = 0
  progress.stage('extracting')
  for await (const item of readSources(sources.map(namedSource), { stdin: process.stdin, ...options })) {
    if ('problem' in item) problems.push(item.problem)
    else {
      await writeLine(JSON.stringify(extractor.extract(item.paper)))
      progress.at(++done)
    }
  }
  progress.end()
  sayProblems(problems)
  if (done === 0 || problems.some((problem) => problem.fatal)) process.exitCode = 1
}

/** Reads the lines of `extract` and prints the graph they amount to, a node or relationship a line. */
export async function runResolve(files: string[]): Promise<void> {
  const extractions: Extraction[] = []
  for (const file of files.length > 0 ? files : ['-']) await readExtractions(file, extractions)
  const { nodes, variants, papers } = resolve(() => extractions)
  for (const node of nodes) await writeLine(JSON.stringify({ kind: 'node', ...node }))
  for (const { paper, relationships } of papers()) {
    await writeLine(JSON.stringify({ kind: 'node', ...paper }))
    for (const edge of relationships) await writeLine(JSON.stringify({ kind: 'relationship', ...edge }))
  }
  for (const edge of variants) await writeLine(JSON.stringify({ kind: 'relationship', ...edge }))
}

async function readExtractions(file: string, into: Extraction[]): Promise<void> {
  const stream = file === '-' ? process.stdin : createReadStream(file)
  try {
    await (file === '-' ? undefined : once(stream, 'open'))
  } catch (cause) {
    throw new PapergraphError('input', `${file} cannot be read (${String(cause)}).`, { cause })
  }
  let line = 0
  for await (const text of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++
    if (text.trim() !== '') into.push(parseExtraction(text, file, line))
  }
}

function parseExtraction(text: string, file: string, line: number): Extraction {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value && 'entities' in value && Array.isArray(value.entities) && 'id' in value)
      return value as Extraction
  } catch {}
  throw new PapergraphError(
    'input',
    `${file === '-' ? 'stdin' : file}, line ${line} is not a line of "papergraph extract"; give that command's output unchanged.`,
  )
}

/** Waits when the reader at the other end is slow, so that memory does not fill with lines. */
async function writeLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
}
