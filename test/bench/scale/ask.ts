import neo4j, { type Driver } from 'neo4j-driver'
import { answerQuery } from '../../../queries/answer.ts'
import { checkParameters, loadCatalogue } from '../../../queries/catalogue.ts'
import type { RawParameters } from '../../../queries/reader.ts'
import { buildSearchIndex } from '../../../queries/search/build.ts'
import { builtIndex } from '../../../queries/search/lazy-index.ts'
import type { SearchIndex } from '../../../queries/search/search-index.ts'
import { parametersForNeo4j } from '../../../queries/store/neo4j-values.ts'
import { openStore, type StoreSpec } from '../../../queries/store/open.ts'
import type { GraphStore } from '../../../queries/store/store.ts'
import type { Arguments } from './arguments.ts'
import { driverOf, type Server } from './bare-load.ts'
import { type Case, catalogueCases, SEARCHES } from './cases.ts'
import { type Timing, timed, timedPair } from './timing.ts'

export interface Asked {
  name: string
  kind: string
  timing: Timing
  /** Neo4j: the same statement through the bare driver, in turn with ours. */
  bare?: Timing
  /** Where it could not be asked. */
  error?: string
}

export interface AskReport {
  engine: string
  openMs: number
  indexMs: number
  /** What the search index holds in memory, and this process before the first question and after the last. */
  indexMb: number
  readyMb: number
  lastMb: number
  asked: Asked[]
}

/** Opens a store in this process and asks it everything. `server` where it is a Neo4j. */
export async function askEverything(spec: StoreSpec, known: Arguments, server?: Server): Promise<AskReport> {
  const [store, openMs] = await took(() => openStore(spec))
  const before = used()
  const [index, indexMs] = await took(() => buildSearchIndex(store))
  const indexMb = used() - before
  const readyMb = process.memoryUsage().rss / 2 ** 20
  const driver = server === undefined ? undefined : driverOf(server)
  try {
    const asked: Asked[] = []
    for (const one of catalogueCases(known)) asked.push(await askCase(one, store, index, driver))
    for (const [name, texts] of Object.entries(SEARCHES)) {
      const timing = await timed(texts, (text) => index.search(text, { limit: 10 }))
      asked.push({ name: `search: ${name}`, kind: 'none', timing })
    }
    const lastMb = process.memoryUsage().rss / 2 ** 20
    return { engine: store.engine, openMs, indexMs, indexMb, readyMb, lastMb, asked }
  } finally {
    await driver?.close()
    await store.close()
  }
}

async function askCase(one: Case, store: GraphStore, index: SearchIndex, driver: Driver | undefined): Promise<Asked> {
  const { query, kind, asked } = one
  try {
    const ours = (raw: RawParameters): unknown => answerQuery(store, builtIndex(index), query, raw)
    if (driver === undefined) return { name: query, kind, timing: await timed(asked, ours) }
    const entry = loadCatalogue().get(query)
    const [timing, bare] = await timedPair(asked, ours, (raw) =>
      askBare(driver, entry.statement, parametersForNeo4j(checkParameters(entry, raw))),
    )
    return { name: query, kind, timing, bare }
  } catch (error) {
    const none = { cold: Number.NaN, p50: Number.NaN, p95: Number.NaN, runs: 0 }
    return { name: query, kind, timing: none, error: error instanceof Error ? error.message : String(error) }
  }
}

async function askBare(driver: Driver, text: string, parameters: object): Promise<unknown> {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ })
  try {
    const { records } = await session.run(text, parameters)
    return records.map((record) => record.toObject())
  } finally {
    await session.close()
  }
}

async function took<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = performance.now()
  return [await work(), performance.now() - start]
}

/** Objects and typed arrays in use, in megabytes, after a collection. */
function used(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers, external } = process.memoryUsage()
  return (heapUsed + Math.max(arrayBuffers, external)) / 2 ** 20
}
