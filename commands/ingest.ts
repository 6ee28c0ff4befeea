import { availableParallelism } from 'node:os'
import { createExtractor } from '../ingest/extract/extract.ts'
import { type IngestOptions, type IngestReport, ingest, rebuild, remove } from '../ingest/load/ingest.ts'
import type { Tombstone } from '../ingest/load/log.ts'
import type { SourceFormat } from '../ingest/sources/source.ts'
import { dataFolder } from './data-folder.ts'
import type { GraphOptions } from './graph.ts'
import { namedSource } from './named-source.ts'
import { cell, plural, print, say } from './output.ts'
import { sayProblems } from './problems.ts'
import { progressLine } from './progress-line.ts'
import { chooseStore } from './store.ts'

/** Each takes some 150 MB; beyond this many the one thread that reads and writes cannot keep them busy. */
const MOST_THREADS = 8

export interface WriteOptions extends GraphOptions {
  json?: boolean
}

export async function runIngest(sources: string[], options: WriteOptions & { format?: SourceFormat }): Promise<void> {
  const report = await ingest(sources.map(namedSource), {
    ...(await writeBase(options)),
    stdin: process.stdin,
    ...(options.format ? { format: options.format } : {}),
  })
  sayProblems(report.problems)
  sayCuration(report)
  if (options.json) print(JSON.stringify(report))
  else print(summary(report))
  if (report.read === 0 || report.problems.some((problem) => problem.fatal)) process.exitCode = 1
}

export async function runRemove(tombstone: Tombstone, options: WriteOptions): Promise<void> {
  const report = await remove(tombstone, await writeBase(options))
  sayCuration(report)
  if (options.json) print(JSON.stringify(report))
  else print(`${records(report.removed)} removed; ${records(report.papers)} left.`)
  if (report.removed > 0) return
  say(`papergraph: nothing was removed: no record of ${'id' in tombstone ? tombstone.id : tombstone.source} is here.`)
  process.exitCode = 1
}

export async function runRebuild(options: WriteOptions): Promise<void> {
  const report = await rebuild(await writeBase(options))
  sayCuration(report)
  if (options.json) print(JSON.stringify(report))
  else print(`Rebuilt from ${records(report.papers)}${writtenWords(report)}.`)
}

/** What every command that writes needs. */
export async function writeBase(options: WriteOptions): Promise<IngestOptions> {
  const choice = await chooseStore(options.store, options.database)
  const threads = Math.min(availableParallelism(), MOST_THREADS)
  return { data: dataFolder(options.data), ...choice, extractor: createExtractor(), threads, progress: progressLine() }
}

/** Names lines of the curation file that are no decisions, and decisions that could not be applied. */
export function sayCuration({
  decisions,
  curationProblems,
}: Pick<IngestReport, 'decisions' | 'curationProblems'>): void {
  for (const { line, reason } of curationProblems) say(cell(`papergraph: curation.jsonl, line ${line} ${reason}.`))
  for (const { id, reason } of decisions)
    if (reason !== undefined) say(cell(`papergraph: the decision ${id} is kept but not applied: ${reason}.`))
}

function summary(report: IngestReport): string {
  const { read, found } = report
  const counts = [
    report.new && `${report.new} new`,
    report.updated && `${report.updated} updated`,
    report.unchanged && `${report.unchanged} unchanged`,
  ].filter(Boolean)
  const skipped = report.problems.length > 0 ? `, ${plural(report.problems.length, 'problem')} (see above)` : ''
  const names = [
    plural(found.method, 'method'),
    plural(found.model, 'model'),
    plural(found.benchmark, 'benchmark'),
    plural(found.topic, 'topic'),
    plural(found.repo, 'link'),
  ].join(', ')
  return [
    `${plural(read, 'paper')}${counts.length > 0 ? `: ${counts.join(', ')}` : ''}${skipped}.`,
    ...(read > 0 ? [`They name ${names}.`] : []),
    `The graph holds ${records(report.papers)}${writtenWords(report)}.`,
  ].join('\n')
}

/** "; 12 nodes and 3 relationships written, 2 removed" */
export function writtenWords({ written }: Pick<IngestReport, 'written'>): string {
  if (!written) return '; nothing had to be written'
  const removed = written.removedNodes + written.removedRelationships
  const gone = removed > 0 ? `, ${removed} removed` : ''
  return `; ${plural(written.nodes, 'node')} and ${plural(written.relationships, 'relationship')} written${gone}`
}

const records = (count: number): string => plural(count, 'record')
