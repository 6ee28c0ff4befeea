import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { foldTitle } from '../../ingest/sources/identity.ts'
import { readSources } from '../../ingest/sources/read.ts'
import { PACKAGE_ROOT } from '../../package-root.ts'
import { read, titles } from './reading.ts'

const shared = join(PACKAGE_ROOT, '..', 'shared')
const page = join(shared, 'seed', 'trending-papers.txt')
const gold = join(shared, 'eval', 'seed-gold.jsonl')
const corpus = join(shared, 'corpora', 'papers-100k.jsonl.gz')

describe.skipIf(!existsSync(page) || !existsSync(gold))('the saved trending page', () => {
  it('has 36 papers, with the titles that people found in it', async () => {
    const lines = readFileSync(gold, 'utf8').trim().split('\n')
    const expected = lines.map((line) => foldTitle(String(JSON.parse(line).title)))
    const reading = await read([page])
    expect(reading.problems).toEqual([])
    expect(reading.papers).toHaveLength(36)
    expect(titles(reading).map(foldTitle).sort()).toEqual(expected.sort())
    for (const paper of reading.papers) expect(paper.abstract.length).toBeGreaterThan(1000)
  })
})

describe.skipIf(!existsSync(corpus))('the corpus', () => {
  it('gives its first 2,000 papers without a problem, under their own ids', async () => {
    let count = 0
    for await (const item of readSources([corpus], {})) {
      if (!('paper' in item)) expect.fail(JSON.stringify(item.problem))
      expect(item.paper.id).toMatch(/^(?:arxiv|doi|acl|[a-z0-9]+):\S+$/)
      expect(item.paper.id).not.toMatch(/^title:/)
      expect(item.paper).toMatchObject({
        source: 'papers-100k.jsonl',
        year: expect.any(Number),
        url: expect.any(String),
      })
      count += 1
      if (count === 2000) break
    }
    expect(count).toBe(2000)
  })
})
