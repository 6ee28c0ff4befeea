import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { globExpression } from '../../ingest/sources/glob.ts'
import { readSources } from '../../ingest/sources/read.ts'
import { folderOf, read, titles, words } from './reading.ts'

const record = (title: string) => `${JSON.stringify({ title })}\n`

describe('sources', () => {
  it('are named after the file without .gz, or stdin', async () => {
    const folder = folderOf({ 'a.jsonl.gz': gzipSync(record('A')), 'b.txt': record('B') })
    const stdin = new PassThrough()
    stdin.end(record('C'))
    const { papers } = await read([join(folder, 'a.jsonl.gz'), join(folder, 'b.txt'), '-'], { stdin })
    expect(papers.map((paper) => [paper.title, paper.source])).toEqual([
      ['A', 'a.jsonl'],
      ['B', 'b.txt'],
      ['C', 'stdin'],
    ])
  })

  it('may be patterns, read in the order of names', async () => {
    const folder = folderOf({
      'b.jsonl': record('B'),
      'a.jsonl': record('A'),
      'c.csv': 'title,year\nC,2020\n',
      '.d.jsonl': record('D'),
    })
    mkdirSync(join(folder, 'deep'))
    writeFileSync(join(folder, 'deep', 'e.jsonl'), record('E'))
    expect(titles(await read([`${folder}/*.jsonl`]))).toEqual(['A', 'B'])
    expect(titles(await read([`${folder}/**/*.jsonl`]))).toEqual(['A', 'B', 'E'])
    expect(titles(await read([`${folder}/[bc].{jsonl,csv}`]))).toEqual(['B', 'C'])
    expect(titles(await read([`${folder}/.*`]))).toEqual(['D'])
  })

  it('may be a folder, which means all files below it, and name those that are no papers', async () => {
    const folder = folderOf({ 'b.jsonl': record('B'), 'notes.md': 'Nothing here', '.hidden': record('D') })
    mkdirSync(join(folder, 'a'))
    writeFileSync(join(folder, 'a', 'x.jsonl'), record('X'))
    const reading = await read([folder])
    expect(titles(reading)).toEqual(['X', 'B'])
    expect(reading.problems).toEqual([
      { source: join(folder, 'notes.md'), reason: expect.stringContaining('is in no format'), fatal: false },
    ])
  })

  it('are read once, however often they are named', async () => {
    const folder = folderOf({ 'a.jsonl': record('A') })
    expect(titles(await read([folder, join(folder, 'a.jsonl'), `${folder}/*`]))).toEqual(['A'])
  })

  it('may have names that look like patterns', async () => {
    const folder = folderOf({ 'a[1].jsonl': record('A') })
    expect(titles(await read([join(folder, 'a[1].jsonl')]))).toEqual(['A'])
  })

  it('that match nothing are a problem with one sentence', async () => {
    const folder = folderOf({})
    const pattern = `${folder}/*.bib`
    expect((await read([pattern])).problems).toEqual([{ source: pattern, reason: 'matches no file', fatal: true }])
    expect(words(await read([`${folder}/none/*.bib`]))).toEqual(['matches no file'])
    expect(words(await read([folder]))).toEqual(['is a folder without files'])
  })

  it('tell how many bytes were read, of how many', async () => {
    const text = gzipSync(record('A').repeat(5000))
    const folder = folderOf({ 'a.jsonl.gz': text })
    const path = join(folder, 'a.jsonl.gz')
    const seen: [string, number, number | undefined][] = []
    await read([path], { onBytes: (source, done, total) => seen.push([source, done, total]) })
    expect(seen.at(-1)).toEqual([path, text.length, text.length])
  })
})

describe('streams', () => {
  it.each([
    ['JSON Lines', record('First'), record('Second')],
    ['CSV', 'title,year\nFirst,2020\n', 'Second,2021\n'],
    ['TSV', 'title\tyear\nFirst\t2020\n', 'Second\t2021\n'],
  ])('give the first record of %s before the rest was written', async (_, first, rest) => {
    const stdin = new PassThrough()
    stdin.write(first)
    const items = readSources(['-'], { stdin })[Symbol.asyncIterator]()
    expect(await items.next()).toMatchObject({ value: { paper: { title: 'First' } } })
    expect(stdin.writableEnded).toBe(false)
    stdin.end(rest)
    expect(await items.next()).toMatchObject({ value: { paper: { title: 'Second' } } })
    expect(await items.next()).toMatchObject({ done: true })
  })

  it('are read no further than they are asked', async () => {
    let written = 0
    async function* endless() {
      for (;;) {
        written += 1
        yield Buffer.from(record(`Paper ${written}`))
      }
    }
    const { Readable } = await import('node:stream')
    for await (const item of readSources(['-'], { stdin: Readable.from(endless()) })) {
      expect(item).toMatchObject({ paper: { title: 'Paper 1' } })
      break
    }
    expect(written).toBeLessThan(100)
  })
})

describe('globExpression', () => {
  it.each([
    ['*.bib', ['a.bib'], ['a.bibx', 'd/a.bib']],
    ['**/*.bib', ['a.bib', 'd/e/a.bib'], ['a.txt']],
    ['a?.{csv,tsv}', ['ab.csv', 'ab.tsv'], ['a.csv', 'abc.csv']],
    ['[!a-c].x', ['d.x'], ['a.x', 'dd.x']],
    ['(a)+$.x', ['(a)+$.x'], ['aa.x']],
  ])('%s', (pattern, good, bad) => {
    for (const path of good) expect(path).toMatch(globExpression(pattern))
    for (const path of bad) expect(path).not.toMatch(globExpression(pattern))
  })
})
