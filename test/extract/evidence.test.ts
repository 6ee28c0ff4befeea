import { describe, expect, it } from 'vitest'
import { SAMPLE_FILE } from '../../ingest/sample/sample.ts'
import { hasCorpus, papers } from './corpus.ts'
import { faultsOf } from './faults.ts'
import { extractor, paperOf } from './papers.ts'

async function faultsIn(every: number, path?: string): Promise<{ count: number; faults: string[] }> {
  const faults: string[] = []
  let count = 0
  for await (const paper of papers(every, path)) {
    count += 1
    faults.push(...faultsOf(paper, extractor.extract(paper)).map((fault) => `${paper.id}: ${fault}`))
  }
  return { count, faults }
}

describe('the evidence', { timeout: 180_000 }, () => {
  // All 100,000 take minutes: `npm run bench -- evidence`.
  it.skipIf(!hasCorpus)(
    'is the very text at its place, in every 50th of 100,000 papers (needs ../shared/corpora)',
    async () => {
      const { count, faults } = await faultsIn(50)
      expect(faults).toEqual([])
      expect(count).toBe(2000)
    },
  )

  it('is the very text at its place, in the bundled sample', async () => {
    const { count, faults } = await faultsIn(1, SAMPLE_FILE)
    expect(faults).toEqual([])
    expect(count).toBeGreaterThan(50)
  })

  it('is the same for the same record', () => {
    const paper = paperOf('We propose WaveFormer (WF) and test GPT-4 on ImageNet.', 'WaveFormer')
    expect(extractor.extract(paper)).toEqual(extractor.extract({ ...paper }))
  })
})

describe('faultsOf', () => {
  it('tells evidence that does not stand in the text', () => {
    const paper = paperOf('We test GPT-4 on GSM8K and reach 84.2% accuracy.', 'A study')
    const good = extractor.extract(paper)
    const mention = { field: 'abstract', start: 8, end: 13, surface: 'GPT-4', rule: 'test', confidence: 1 } as const
    const entity = { type: 'model', name: 'GPT-4', aliases: [], also: [], role: 'uses', confidence: 1 } as const
    const withMention = (change: object) => ({
      ...good,
      entities: [{ ...entity, aliases: [], also: [], mentions: [{ ...mention, ...change }] }],
    })
    expect(faultsOf(paper, withMention({}))).toEqual([])
    expect(faultsOf(paper, withMention({ start: 7 }))).toHaveLength(1)
    expect(faultsOf(paper, withMention({ start: -41 }))).toHaveLength(2)
    expect(faultsOf(paper, withMention({ end: 500 }))).toHaveLength(2)
    expect(faultsOf(paper, withMention({ confidence: 1.1 }))).toHaveLength(1)
    const score = {
      value: '84.2',
      unit: '%',
      benchmark: 'GSM8K',
      metric: 'accuracy',
      system: '',
      kind: 'absolute',
    } as const
    const place = { field: 'abstract', start: 33, end: 37 } as const
    expect(faultsOf(paper, { ...good, entities: [], scores: [{ ...score, ...place }] })).toEqual([])
    expect(faultsOf(paper, { ...good, entities: [], scores: [{ ...score, ...place, start: 32 }] })).toHaveLength(1)
  })
})

describe('the content hash', () => {
  it('depends on title and abstract alone', () => {
    const paper = paperOf('text', 'title')
    expect(extractor.hash(paper)).toBe('42eb081a673a46d0d9aa2f15be78357a')
    expect(extractor.hash({ ...paper, id: 'test:2', source: 'x' })).toBe('42eb081a673a46d0d9aa2f15be78357a')
    expect(extractor.hash(paper)).not.toBe(extractor.hash(paperOf('text.', 'title')))
  })
})
