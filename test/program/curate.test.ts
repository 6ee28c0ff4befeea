import { once } from 'node:events'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digestOf, papergraph, start, withFolder } from './papergraph.ts'

const RECORDS = [
  ['test:1', 'A network that sorts', 'We train ZorpNet, a convolutional network, and evaluate it on ImageNet.'],
  ['test:2', 'ZorpNet meets language', 'We train ZorpNet, a language model, with Adam and evaluate it on GLUE.'],
  [
    'test:3',
    'On the limits of BERT',
    'We compare BERT and ZorpNet on GLUE. We use dropout. Code: https://github.com/ada/limits.',
  ],
] as const

let folder: string
let data: string
let plain: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'papergraph-curate-'))
  data = join(folder, 'data')
  const lines = RECORDS.map(([id, title, abstract]) =>
    JSON.stringify({ id, title, abstract, authors: ['Ada Example'] }),
  )
  writeFileSync(join(folder, 'papers.jsonl'), `${lines.join('\n')}\n`)
  const { status, stderr } = await papergraph(['ingest', join(folder, 'papers.jsonl'), '--data', data])
  if (status !== 0) throw new Error(stderr)
  plain = await digestOf(data)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const curate = (...words: string[]) => papergraph(['curate', ...words, '--data', data])
const idIn = (text: string): string => /curate undo (\w+)/.exec(text)?.[1] ?? ''
const file = (): string => join(data, 'curation.jsonl')
const rows = async (query: string): Promise<unknown> =>
  JSON.parse((await papergraph(['cypher', query, '--json', '--data', data])).stdout).rows

describe('papergraph curate', () => {
  it.each(['same', 'different', 'type', 'hide', 'list', 'undo', 'apply'])('explains %s', async (command) => {
    const { status, stdout } = await papergraph(['curate', command, '--help'])
    expect([status, stdout]).toEqual([0, expect.stringMatching(new RegExp(`^Usage: papergraph curate ${command} `))])
  })

  it('joins two things by name, says what it does, lists it and takes it back', async () => {
    const done = await curate('same', 'BERT', 'test:1#ZorpNet', '--note', 'for a test')
    expect([done.status, done.stderr]).toEqual([
      0,
      expect.stringMatching(/^BERT \(bert\): \w+, 1 paper, .*“BERT” in test:3\nZorpNet \(zorpnet\): \w+, 3 papers/),
    ])
    expect(done.stdout).toMatch(
      /^Decided: “BERT” in test:3 = “ZorpNet” in test:1\.\nBoth are zorpnet now; \d+ nodes? and .* written, \d+ removed\.\n/,
    )
    expect(await rows("MATCH (c:Concept {id: 'zorpnet'}) RETURN c.aliases AS aliases, c.aliasEvidence AS why")).toEqual(
      [[['BERT'], [expect.stringMatching(/^person \w{8}: “BERT” in test:3 = “ZorpNet” in test:1 \(for a test\)$/)]]],
    )
    const list = await curate('list')
    expect(list.stdout).toMatch(
      /^\w{8} {2}\d{4}-\d\d-\d\d {2}“BERT” in test:3 = .* — for a test {2}\[applied \(zorpnet\)\]\n$/,
    )
    const back = await curate('undo', idIn(done.stdout).slice(0, 5))
    expect([back.status, back.stdout]).toEqual([0, expect.stringMatching(/^Taken back: “BERT” in test:3 = /)])
    expect([readFileSync(file(), 'utf8'), await digestOf(data)]).toEqual(['', plain])
  })

  it('parts, types and hides, and a rebuild and an ingest keep it so', async () => {
    const parted = await curate('different', 'test:1#ZorpNet', 'test:2#ZorpNet')
    expect(parted.stdout).toMatch(/\n\S+ and \S+ are two now; /)
    expect((await curate('type', 'GLUE', 'topic')).stdout).toMatch(/\nglue is a topic now; /)
    expect((await curate('hide', 'github.com/ada/limits')).stdout).toMatch(
      /\ngithub\.com\/ada\/limits is hidden now, its evidence is kept; /,
    )
    expect((await curate('hide', 'test:3')).stdout).toMatch(/\ntest:3 is hidden now/)
    const curated = await digestOf(data)
    expect(curated).not.toBe(plain)
    await papergraph(['rebuild', '--data', data])
    expect(await digestOf(data)).toBe(curated)
    const again = await papergraph(['ingest', join(folder, 'papers.jsonl'), '--data', data])
    expect([again.stdout, await digestOf(data)]).toEqual([
      expect.stringContaining('nothing had to be written'),
      curated,
    ])
    // The repository's paper is hidden now, so its own decision waits for that paper.
    expect((await curate('list')).stdout).toMatch(
      /github\.com\/ada\/limits.*\[not applied: the paper test:3 is hidden by \w{8}\]/,
    )
    expect(again.stderr).toMatch(/the decision \w{8} is kept but not applied: the paper test:3 is hidden by \w{8}\./)
    writeFileSync(file(), '')
    const applied = await curate('apply')
    expect([applied.status, await digestOf(data)]).toEqual([0, plain])
  })

  it('refuses what contradicts, repeats or means nothing, in one sentence, and changes nothing', async () => {
    await curate('different', 'BERT', 'ZorpNet')
    const [before, text] = [await digestOf(data), readFileSync(file(), 'utf8')]
    const refused: [words: string[], sentence: RegExp][] = [
      [
        ['same', 'test:3#BERT', 'test:2#ZorpNet'],
        /: That contradicts the decision \w{8} \(“BERT” .* ≠ .*\); take it back first with "papergraph curate undo \w{8}"\.$/,
      ],
      [['different', 'ZorpNet', 'BERT'], /: That was decided already on .*\.$/],
      [['same', 'test:3#BERT', 'test:3#BERT'], /: That is no decision \(both things are the same words/],
      [
        ['same', 'test:3#BERT', 'test:3#nonsense'],
        /: That cannot be done: nothing in test:3 is found under the words “nonsense”\.$/,
      ],
      [['same', 'BERT', 'test:9#BERT'], /: There is no node "test:9"/],
      [['type', 'test:3', 'topic'], /: test:3 is a paper; name a thing in it as "test:3#WORDS"\.$/],
      [['undo', 'ffffffff'], /: There is no decision ffffffff; /],
    ]
    for (const [words, sentence] of refused) {
      const { status, stderr } = await curate(...words)
      expect([status === 0, stderr.trim().split('\n').at(-1)]).toEqual([false, expect.stringMatching(sentence)])
    }
    expect((await curate('type', 'BERT', 'thing')).status).toBe(2)
    const trial = await curate('hide', 'BERT', '--dry-run')
    expect([trial.status, trial.stdout]).toEqual([
      0,
      expect.stringMatching(/^Would be decided: .* is hidden\.\nbert would be hidden/),
    ])
    expect([await digestOf(data), readFileSync(file(), 'utf8')]).toEqual([before, text])
  })

  it('notices at the next ingest that the file was edited, names lines that are none and keeps them', async () => {
    writeFileSync(file(), '# by hand\n{"decision":"hide","things":[{"paper":"test:2","words":"Adam"}]}\n')
    appendFileSync(file(), '{"decision":"hide"}\n{"decision":"hide","things":[{"paper":"test:9"}]}\n')
    expect((await curate('list')).stdout).toMatch(/\[waiting for the next ingest\]/)
    const { stderr, stdout, status } = await papergraph(['ingest', join(folder, 'papers.jsonl'), '--data', data])
    expect([status, stdout]).toEqual([0, expect.stringMatching(/3 unchanged[\s\S]* written, \d+ removed/)])
    expect(stderr).toMatch(/curation\.jsonl, line 3 is no decision /)
    expect(stderr).toMatch(/is kept but not applied: there is no paper test:9\./)
    expect(await rows("MATCH (c:Concept {id: 'adam'}) RETURN c.id AS id")).toEqual([])
    expect(readFileSync(file(), 'utf8')).toContain('{"decision":"hide"}\n')
    rmSync(file())
    await curate('apply')
    expect(await digestOf(data)).toBe(plain)
  })

  it('leaves the old graph or the new one when it is killed at any moment, and the next ingest the new one', async () => {
    const started = Date.now()
    const done = await curate('same', 'test:3#BERT', 'test:1#ZorpNet')
    const tookMs = Date.now() - started
    const joined = await digestOf(data)
    await curate('undo', idIn(done.stdout))
    for (let kill = 0; kill < 6; kill++) {
      const child = start(['curate', 'same', 'test:3#BERT', 'test:1#ZorpNet', '--data', data])
      const ended = once(child, 'close')
      const timer = setTimeout(() => child.kill('SIGKILL'), ((kill + 2) / 8) * tookMs)
      await ended
      clearTimeout(timer)
      expect([plain, joined]).toContain(await digestOf(data))
      const isDecided = existsSync(file()) && readFileSync(file(), 'utf8') !== ''
      await papergraph(['ingest', join(folder, 'papers.jsonl'), '--data', data])
      expect(await digestOf(data)).toBe(isDecided ? joined : plain)
      if (isDecided) await curate('undo', idIn(done.stdout))
    }
    expect(await digestOf(data)).toBe(plain)
  }, 600_000)

  it('says what to do where there is no graph of one’s own yet', () =>
    withFolder(async (empty) => {
      const { status, stderr } = await papergraph(['curate', 'hide', 'BERT', '--data', empty])
      expect([status, stderr]).toEqual([
        1,
        expect.stringMatching(/^papergraph: There is no graph of your own in .* "papergraph ingest sample"\.\n$/),
      ])
      expect(existsSync(join(empty, 'folder.json'))).toBe(false)
      expect((await papergraph(['curate', 'list', '--data', empty])).stderr).toMatch(/^No decisions yet\./)
    }))
})
