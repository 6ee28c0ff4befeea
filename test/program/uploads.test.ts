import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { digestOf, papergraph, start, withFolder } from './papergraph.ts'
import { paperLines } from './papers.ts'
import { Serving } from './serving.ts'

const running: Serving[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop('SIGKILL')))
})
async function serve(...options: Parameters<typeof Serving.from>): Promise<Serving> {
  const server = await Serving.from(...options)
  running.push(server)
  return server
}

/** What the command line makes of a file of this name: the digest. */
async function digestFrom(folder: string, content: string | Buffer, name = 'papers.jsonl'): Promise<string> {
  const data = join(folder, 'by-hand')
  const file = join(folder, name)
  writeFileSync(file, content)
  expect((await papergraph(['ingest', file, '--data', data])).status).toBe(0)
  return digestOf(data)
}
const uploads = (data: string) => readdirSync(join(data, 'uploads')).filter((name) => !name.endsWith('.json'))

describe('a file that is sent to a server', () => {
  it('gives the graph that the command line gives, and the server goes over to it from the sample', () =>
    withFolder(async (folder) => {
      const data = join(folder, 'data')
      const server = await serve(data)
      expect((await server.status()).graph).toBe('sample')
      const content = `${paperLines(0, 5)}{"title": "Torn\n{"abstract": "It has no title."}\n`
      const { id } = await server.upload('papers.jsonl', content)
      const job = await server.finished(id)
      expect(job).toMatchObject({
        ...{ name: 'papers.jsonl', state: 'done' },
        report: {
          ...{ read: 5, new: 5, papers: 5, problemsLeftOut: 0 },
          problems: [
            { record: 'line 6', reason: expect.stringMatching(/^is not JSON/) },
            { record: 'line 7', reason: 'has no title' },
          ],
        },
      })
      while ((await server.status()).version !== job.report?.version) await new Promise((wait) => setTimeout(wait, 50))
      expect(await server.status()).toMatchObject({ graph: 'own', nodes: { Paper: 5 } })
      expect(uploads(data)).toEqual(['server.lock'])
      await server.stop()
      expect(await digestOf(data)).toBe(await digestFrom(folder, content))
      expect(uploads(data)).toEqual([])
    }))

  it('may be packed, and its name is no path', () =>
    withFolder(async (folder) => {
      const data = join(folder, 'data')
      const server = await serve(data)
      const { id, name } = await server.upload('../../papers.jsonl.gz', gzipSync(paperLines(0, 2)))
      expect([name, (await server.finished(id)).state]).toEqual(['papers.jsonl.gz', 'done'])
      expect(readdirSync(folder)).toEqual(['data'])
      expect(await digestOf(data)).toBe(await digestFrom(folder, gzipSync(paperLines(0, 2)), 'papers.jsonl.gz'))
    }))

  it('waits for an ingest of the command line, says so, and runs after it', () =>
    withFolder(async (folder) => {
      const data = join(folder, 'data')
      const server = await serve(data)
      const child = start(['ingest', '-', '--data', data])
      child.stdin?.write(paperLines(0, 1))
      while (!existsSync(join(data, 'ingest.lock'))) await new Promise((wait) => setTimeout(wait, 20))
      const { id } = await server.upload('papers.jsonl', paperLines(1, 3))
      const second = await server.upload('more.jsonl', paperLines(3, 4))
      const { waitsFor } = await server.until(id, (job) => job.waitsFor !== undefined)
      expect(waitsFor).toMatch(
        /^Another ingest is running in this data folder \(process \d+ on .+\); this one begins when it is done\.$/,
      )
      expect(await server.job(second.id)).toMatchObject({ state: 'queued', place: 1 })
      child.stdin?.end()
      await once(child, 'close')
      expect(await server.finished(id)).toMatchObject({ state: 'done', report: { new: 2, papers: 3 } })
      expect(await server.finished(second.id)).toMatchObject({ state: 'done', report: { new: 1, papers: 4 } })
    }))

  it('is cancelled without a trace in the graph, wherever it is', () =>
    withFolder(async (folder) => {
      const data = join(folder, 'data')
      const server = await serve(data)
      await server.finished((await server.upload('papers.jsonl', paperLines(0, 3))).id)
      const before = await digestOf(data)
      for (const stage of ['reading', 'extracting', 'writing papers']) {
        const { id } = await server.upload('more.jsonl', paperLines(3, 400))
        await server.until(id, ({ state, progress }) => state !== 'running' || progress?.stage === stage)
        await server.cancel(id)
        const { state } = await server.finished(id)
        // It may have been whole before the stop came.
        if (state === 'done')
          expect((await papergraph(['remove', '--source', 'more.jsonl', '--data', data])).status).toBe(0)
        else expect(state).toBe('cancelled')
        expect(await digestOf(data)).toBe(before)
      }
    }))

  it('that unpacks to more than is taken is refused whole', () =>
    withFolder(async (folder) => {
      const data = join(folder, 'data')
      const server = await serve(data, ['--upload-limit', '1'])
      const bomb = gzipSync(Buffer.concat([Buffer.from(paperLines(0, 2)), Buffer.alloc(30 * 2 ** 20, ' ')]))
      expect(bomb.length).toBeLessThan(100_000)
      const job = await server.finished((await server.upload('bomb.jsonl.gz', bomb)).id)
      expect(job).toMatchObject({
        state: 'failed',
        problem: {
          detail:
            '“bomb.jsonl.gz” unpacks to more than 10 MB, the most that is taken of an upload; split it, or ingest it on the command line.',
        },
      })
      expect((await server.status()).graph).toBe('sample')
      const large = await server.send('large.jsonl', Buffer.alloc(2 ** 20 + 1, ' '))
      expect([large.status, await large.json()]).toEqual([413, expect.objectContaining({ code: 'too-large' })])
      const binary = await server.send('ls', readFileSync(process.execPath).subarray(0, 10_000))
      expect([binary.status, await binary.json()]).toEqual([
        415,
        expect.objectContaining({ detail: '“ls” is a binary file, not text.' }),
      ])
      expect((await server.list()).uploads.map(({ name }) => name)).toEqual(['bomb.jsonl.gz'])
    }))

  it('of which nothing can be used fails with one sentence', () =>
    withFolder(async (folder) => {
      const server = await serve(join(folder, 'data'))
      const job = await server.finished((await server.upload('a.jsonl', '{"abstract": "It has no title."}\n')).id)
      expect(job).toMatchObject({
        state: 'failed',
        problem: { code: 'input', detail: '“a.jsonl” has no paper that can be used.' },
        report: { read: 0, problems: [{ record: 'line 1', reason: 'has no title' }, { reason: expect.any(String) }] },
      })
    }))
})

describe('a server that takes no files', () => {
  it('was told so, or listens beyond its machine and was not told otherwise', () =>
    withFolder(async (folder) => {
      const told = await serve(join(folder, 'told'), ['--no-uploads'])
      const answer = await told.send('a', 'x')
      expect([answer.status, await answer.json()]).toEqual([
        403,
        expect.objectContaining({ detail: 'This server was started with --no-uploads and takes no files.' }),
      ])
      const env = { PAPERGRAPH_TOKEN: 'a-token-of-some-length' }
      const open = await serve(join(folder, 'open'), ['--host', '0.0.0.0'], env)
      expect(await open.list()).toMatchObject({
        isOpen: false,
        reason: 'This server listens beyond its own machine and takes no files unless it is started with --uploads.',
      })
      const asked = await serve(join(folder, 'asked'), ['--host', '0.0.0.0', '--uploads'], env)
      expect((await asked.finished((await asked.upload('a.jsonl', paperLines(0, 1))).id)).state).toBe('done')
    }))

  it('is the second one on a data folder, until the first ends', () =>
    withFolder(async (folder) => {
      const data = join(folder, 'data')
      const first = await serve(data)
      await first.finished((await first.upload('a.jsonl', paperLines(0, 1))).id)
      const second = await serve(data)
      const answer = await second.send('b.jsonl', paperLines(1, 2))
      expect([answer.status, await answer.json()]).toEqual([
        503,
        expect.objectContaining({
          detail: `Another papergraph server (process ${first.child.pid}) takes the uploads of this data folder; send the file to that one.`,
        }),
      ])
      await first.stop('SIGKILL')
      expect((await second.list()).uploads).toMatchObject([{ name: 'a.jsonl', state: 'done' }])
      expect((await second.finished((await second.upload('b.jsonl', paperLines(1, 2))).id)).state).toBe('done')
    }))
})

describe('a server that ends while an upload is under way', () => {
  it(
    'at any moment leaves the graph as it was or whole, and the next one says which',
    () =>
      withFolder(async (folder) => {
        const content = paperLines(0, 200)
        const whole = await digestFrom(folder, content)
        const seen = { done: 0, cut: 0, killed: 0 }
        const timed = await serve(join(folder, 'timed'))
        const begun = Date.now()
        await timed.finished((await timed.upload('papers.jsonl', content)).id)
        const tookMs = Date.now() - begun
        await timed.stop()
        for (let kill = 0; kill < 8; kill++) {
          const data = join(folder, `killed-${kill}`)
          const server = await serve(data)
          // Two are killed while the file arrives.
          const isArriving = kill < 2
          const arriving = isArriving
            ? server.send('papers.jsonl', halfOf(content)).catch(() => undefined)
            : server.upload('papers.jsonl', content).catch(() => undefined)
          await new Promise((wait) => setTimeout(wait, isArriving ? 300 : (0.02 + 0.16 * (kill - 2)) * tookMs))
          // Each second time the process that uploads is killed too; else it must end by itself.
          const holder = kill % 2 === 0 ? holderOf(data) : undefined
          await server.stop('SIGKILL')
          if (holder !== undefined) endProcess(holder)
          await arriving
          const next = await serve(data)
          const [job] = (await next.list()).uploads
          if (job === undefined) throw new Error('the upload is forgotten')
          const { state, problem } = await next.finished(job.id)
          if (state === 'done') expect(await digestOf(data)).toBe(whole)
          else {
            expect([state, problem?.code]).toEqual(['failed', 'cut-off'])
            expect(existsSync(join(data, 'pointer.json'))).toBe(false)
          }
          if (state === 'done') seen.done++
          else seen.cut++
          if (job.state !== 'done') seen.killed++
          expect(uploads(data)).toEqual(['server.lock'])
          await next.stop()
        }
        expect(seen.cut).toBeGreaterThanOrEqual(2)
        expect(seen.done).toBeGreaterThanOrEqual(4)
        expect(seen.killed).toBeGreaterThanOrEqual(3)
      }),
    600_000,
  )

  it('because it was told to goes on with it when it is started again', () =>
    withFolder(async (folder) => {
      const data = join(folder, 'data')
      const server = await serve(data)
      const { id } = await server.upload('papers.jsonl', paperLines(0, 300))
      const waiting = await server.upload('more.jsonl', paperLines(300, 302))
      await server.until(id, ({ progress }) => progress?.stage === 'extracting')
      await server.stop()
      expect(existsSync(join(data, 'pointer.json'))).toBe(false)
      const next = await serve(data)
      expect(await next.finished(id)).toMatchObject({ state: 'done', report: { new: 300 } })
      expect(await next.finished(waiting.id)).toMatchObject({ state: 'done', report: { papers: 302 } })
    }))
})

/** A body that never ends. */
function halfOf(content: string): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(Buffer.from(content.slice(0, content.length / 2))),
  })
}

function holderOf(data: string): number | undefined {
  try {
    return JSON.parse(readFileSync(join(data, 'ingest.lock'), 'utf8')).pid
  } catch {
    return undefined
  }
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}
