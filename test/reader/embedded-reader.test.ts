import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PapergraphError } from '../../errors.ts'
import { openReader } from '../../queries/open-reader.ts'
import type { GraphReader } from '../../queries/reader.ts'
import { readGraphPointer } from '../../queries/store/reader/pointer-watch.ts'
import { deliver, ReaderChild, UndeliveredError } from '../../queries/store/reader/reader-child.ts'
import { WORLD } from '../contract/world.ts'
import { makeDataFolder, type TestFolder, versionOf } from './data-folder.ts'

const ENDLESS = 'UNWIND range(1, 1000000000) AS x RETURN x AS x'
// Needs time, but no memory.
const LONG = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b = -1 RETURN count(*) AS c'

/** The processes of the readers of this test: its children that run the reader's script. */
function readerProcesses(): number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
  return table.split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s.*reader.child\.js/.exec(line)
    return match !== null && Number(match[2]) === process.pid ? [Number(match[1])] : []
  })
}

describe('a reader of a data folder', { timeout: 60_000 }, () => {
  let folder: TestFolder
  let reader: GraphReader
  beforeAll(async () => {
    folder = makeDataFolder()
    await folder.publish('one', WORLD)
    reader = await openReader({ kind: 'embedded', folder: folder.path })
  })
  afterAll(async () => {
    await reader.close()
    folder.remove()
  })

  it('answers the catalogue, with the version', async () => {
    const answer = await reader.run('paper-names', { paper: 'arxiv:2402.00004' })
    expect(answer).toMatchObject({ version: 'one', updating: false, truncated: false })
    expect(answer.rows.map(([id]) => id)).toEqual(['unibench', 'sortbench'])
  })

  it('that is closed when all is answered ends after the last page that somebody reads', async () => {
    const before = readerProcesses()
    const leaving = await openReader({ kind: 'embedded', folder: folder.path })
    expect(readerProcesses().length).toBe(before.length + 1)
    const { pages } = await leaving.part({ kind: 'all' })
    await leaving.close('when-answered')
    let nodes = 0
    for await (const page of pages) if (page.kind === 'nodes') nodes += page.nodes.length
    expect(nodes).toBe(WORLD.nodes.length)
    await expect.poll(readerProcesses).toEqual(before)
  })

  it('looks an unknown id up among names and aliases', async () => {
    const byName = await reader.run('variants', { concept: 'GRASS' })
    expect(byName.rows.map(([id]) => id)).toEqual(['grass-2', 'seed grass'])
    const byAlias = await reader.run('concept-papers', { concept: 'Careful ordering by random access' })
    expect(byAlias.rows).toHaveLength(1)
    const byTitle = await reader.run('paper-names', { paper: 'sorting graphs with patience' })
    expect(byTitle.rows.length).toBeGreaterThan(3)
  })

  it('shows a choice where several have the name, and the nearest where none has it', async () => {
    await expect(reader.run('concept-papers', { concept: 'cobra' })).rejects.toMatchObject({
      code: 'not-found',
      message: '"cobra" is the name of 2 nodes: say which by its id, "cobra bird" (benchmark), "cobra snake" (method).',
      details: { choices: [{ id: 'cobra bird' }, { id: 'cobra snake' }] },
    })
    await expect(reader.run('concept-papers', { concept: 'quiksort' })).rejects.toMatchObject({
      code: 'not-found',
      message: 'There is no concept "quiksort" in the graph; did you mean "Quicksort" (quicksort)?',
    })
    await expect(reader.run('paper-names', { paper: 'grass' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('says what is wrong with a query name or a parameter', async () => {
    await expect(reader.run('paper-nams', {})).rejects.toMatchObject({
      code: 'not-found',
      message: 'There is no query "paper-nams"; did you mean "paper-names"?',
    })
    await expect(reader.run('map', { limit: 'many' })).rejects.toMatchObject({ code: 'query-invalid' })
  })

  it('searches', async () => {
    const { hits, version } = await reader.search('grass', { limit: 3 })
    expect(version).toBe('one')
    expect(hits.map(({ id }) => id)).toEqual(['grass', 'github.com/ada/grass', 'grass-2'])
  })

  it('tells its status and digest', async () => {
    expect(await reader.status()).toMatchObject({
      store: 'embedded',
      engine: 'grafeo 0.6.0',
      version: 'one',
      extractor: 'test',
      counts: { nodes: { Paper: 8, Concept: 12 }, relationships: { SCORES: 6 } },
    })
    expect(await reader.digest()).toMatch(/^[0-9a-f]{64}$/)
  })

  it('runs typed Cypher with parameters and a row limit', async () => {
    const text = 'MATCH (n:Concept) WHERE n.type = $type RETURN n.id AS id ORDER BY id'
    const answer = await reader.cypher(text, { type: 'topic' }, { maxRows: 1 })
    expect(answer).toMatchObject({ columns: ['id'], rows: [['lonely']], truncated: true, version: 'one' })
  })

  it('refuses typed Cypher that writes or reads files, and tells what is no Cypher', async () => {
    const secrets = mkdtempSync(join(tmpdir(), 'papergraph-secret-'))
    const secret = join(secrets, 'secret.csv')
    writeFileSync(secret, 'canary,sings\n')
    const before = await reader.digest()
    for (const text of ['CREATE (n:Paper)', `LOAD CSV FROM '${secret}' AS line RETURN line`]) {
      await expect(reader.cypher(text, {})).rejects.toMatchObject({ code: 'query-refused' })
    }
    await expect(reader.cypher('RETURN', {})).rejects.toMatchObject({ code: 'query-invalid' })
    expect(await reader.digest()).toBe(before)
    rmSync(secrets, { recursive: true })
  })

  it('ends a query that takes too long, and goes on', async () => {
    await expect(reader.cypher(LONG, {}, { timeoutMs: 300 })).rejects.toMatchObject({
      code: 'query-timeout',
      message: 'The query was ended because it took longer than its time limit of 0.3 s: narrow it or add a LIMIT.',
    })
    expect((await reader.cypher('RETURN 1 AS one', {})).rows).toEqual([[1]])
  })

  it('ends a query that needs too much memory, and goes on', async () => {
    await expect(reader.cypher(ENDLESS, {}, { timeoutMs: 50_000 })).rejects.toMatchObject({ code: 'query-memory' })
    expect((await reader.cypher('RETURN 1 AS one', {})).rows).toEqual([[1]])
    expect((await reader.run('counts', {})).rows).toHaveLength(13)
  })

  it('ends a query when its signal is aborted', async () => {
    const controller = new AbortController()
    const run = reader.cypher(LONG, {}, { signal: controller.signal })
    setTimeout(() => controller.abort(), 300)
    await expect(run).rejects.toMatchObject({ code: 'query-cancelled' })
    await expect(reader.cypher(LONG, {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'query-cancelled',
    })
  })

  it('runs two typed queries at once, lets eight wait, and sends the next away', async () => {
    const controller = new AbortController()
    const places: number[][] = []
    const runs = Array.from({ length: 10 }, (_, index) => {
      const seen: number[] = []
      places[index] = seen
      return reader.cypher(LONG, {}, { signal: controller.signal, onQueue: (ahead) => seen.push(ahead) })
    })
    for (const run of runs) run.catch(() => undefined)
    await expect(reader.cypher('RETURN 1 AS one', {})).rejects.toMatchObject({ code: 'busy' })
    expect(places.map(([first]) => first)).toEqual([undefined, undefined, 2, 3, 4, 5, 6, 7, 8, 9])
    expect((await reader.run('counts', {})).rows).toHaveLength(13)
    expect(readerProcesses().length).toBeLessThanOrEqual(3)
    controller.abort()
    const codes = (await Promise.allSettled(runs)).map((run) => run.status === 'rejected' && run.reason.code)
    expect(new Set(codes)).toEqual(new Set(['query-cancelled']))
    expect((await reader.cypher('RETURN 1 AS one', {})).rows).toEqual([[1]])
  })

  it('starts a new process when one is killed, and says so to whoever waited', async () => {
    await reader.run('counts', {})
    for (const pid of readerProcesses()) process.kill(pid, 'SIGSTOP')
    const waiting = reader.run('counts', {})
    waiting.catch(() => undefined)
    // The question is with the stopped process before that is killed.
    await new Promise((resolve) => setTimeout(resolve, 200))
    for (const pid of readerProcesses()) process.kill(pid, 'SIGKILL')
    await expect(waiting).rejects.toMatchObject({ code: 'internal' })
    expect((await reader.run('counts', {})).rows).toHaveLength(13)
    expect((await reader.cypher('RETURN 1 AS one', {})).rows).toEqual([[1]])
  })

  it('puts a question that a dead process never got to the next one', async () => {
    const dead = new ReaderChild(false)
    process.kill(dead.pid ?? 0, 'SIGKILL')
    await dead.ended
    const alive = new ReaderChild(false)
    const children = [dead, dead, alive]
    const { path } = readGraphPointer(folder.path)
    const open = (child: ReaderChild): Promise<unknown> =>
      child.call('open', { source: { kind: 'embedded', path }, search: 'never' })
    await expect(deliver(async () => dead, open)).rejects.toBeInstanceOf(UndeliveredError)
    expect(await deliver(async () => children.shift() ?? dead, open)).toEqual({ engine: 'grafeo 0.6.0' })
    // A question that it got and died of is not asked again: it may be what killed it.
    let asked = 0
    const asking = deliver(
      async () => alive,
      (child) => {
        asked += 1
        const answer = child.call('counts', {})
        child.kill(new PapergraphError('internal', 'killed while it worked'))
        return answer
      },
    )
    await expect(asking).rejects.toMatchObject({ message: 'killed while it worked' })
    expect(asked).toBe(1)
    // Nor does a question that comes after somebody ended the process on purpose start another.
    let started = 0
    const late = deliver(async () => {
      started += 1
      return alive
    }, open)
    await expect(late).rejects.toMatchObject({ message: 'killed while it worked' })
    expect(started).toBe(1)
    await alive.ended
  })

  it.skipIf(process.platform !== 'linux')(
    'limits what typed Cypher may take and gives it less of the processor',
    async () => {
      await reader.cypher('RETURN 1 AS one', {})
      const limits = readerProcesses().map((pid) => {
        const limit = /^Max data size\s+(\S+)/m.exec(readFileSync(`/proc/${pid}/limits`, 'utf8'))?.[1]
        return { limit, nice: readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[16] }
      })
      const { memoryLimit } = await reader.status()
      const typed = limits.filter(({ nice }) => nice !== '0')
      expect(typed.length).toBeGreaterThan(0)
      if (memoryLimit === 'prlimit') for (const { limit } of typed) expect(Number(limit)).toBeGreaterThan(2 ** 30)
    },
  )
})

describe('a reader whose data folder', { timeout: 60_000 }, () => {
  it('has no graph says so', async () => {
    const folder = makeDataFolder()
    await expect(openReader({ kind: 'embedded', folder: folder.path })).rejects.toMatchObject({ code: 'data-folder' })
    writeFileSync(join(folder.path, 'pointer.json'), '{')
    await expect(openReader({ kind: 'embedded', folder: folder.path })).rejects.toMatchObject({ code: 'data-folder' })
    writeFileSync(join(folder.path, 'pointer.json'), '{"version":"x","extractor":"y"}')
    await expect(openReader({ kind: 'embedded', folder: folder.path })).rejects.toMatchObject({ code: 'store-foreign' })
    writeFileSync(join(folder.path, 'pointer.json'), '{"graph":"gone","version":"x","extractor":"y"}')
    await expect(openReader({ kind: 'embedded', folder: folder.path })).rejects.toMatchObject({ code: 'data-folder' })
    folder.remove()
  })

  it('is renewed again and again goes on answering, each time from one version', async () => {
    const folder = makeDataFolder()
    await folder.publish('v0', versionOf('v0', 50))
    const reader = await openReader({ kind: 'embedded', folder: folder.path })
    const seen = new Set<string>()
    let isDone = false
    const ask = async (): Promise<void> => {
      while (!isDone) {
        const names = await reader.run('paper-names', { paper: 'test:1' })
        expect(names.rows).toHaveLength(50)
        const versions = new Set(names.rows.map((row) => row[names.columns.indexOf('sentence')]))
        expect([...versions]).toEqual([names.version])
        const typed = await reader.cypher(
          'MATCH (p:Paper)-[r:USES]->(c) RETURN p.title AS p, c.name AS c ORDER BY c',
          {},
        )
        expect(new Set(typed.rows.map(([title]) => title))).toEqual(new Set([typed.version]))
        const { hits, version } = await reader.search('thing 7', { limit: 1 })
        expect(hits.map(({ name }) => name)).toEqual([`thing 7 of ${version}`])
        seen.add(names.version)
      }
    }
    const asking = [ask(), ask(), ask()]
    const served = async (): Promise<string> => (await reader.cypher('RETURN 1 AS one', {})).version
    for (let number = 1; number <= 6; number += 1) {
      await folder.publish(`v${number}`, versionOf(`v${number}`, 50))
      // The last ones follow each other faster than they can be opened.
      if (number <= 3 || number === 6) await expect.poll(served, { timeout: 30_000 }).toBe(`v${number}`)
    }
    isDone = true
    await Promise.all(asking)
    expect(seen.size).toBeGreaterThan(1)
    // One for the catalogue and at most two for typed queries; those of old versions are gone.
    await expect.poll(() => readerProcesses().length, { timeout: 30_000 }).toBeLessThanOrEqual(3)
    await reader.close()
    await expect.poll(() => readerProcesses().length, { timeout: 30_000 }).toBe(0)
    folder.remove()
  })

  it('is renewed while nobody asks serves the new version at the next question', async () => {
    const folder = makeDataFolder()
    await folder.publish('old', versionOf('old', 1))
    const reader = await openReader({ kind: 'embedded', folder: folder.path })
    await folder.publish('new', versionOf('new', 1))
    // Its first typed process has to open a file that is gone already.
    const answer = await reader.cypher('MATCH (p:Paper) RETURN p.title AS title', {})
    expect(answer).toMatchObject({ rows: [['new']], version: 'new' })
    await reader.close()
    folder.remove()
  })

  it('is closed answers nobody any more', async () => {
    const folder = makeDataFolder()
    await folder.publish('one', versionOf('one', 1))
    const reader = await openReader({ kind: 'embedded', folder: folder.path })
    const waiting = reader.cypher(LONG, {})
    waiting.catch(() => undefined)
    await reader.close()
    await expect(waiting).rejects.toMatchObject({ code: 'internal' })
    await expect(reader.run('counts', {})).rejects.toMatchObject({ code: 'internal' })
    folder.remove()
  })
})
