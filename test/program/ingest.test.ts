import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { digestOf, papergraph, start, withFolder } from './papergraph.ts'
import { paperLines as lines, paper } from './papers.ts'

const graphFiles = (data: string): string[] => readdirSync(data).filter((name) => name.startsWith('graph-'))

describe('papergraph ingest', () => {
  it('says what is new, and the second time that nothing is', () =>
    withFolder(async (folder) => {
      const file = join(folder, 'papers.jsonl')
      writeFileSync(file, lines(0, 5))
      const data = join(folder, 'data')
      const first = await papergraph(['ingest', file, '--data', data])
      expect([first.status, first.stdout]).toEqual([0, expect.stringMatching(/^5 papers: 5 new\.\nThey name /)])
      const before = await digestOf(data)
      const second = await papergraph(['ingest', file, '--data', data])
      expect(second.stdout).toMatch(/^5 papers: 5 unchanged\.\n.*\n.*nothing had to be written\.$/m)
      expect(await digestOf(data)).toBe(before)
    }))

  it('gives one digest for any order, batching and repetition', () =>
    withFolder(async (folder) => {
      const digests: string[] = []
      for (const [name, batches] of Object.entries({
        whole: [lines(0, 6)],
        parts: [lines(3, 6), lines(0, 3)],
        again: [lines(0, 4), lines(2, 6), lines(0, 6)],
      })) {
        const data = join(folder, name)
        for (const batch of batches) {
          const file = join(folder, 'papers.jsonl')
          writeFileSync(file, batch)
          expect((await papergraph(['ingest', file, '--data', data])).status).toBe(0)
        }
        digests.push(await digestOf(data))
      }
      expect(new Set(digests).size).toBe(1)
    }))

  it('replaces a paper that was changed, and takes one away again', () =>
    withFolder(async (folder) => {
      const file = join(folder, 'papers.jsonl')
      const data = join(folder, 'data')
      writeFileSync(file, lines(0, 2))
      await papergraph(['ingest', file, '--data', data])
      const before = await digestOf(data)
      writeFileSync(file, `${lines(0, 1)}${JSON.stringify({ ...paper(1), abstract: 'It uses BERT on GLUE.' })}\n`)
      const changed = await papergraph(['ingest', file, '--data', data])
      expect(changed.stdout).toMatch(/^2 papers: 1 updated, 1 unchanged\./)
      writeFileSync(file, lines(0, 3))
      await papergraph(['ingest', file, '--data', data])
      const removed = await papergraph(['remove', 'test:2', '--data', data])
      expect(removed.stdout).toBe('1 record removed; 2 records left.\n')
      expect(await digestOf(data)).toBe(before)
      const nothing = await papergraph(['remove', 'test:2', '--data', data])
      expect([nothing.status, nothing.stderr]).toEqual([1, expect.stringContaining('nothing was removed')])
    }))

  it('rebuilds the same graph from the papers alone', () =>
    withFolder(async (folder) => {
      const data = join(folder, 'data')
      await papergraph(['ingest', '-', '--data', data], { input: lines(0, 5) })
      const before = await digestOf(data)
      expect((await papergraph(['rebuild', '--data', data])).stdout).toMatch(/^Rebuilt from 5 records/)
      expect(await digestOf(data)).toBe(before)
    }))

  it(
    'gives the digest of one clean run after being killed at twenty random moments',
    () =>
      withFolder(async (folder) => {
        const file = join(folder, 'papers.jsonl.gz')
        writeFileSync(file, gzipSync(lines(0, 300)))
        const clean = join(folder, 'clean')
        let started = Date.now()
        await papergraph(['ingest', file, '--data', clean])
        let tookMs = Date.now() - started
        const wanted = await digestOf(clean)
        let killed = 0
        for (let attempt = 0; killed < 20 && attempt < 40; attempt++) {
          // Each second time there is a graph already, whose papers were taken away again.
          const data = join(folder, `killed-${Math.floor(attempt / 2)}`)
          if (attempt % 2 === 1) await papergraph(['remove', '--source', 'papers.jsonl', '--data', data])
          started = Date.now()
          const child = start(['ingest', file, '--data', data])
          const ended = once(child, 'close')
          const timer = setTimeout(() => child.kill('SIGKILL'), (0.15 + 0.8 * Math.random()) * tookMs)
          await ended
          clearTimeout(timer)
          if (child.signalCode === 'SIGKILL') killed++
          // The machine is quicker now than it was: the next moment is chosen by that.
          else tookMs = Date.now() - started
          expect((await papergraph(['ingest', file, '--data', data])).status).toBe(0)
          expect(await digestOf(data)).toBe(wanted)
          expect(graphFiles(data)).toHaveLength(1)
          expect(existsSync(join(data, 'ingest.lock'))).toBe(false)
        }
        expect(killed).toBe(20)
      }),
    600_000,
  )

  it('names a broken line and keeps the good ones', () =>
    withFolder(async (folder) => {
      const file = join(folder, 'papers.jsonl')
      writeFileSync(file, `${lines(0, 2)}{"title": "Torn\n${lines(2, 4)}`)
      const outcome = await papergraph(['ingest', file, '--data', join(folder, 'data')])
      expect(outcome.stderr).toMatch(/papers\.jsonl, line 3 is not JSON/)
      expect(outcome.stdout).toMatch(/^4 papers: 4 new, 1 problem/)
      expect(outcome.status).toBe(0)
    }))

  it.each([
    ['an empty file', ''],
    ['a binary file', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 0, 0, 0, 0])],
    ['truncated gzip with nothing in it', gzipSync(lines(0, 3)).subarray(0, 12)],
  ])('refuses %s with one sentence and exit status 1', (_name, content) =>
    withFolder(async (folder) => {
      const file = join(folder, 'papers.jsonl')
      writeFileSync(file, content)
      const outcome = await papergraph(['ingest', file, '--data', join(folder, 'data')])
      expect(outcome.status).toBe(1)
      expect(outcome.stderr.trim().split('\n')).toHaveLength(1)
      expect(outcome.stderr).toContain(file)
    }),
  )

  it('keeps markup and Cypher in a title as text', () =>
    withFolder(async (folder) => {
      const data = join(folder, 'data')
      const title = `<img src=x onerror=alert(1)> '}) DETACH DELETE n //`
      await papergraph(['ingest', '-', '--data', data], { input: JSON.stringify({ ...paper(1), title }) })
      const answer = await papergraph(['cypher', 'MATCH (p:Paper) RETURN p.title AS title', '--json', '--data', data])
      expect(JSON.parse(answer.stdout).rows).toEqual([[title]])
    }))

  it('says in one sentence that the data folder cannot be written', () =>
    withFolder(async (folder) => {
      const blocked = join(folder, 'file')
      writeFileSync(blocked, '')
      const outcome = await papergraph(['ingest', '-', '--data', join(blocked, 'data')], { input: lines(0, 1) })
      expect([outcome.status, outcome.stderr]).toEqual([
        1,
        expect.stringMatching(/^papergraph: The data folder .*--data/),
      ])
      if (process.platform !== 'linux') return
      const inProc = await papergraph(['ingest', '-', '--data', '/proc/papergraph/data'], { input: lines(0, 1) })
      expect([inProc.status, inProc.stderr]).toEqual([1, expect.stringMatching(/^papergraph: The data folder \/proc/)])
    }))

  it('lets only one ingest in at a time', () =>
    withFolder(async (folder) => {
      const data = join(folder, 'data')
      mkdirSync(data)
      const child = start(['ingest', '-', '--data', data])
      child.stdin?.write(lines(0, 1))
      while (!existsSync(join(data, 'ingest.lock'))) await new Promise((wait) => setTimeout(wait, 20))
      const outcome = await papergraph(['ingest', '-', '--data', data], { input: lines(1, 2) })
      expect([outcome.status, outcome.stderr]).toEqual([1, expect.stringMatching(/Another ingest is running/)])
      child.stdin?.end()
      await once(child, 'close')
    }))
})
