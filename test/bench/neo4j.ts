import neo4j, { type Driver } from 'neo4j-driver'
import { readPresent } from '../../ingest/load/difference.ts'
import { silent } from '../../ingest/load/progress.ts'
import { writeGraph } from '../../ingest/load/write-graph.ts'
import type { Resolution } from '../../ingest/resolve/resolution.ts'
import { answerQuery } from '../../queries/answer.ts'
import { checkParameters, loadCatalogue } from '../../queries/catalogue.ts'
import type { CatalogueEntry } from '../../queries/catalogue-entry.ts'
import type { RawParameters } from '../../queries/reader.ts'
import { builtIndex } from '../../queries/search/lazy-index.ts'
import { SearchIndex } from '../../queries/search/search-index.ts'
import { openNeo4j } from '../../queries/store/neo4j.ts'
import { parametersForNeo4j } from '../../queries/store/neo4j-values.ts'
import type { GraphStore } from '../../queries/store/store.ts'
import { startNeo4j, type TestNeo4j } from '../neo4j/server.ts'
import { median } from './figures.ts'
import { resolvedPapers } from './resolved-papers.ts'

/** Ways to write the same graph: transactions at once, and whether new relationships are merged like any other. */
const WAYS = [
  { name: 'one after the other, merged', lanes: 1, isMerged: true },
  { name: '4 at once, merged', lanes: 4, isMerged: true },
  { name: 'one after the other, created', lanes: 1, isMerged: false },
  { name: '2 at once, created', lanes: 2, isMerged: false },
  { name: '4 at once, created', lanes: 4, isMerged: false },
  { name: '8 at once, created', lanes: 8, isMerged: false },
] as const

/** Range indexes that a question of the catalogue might use; a constraint on every id is there in any case. */
const INDEXES = {
  'Concept(type)': 'FOR (n:Concept) ON (n.type)',
  'Concept(papers)': 'FOR (n:Concept) ON (n.papers)',
  'Concept(type, papers)': 'FOR (n:Concept) ON (n.type, n.papers)',
  'Concept(name)': 'FOR (n:Concept) ON (n.name)',
  'Paper(year)': 'FOR (n:Paper) ON (n.year)',
  'SCORES(metric)': 'FOR ()-[r:SCORES]-() ON (r.metric)',
}
const ROUNDS = 9
const TURNS = 5

/**
 * `npm run bench -- neo4j [papers [writes|indexes]]`: how much quicker papers are written several transactions at once, and which questions a
 * range index makes quicker, on a real server. Fails when what is the default is not quicker than the plain way.
 */
export async function compareNeo4j([papers = '20000', part]: string[]): Promise<boolean> {
  const target = await resolvedPapers(Number(papers))
  const server = await startNeo4j({ isMeasured: true })
  const retries: unknown[] = []
  const store = await openNeo4j(
    server.url,
    { user: 'neo4j', password: '' },
    { onRetry: (error) => retries.push(error) },
  )
  try {
    await store.ensureSchema()
    if (part === 'indexes') await writeGraph(store, target, await readPresent(store), silent)
    const isQuicker = part === 'indexes' || (await compareWrites(store, target, retries))
    if (part !== 'writes') await compareIndexes(server, store)
    return isQuicker
  } finally {
    await store.close()
    await server.stop()
  }
}

async function compareWrites(store: GraphStore, target: Resolution, retries: unknown[]): Promise<boolean> {
  const seconds = new Map<string, number[]>(WAYS.map(({ name }) => [name, []]))
  const deadlocks = new Map<string, number>()
  for (const round of [0, 1, 2]) {
    for (const { name, lanes, isMerged } of WAYS) {
      await store.clear()
      retries.length = 0
      const start = performance.now()
      await writeGraph(writing(store, lanes, isMerged), target, await readPresent(store), silent)
      const took = (performance.now() - start) / 1000
      console.log(`round ${round}: ${name}: ${took.toFixed(1)} s`)
      // The first round warms the server up.
      if (round > 0) seconds.get(name)?.push(took)
      deadlocks.set(name, (deadlocks.get(name) ?? 0) + retries.length)
    }
  }
  const { nodes, relationships } = await store.counts()
  const edges = Object.values(relationships).reduce((sum, count) => sum + count, 0)
  console.log(
    `\n${nodes.Paper} papers, ${nodes.Concept} concepts, ${edges} relationships: seconds to write, ratio, tries again`,
  )
  const best = (name: string): number => Math.min(...(seconds.get(name) ?? []))
  const plain = best(WAYS[0].name)
  for (const { name } of WAYS) {
    const ratio = plain / best(name)
    console.log(
      `${name.padEnd(30)}${best(name).toFixed(2).padStart(8)}${ratio.toFixed(2).padStart(8)}${String(deadlocks.get(name)).padStart(6)}`,
    )
  }
  return plain / best('4 at once, created') > 1 && deadlocks.get('4 at once, created') === 0
}

function writing(store: GraphStore, writesAtOnce: number, isMerged: boolean): GraphStore {
  if (!isMerged) return { ...store, writesAtOnce }
  return {
    ...store,
    writesAtOnce,
    write: ({ newRelationships = [], relationships, ...rest }) =>
      store.write({ ...rest, relationships: [...relationships, ...newRelationships] }),
  }
}

/** Only questions whose plan uses an index can gain by it; with and without it are measured in turns. */
async function compareIndexes({ url }: TestNeo4j, store: GraphStore): Promise<void> {
  const driver = neo4j.driver(url, neo4j.auth.basic('neo4j', ''))
  const asked = await questions(store)
  await dropRangeIndexes(driver)
  console.log('\nindex, and the questions whose plan uses it: ratio of the time without it to that with it')
  try {
    for (const [name, where] of Object.entries(INDEXES)) {
      const make = async (): Promise<void> => {
        await driver.executeQuery(`CREATE INDEX bench ${where}`)
        await driver.executeQuery('CALL db.awaitIndexes(300)')
      }
      await make()
      const users: [string, RawParameters][] = []
      for (const question of asked) if (await isUsed(driver, ...question)) users.push(question)
      const found: string[] = []
      for (const [question, parameters] of users) {
        const turns: { plain: number; indexed: number }[] = []
        for (let turn = 0; turn < TURNS; turn++) {
          const indexed = await timeOf(store, question, parameters)
          await driver.executeQuery('DROP INDEX bench')
          const plain = await timeOf(store, question, parameters)
          await make()
          turns.push({ plain, indexed })
        }
        const ratio = median(turns.map(({ plain, indexed }) => plain / indexed))
        const ms = median(turns.map(({ plain }) => plain))
        found.push(`${question} ${ratio.toFixed(2)} (${ms.toFixed(1)} ms without)`)
      }
      await driver.executeQuery('DROP INDEX bench')
      console.log(`${name.padEnd(24)}${found.join(', ') || 'none'}`)
    }
  } finally {
    await driver.close()
  }
}

/** Ours are among those that are compared; a constraint's index stays. */
async function dropRangeIndexes(driver: Driver): Promise<void> {
  const { records } = await driver.executeQuery(
    "SHOW INDEXES YIELD name, type, owningConstraint WHERE type = 'RANGE' AND owningConstraint IS NULL RETURN name AS name",
  )
  for (const record of records) await driver.executeQuery(`DROP INDEX ${String(record.get('name'))}`)
}

async function isUsed(driver: Driver, name: string, raw: RawParameters): Promise<boolean> {
  const entry = loadCatalogue().get(name)
  const parameters = parametersForNeo4j(checkParameters(entry, raw))
  const { summary } = await driver.executeQuery(`EXPLAIN ${entry.statement}`, parameters)
  // A constraint's index is called UNIQUE there.
  return /RANGE INDEX/.test(JSON.stringify(summary.plan))
}

async function timeOf(store: GraphStore, name: string, parameters: RawParameters): Promise<number> {
  const index = builtIndex(new SearchIndex([]))
  // The first run makes the plan.
  await answerQuery(store, index, name, parameters)
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) times.push((await answerQuery(store, index, name, parameters)).tookMs)
  return median(times)
}

/** Every question of the catalogue, about the busiest nodes. */
async function questions(store: GraphStore): Promise<[string, RawParameters][]> {
  const busiest = async (label: string): Promise<string[]> => {
    const text = `MATCH (n:${label})--(m) WITH n, count(m) AS degree ORDER BY degree DESC, n.id LIMIT 2 RETURN n.id AS id`
    return (await store.query(text)).rows.map(([id]) => String(id))
  }
  const papers = await busiest('Paper')
  const concepts = await busiest('Concept')
  const benchmarks = await busiest('Benchmark')
  return loadCatalogue()
    .list()
    .flatMap((entry): [string, RawParameters][] => {
      const given = needed(entry, papers, concepts, benchmarks)
      return given === undefined ? [] : [[entry.name, given]]
    })
}

function needed(
  entry: CatalogueEntry,
  papers: string[],
  concepts: string[],
  benchmarks: string[],
): RawParameters | undefined {
  const given: RawParameters = {}
  const next = { paper: [...papers], concept: [...concepts], benchmark: [...benchmarks] }
  for (const { name, idOf, default: fallback, type } of entry.parameters) {
    if (fallback !== undefined) continue
    if (idOf === undefined) return undefined
    const kind = idOf === 'paper' ? 'paper' : name === 'benchmark' ? 'benchmark' : 'concept'
    given[name] = type === 'strings' ? (kind === 'paper' ? papers : concepts) : next[kind].shift()
  }
  return given
}
