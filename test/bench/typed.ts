/**
 * What hostile typed queries cost: how long after its limit each is gone, and how long ordinary questions take while twenty of
 * them are there at once. On the embedded engine, and on Neo4j where it can be started.
 */
import { loadCatalogue } from '../../queries/catalogue.ts'
import { openReader } from '../../queries/open-reader.ts'
import type { GraphReader } from '../../queries/reader.ts'
import { openNeo4j } from '../../queries/store/neo4j.ts'
import { WORLD } from '../contract/world.ts'
import { neo4jAvailability, startNeo4j } from '../neo4j/server.ts'
import { makeDataFolder } from '../reader/data-folder.ts'
import { ENDLESS } from './endless.ts'
import { median } from './figures.ts'

const LIMIT_MS = 2_000
/** How long after its limit a query may still be there, and how long an ordinary question may take beside twenty. */
const MOST_MS = 1_000
const AT_ONCE = 20
const META = { folder: 'f', schema: 1, extractor: 'bench', version: 'one', logBytes: 0, updating: false }

/** Prints the figures; true where all are below a second. */
export async function measureTyped(): Promise<boolean> {
  const isFine = [await onEmbedded(), await onNeo4j()]
  return isFine.every(Boolean)
}

async function onEmbedded(): Promise<boolean> {
  const folder = makeDataFolder()
  await folder.publish('one', WORLD)
  const reader = await openReader({ kind: 'embedded', folder: folder.path })
  try {
    return await measure('embedded', reader)
  } finally {
    await reader.close()
    folder.remove()
  }
}

async function onNeo4j(): Promise<boolean> {
  const available = await neo4jAvailability()
  if (!available.available) {
    console.log(`Neo4j: not measured, because ${available.reason}`)
    return true
  }
  const server = await startNeo4j({ password: 'papergraph-bench' })
  try {
    const credentials = { user: 'neo4j', password: 'papergraph-bench' }
    const store = await openNeo4j(server.url, credentials)
    await store.ensureSchema()
    await store.write(WORLD)
    await store.writeMeta(META)
    await store.close()
    const reader = await openReader({ kind: 'neo4j', url: server.url, credentials })
    const isFine = await measure('Neo4j', reader)
    await reader.close()
    return isFine
  } finally {
    await server.stop()
  }
}

async function measure(store: string, reader: GraphReader): Promise<boolean> {
  console.log(`${store}: time limit ${LIMIT_MS} ms; told after, and an ordinary question asked at once after it`)
  let isFine = true
  for (const [name, text] of Object.entries(ENDLESS)) {
    // The limit counts from the start of the run, not from that of a process in place of one that was ended.
    await reader.cypher('RETURN 1 AS one', {})
    const start = performance.now()
    const outcome = await outcomeOf(reader, text)
    const told = performance.now() - start
    const next = await timed(() => reader.run('counts', {}))
    if (told > LIMIT_MS + MOST_MS || next > MOST_MS) isFine = false
    console.log(`  ${name.padEnd(26)} ${ms(told)} ${outcome.padEnd(16)} next ${ms(next)}`)
  }
  return (await besideTwenty(reader)) && isFine
}

/** Twenty at once: two run, some wait, the rest is sent away; meanwhile the catalogue is asked. */
async function besideTwenty(reader: GraphReader): Promise<boolean> {
  const names = loadCatalogue()
    .list()
    .filter(({ parameters }) => parameters.every((parameter) => parameter.default !== undefined))
    .map(({ name }) => name)
  // A server plans each question when it is first asked, which takes its time whoever else is there.
  for (const name of names) await reader.run(name, {})
  const texts = Object.values(ENDLESS)
  const runs = Array.from({ length: AT_ONCE }, (_, at) => outcomeOf(reader, texts[at % texts.length] ?? ''))
  let isOver = false
  const all = Promise.all(runs).then((outcomes) => {
    isOver = true
    return outcomes
  })
  const times: number[] = []
  while (!isOver) for (const name of names) times.push(await timed(() => reader.run(name, {})))
  const outcomes = await all
  const [middle, most] = [median(times), Math.max(...times)]
  const counts = [...new Set(outcomes)].map((one) => `${outcomes.filter((each) => each === one).length} ${one}`)
  console.log(
    `  ${AT_ONCE} at once (${counts.join(', ')}): ${times.length} ordinary questions, p50 ${ms(middle)}, longest ${ms(most)}`,
  )
  return most <= MOST_MS
}

async function outcomeOf(reader: GraphReader, text: string): Promise<string> {
  try {
    const { truncated } = await reader.cypher(text, {}, { timeoutMs: LIMIT_MS })
    return truncated ? 'cut' : 'answered'
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const ms = (value: number): string => `${Math.round(value)} ms`.padStart(8)
