import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../package-root.ts'
import { openReader } from '../../queries/open-reader.ts'
import type { GraphReader } from '../../queries/reader.ts'
import { queriesOf } from '../guard/queries.ts'
import { makeDataFolder } from '../reader/data-folder.ts'
import { describeNeo4j, openEmptyNeo4j } from './stores.ts'
import { WORLD } from './world.ts'

const ENDLESS = 'UNWIND range(1,1000000000) AS x RETURN x'
const LONG =
  'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a * b = -1 RETURN count(*) AS c'
const META = { folder: 'f', schema: 1, extractor: 'test', version: 'one', logBytes: 0, updating: false }

describe('a reader (embedded)', () => {
  const folder = makeDataFolder()
  let reader: GraphReader | undefined
  beforeAll(async () => {
    await folder.publish('one', WORLD)
    reader = await openReader({ kind: 'embedded', folder: folder.path })
  })
  afterAll(async () => {
    await reader?.close()
    folder.remove()
  })
  cases(() => present(reader))
})

describeNeo4j('a reader', (provided) => {
  const { user, password, url } = provided
  let reader: GraphReader | undefined
  beforeAll(async () => {
    const store = await openEmptyNeo4j(provided)
    await store.ensureSchema()
    await store.write(WORLD)
    await store.writeMeta(META)
    await store.close()
    reader = await openReader({ kind: 'neo4j', url, credentials: { user, password } })
  })
  afterAll(() => reader?.close())
  cases(() => present(reader))
})

describeNeo4j('a reader of a database', (provided) => {
  const { user, password, url } = provided
  const target = { kind: 'neo4j', url, credentials: { user, password } } as const

  it('that holds no graph says so', async () => {
    await (await openEmptyNeo4j(provided)).close()
    await expect(openReader(target)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('goes over to a new version, and says so while an ingest is at work', async () => {
    const store = await openEmptyNeo4j(provided)
    await store.ensureSchema()
    await store.writeMeta({ ...META, version: 'empty' })
    const reader = await openReader(target)
    expect((await reader.search('grass', { limit: 1 })).hits).toEqual([])
    await store.writeMeta({ ...META, version: 'empty', updating: true })
    await store.write(WORLD)
    await expect.poll(async () => (await reader.run('counts', {})).updating, { timeout: 10_000 }).toBe(true)
    await store.writeMeta(META)
    const found = async (): Promise<string[]> => (await reader.search('grass', { limit: 1 })).hits.map(({ id }) => id)
    await expect.poll(found, { timeout: 10_000 }).toEqual(['grass'])
    expect(await reader.status()).toMatchObject({ version: 'one', updating: false, memoryLimit: 'server' })
    await reader.close()
    await store.close()
  })
})

/** What must be the same on both stores. */
function cases(reader: () => GraphReader): void {
  it('looks names up, shows choices and suggests', async () => {
    expect((await reader().run('variants', { concept: 'GRASS' })).rows.map(([id]) => id)).toEqual([
      'grass-2',
      'seed grass',
    ])
    await expect(reader().run('concept-papers', { concept: 'cobra' })).rejects.toMatchObject({
      code: 'not-found',
      details: { choices: [{ id: 'cobra bird' }, { id: 'cobra snake' }] },
    })
    await expect(reader().run('concept-papers', { concept: 'quiksort' })).rejects.toMatchObject({
      message: 'There is no concept "quiksort" in the graph; did you mean "Quicksort" (quicksort)?',
    })
  })

  it('finds the same in the same order', async () => {
    const lines: string[] = []
    for (const query of ['s', 'sort', 'grass', 'cobra', '随机', 'merg', 'mregesort', 'lovelace', 'twins', 'unibench']) {
      const { hits } = await reader().search(query, { limit: 5 })
      lines.push(query, ...hits.map(({ score, ...hit }) => `  ${JSON.stringify({ ...hit, score: score.toFixed(3) })}`))
    }
    const path = join(PACKAGE_ROOT, 'test', 'contract', 'answers', 'search.txt')
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(path)
  })

  it('tells the version, the counts and the digest', async () => {
    const { version, updating } = await reader().run('counts', {})
    expect({ version, updating }).toEqual({ version: 'one', updating: false })
    expect((await reader().status()).counts.relationships).toEqual({
      INTRODUCES: 4,
      USES: 18,
      SCORES: 6,
      ABOUT: 3,
      LINKS_TO: 3,
      VARIANT_OF: 2,
    })
    expect(await reader().digest()).toBe(DIGEST)
  })

  it('runs typed Cypher with parameters, cut at its row limit', async () => {
    const text = 'UNWIND $list AS x RETURN x.a + $n AS sum ORDER BY sum'
    const answer = await reader().cypher(text, { list: [{ a: 1 }, { a: 2 }, { a: 3 }], n: 1 }, { maxRows: 2 })
    expect(answer).toMatchObject({ columns: ['sum'], rows: [[2], [3]], truncated: true, version: 'one' })
  })

  it('refuses every hostile query, reads no file and changes nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'papergraph-secret-'))
    const secret = join(folder, 'secret.csv')
    writeFileSync(secret, 'canary-in-a-coal-mine\n')
    const loads = [secret, pathToFileURL(secret).href].flatMap((place) =>
      ['LOAD CSV FROM', 'load csv from', 'LOAD/**/CSV FROM', '\\u004cOAD CSV FROM', 'LOAD JSONL FROM'].map(
        (words) => `${words} '${place}' AS line RETURN line`,
      ),
    )
    for (const text of [...loads, ...queriesOf('hostile')]) {
      const outcome = await reader()
        .cypher(text, {})
        .then(JSON.stringify, (error) => error)
      expect(outcome, text).toMatchObject({ code: 'query-refused' })
      expect(String(outcome)).not.toContain('canary-in-a-coal-mine')
    }
    expect(await reader().digest()).toBe(DIGEST)
    rmSync(folder, { recursive: true })
  })

  it('lets harmless queries through to the store', async () => {
    // What one store cannot run it may say; neither refuses it.
    for (const text of queriesOf('harmless')) {
      const code = await reader()
        .cypher(text, {}, { maxRows: 10 })
        .then(
          () => 'answered',
          (error) => error.code,
        )
      expect(['answered', 'query-invalid'], text).toContain(code)
    }
  })

  it('ends an endless query with a clear word, and goes on', async () => {
    const run = reader().cypher(ENDLESS, {}, { timeoutMs: 5_000, maxRows: 1_000_000_000 })
    await expect(run).rejects.toMatchObject({ code: expect.stringMatching(/^query-(?:memory|timeout)$/) })
    await expect(reader().cypher(LONG, {}, { timeoutMs: 500 })).rejects.toMatchObject({ code: 'query-timeout' })
    const controller = new AbortController()
    const cancelled = reader().cypher(LONG, {}, { signal: controller.signal })
    setTimeout(() => controller.abort(), 200)
    await expect(cancelled).rejects.toMatchObject({ code: 'query-cancelled' })
    expect((await reader().cypher('RETURN 1 AS one', {})).rows).toEqual([[1]])
    expect((await reader().run('counts', {})).rows).toHaveLength(13)
  })
}

/** Of the same graph on both stores. */
const DIGEST = 'a1a1b40b622aae841ca78177f676e57272e3fdeacbaa96659a3a6b5013dfc114'

function present(reader: GraphReader | undefined): GraphReader {
  if (reader === undefined) throw new Error('the reader is open only inside of a case')
  return reader
}
