import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PACKAGE_ROOT } from '../../package-root.ts'
import { papers } from '../extract/corpus.ts'
import { startNeo4j } from '../neo4j/server.ts'
import { emptyNeo4j, type Server } from './scale/bare-load.ts'
import type { StepArguments } from './scale/child.ts'
import { type ScaleReport, type StoreReport, verdicts } from './scale/limits.ts'
import { type ScaleOptions, type StoreKind, scaleOptions } from './scale/options.ts'
import { familyOf, measured, programOf, type Taken } from './scale/process-tree.ts'
import { reportText } from './scale/report.ts'

const CLI = join(PACKAGE_ROOT, 'dist', 'cli.js')
const CHILD = fileURLToPath(import.meta.resolve('./scale/child.js'))
const PASSWORD = 'papergraph-bench'

/**
 * Ingest, memory, questions and search at the size of the whole corpus on both stores, each beside the engine's own bare load of
 * the same rows and the bare driver's call of the same statement, all in one run. Writes .cache/bench/scale.json.
 */
export async function checkScale(args: readonly string[]): Promise<boolean> {
  const options = scaleOptions(args)
  if (typeof options === 'string') {
    console.error(options)
    return false
  }
  const folder =
    options.folder === undefined ? mkdtempSync(join(tmpdir(), 'papergraph-scale-')) : resolve(options.folder)
  mkdirSync(folder, { recursive: true })
  try {
    const load = (): number => (loadavg()[0] ?? 0) / availableParallelism()
    const before = load()
    const file = join(folder, 'papers.jsonl')
    await writePapers(file, options.papers)
    const stores: ScaleReport['stores'] = {}
    for (const kind of options.stores) stores[kind] = await measureStore(kind, folder, file, options)
    const report: ScaleReport = { papers: options.papers, load: [before, load()], stores }
    writeFileSync(join(PACKAGE_ROOT, '.cache', 'bench', 'scale.json'), `${JSON.stringify(report, undefined, 1)}\n`)
    console.log(reportText(report))
    return verdicts(report).every(({ holds }) => holds)
  } finally {
    if (options.folder === undefined) rmSync(folder, { recursive: true, force: true })
  }
}

async function writePapers(path: string, count: number): Promise<void> {
  const file = createWriteStream(path)
  let written = 0
  for await (const { source: _source, ...paper } of papers()) {
    if (++written > count) break
    if (!file.write(`${JSON.stringify(paper)}\n`)) await new Promise<void>((ready) => file.once('drain', () => ready()))
  }
  await new Promise<void>((ready) => file.end(() => ready()))
}

async function measureStore(
  kind: StoreKind,
  folder: string,
  file: string,
  options: ScaleOptions,
): Promise<StoreReport> {
  if (kind === 'embedded') return measureSteps(kind, folder, file, options)
  const server = await startNeo4j({ password: PASSWORD })
  try {
    return await measureSteps(kind, folder, file, options, { url: server.url, password: PASSWORD })
  } finally {
    await server.stop()
  }
}

async function measureSteps(
  kind: StoreKind,
  folder: string,
  file: string,
  { steps }: ScaleOptions,
  server?: Server,
): Promise<StoreReport> {
  const report: StoreReport = {}
  const data = join(folder, kind)
  const rows = join(folder, 'rows.jsonl')
  const picks = join(folder, 'picks.json')
  const ask: StepArguments = {
    graph: graphOf(join(folder, 'embedded')) ?? '',
    rows,
    picks,
    ...(server ? { server } : {}),
  }
  const ingest = (): Promise<Taken> => {
    const store = server === undefined ? [] : ['--store', server.url.replace('://', '://neo4j@')]
    process.env.NEO4J_PASSWORD = PASSWORD
    return watched(`${kind}: ingest`, [CLI, 'ingest', file, '--data', data, ...store], server)
  }
  if (steps.includes('ingest')) {
    rmSync(data, { recursive: true, force: true })
    report.ingest = await ingest()
  }
  if (steps.includes('again')) report.again = await ingest()
  if (server === undefined) ask.graph = graphOf(data) ?? ''
  if (steps.includes('ask')) {
    if (server === undefined) await child('rows', ask)
    report.ask = JSON.parse((await child('ask', ask, ['--expose-gc'])).stdout)
  }
  if (steps.includes('load')) {
    if (server !== undefined) await emptyNeo4j(server)
    const graph = join(folder, 'bare.grafeo')
    rmSync(graph, { force: true })
    report.load = await child('load', { ...ask, graph }, [], server)
  }
  return report
}

function child(step: string, given: StepArguments, flags: string[] = [], server?: Server): Promise<Taken> {
  return watched(step, [...flags, CHILD, step, JSON.stringify(given)], server)
}

/** Says what is going on, since each step takes minutes. The server's own processes are watched with those of the step. */
async function watched(what: string, args: string[], server?: Server): Promise<Taken> {
  console.error(`${new Date().toISOString().slice(11, 19)} ${what} …`)
  const servers = server === undefined ? [] : familyOf(process.pid).filter((pid) => programOf(pid) === 'java')
  return measured(args, servers)
}

/** The graph file that a data folder's pointer names. */
function graphOf(data: string): string | undefined {
  try {
    const pointer: { graph?: string } = JSON.parse(readFileSync(join(data, 'pointer.json'), 'utf8'))
    return pointer.graph === undefined ? undefined : join(data, pointer.graph)
  } catch {
    return undefined
  }
}
