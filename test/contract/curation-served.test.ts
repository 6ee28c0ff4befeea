import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ingestRunner } from '../../commands/ingest-runner.ts'
import { createExtractor } from '../../ingest/extract/extract.ts'
import { type CurateOptions, decide, listDecisions } from '../../ingest/load/curate.ts'
import { type CurationStep, curateAll } from '../../ingest/load/curate-steps.ts'
import { type IngestOptions, ingest } from '../../ingest/load/ingest.ts'
import { openReader } from '../../queries/open-reader.ts'
import type { GraphReader } from '../../queries/reader.ts'
import type { Curation, Decision } from '../../web/api-curation.ts'
import { createApp } from '../../web/server/app.ts'
import { Uploads } from '../../web/server/jobs/uploads.ts'
import { describeNeo4j, emptyNeo4j } from './stores.ts'

const PAPERS = [
  [
    'test:1',
    'ZorpNet sorts',
    'We propose ZorpNet, a convolutional network. ZorpNet reaches 81.5% accuracy on ImageNet.',
  ],
  ['test:2', 'ZorpNet speaks', 'We train ZorpNet, a language model, with Adam and evaluate it on GLUE and ImageNet.'],
  [
    'test:3',
    'On the limits of BERT',
    'We compare BERT and ZorpNet on GLUE, where BERT reaches 80.1% accuracy. We use dropout.',
  ],
] as const

// Each step is a process of its own, and a busy machine takes its time.
const PATIENCE_MS = 400_000
let folder: string
let source: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'papergraph-decided-'))
  source = join(folder, 'papers.jsonl')
  const lines = PAPERS.map(([id, title, abstract]) => JSON.stringify({ id, title, abstract, authors: [id] }))
  writeFileSync(source, `${lines.join('\n')}\n`)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Target = Omit<IngestOptions, 'extractor'>

/** A server over papers, and what a person decides there. */
async function serving(target: Target, open: () => Promise<GraphReader>) {
  await ingest([source], { ...target, extractor: createExtractor() })
  const reader = await open()
  const runner = ingestRunner({ ...target, mostUnpackedBytes: 2 ** 30 })
  const uploads = new Uploads({ folder: join(target.data, 'uploads'), runner, lock: () => () => undefined })
  const info = { graph: 'own', name: 'mine', papergraph: 'test' } as const
  const app = createApp({ reader, info, uploads, log: () => {} })
  const json = async (path: string) => (await app.request(`/api/${path}`)).json()
  const list = (): Promise<Curation> => json('curation')
  return {
    list,
    async post(body: unknown): Promise<{ status: number; decision: Decision }> {
      const headers = { 'Content-Type': 'application/json' }
      const answer = await app.request('/api/curation', { method: 'POST', headers, body: JSON.stringify(body) })
      return { status: answer.status, decision: await answer.json() }
    },
    undo: async (id: string) => app.request(`/api/curation/${id}`, { method: 'DELETE' }),
    /** Waits until nothing is applied any more and the reader answers from that graph. */
    async settled(): Promise<Curation> {
      for (;;) {
        const now = await list()
        if (!now.isApplying && (await reader.status()).version === now.version) return now
        await new Promise((wait) => setTimeout(wait, 50))
      }
    },
    async names(): Promise<string[]> {
      const { nodes } = await json('map?limit=1000')
      return nodes.map(({ id, type }: { id: string; type: string }) => `${id}: ${type}`).sort()
    },
    async close() {
      await uploads.close()
      await reader.close()
    },
  }
}

type Served = Awaited<ReturnType<typeof serving>>

async function decidesAndTakesBack(served: Served): Promise<void> {
  const before = await served.names()
  const hidden = await served.post({ kind: 'hide', things: [{ id: 'dropout' }] })
  const typed = await served.post({ kind: 'type', type: 'topic', things: [{ id: 'glue' }] })
  const joined = await served.post({ kind: 'same', things: [{ id: 'bert' }, { id: 'adam' }] })
  const parted = await served.post({ kind: 'different', things: [{ id: 'adam' }, { id: 'bert' }] })
  const split = await served.post({
    kind: 'different',
    things: [{ id: 'imagenet', paper: 'test:2' }, { id: 'imagenet' }],
  })
  expect([hidden, typed, joined, parted, split].map(({ status }) => status)).toEqual([202, 202, 202, 202, 202])
  const { decisions } = await served.settled()
  const failed = decisions.filter(({ state }) => state !== 'applied')
  expect(failed).toMatchObject([
    {
      id: parted.decision.id,
      state: 'failed',
      reason: expect.stringMatching(/^It contradicts another decision: “BERT”/),
    },
  ])
  const after = await served.names()
  expect(after).not.toContain('dropout: method')
  expect(after).toContain('glue: topic')
  expect(before.filter((each) => /^(bert|adam):/.test(each))).toHaveLength(2)
  expect(after.filter((each) => /^(bert|adam):/.test(each))).toHaveLength(1)
  expect(after.filter((each) => /^imagenet/.test(each))).toHaveLength(2)
  const moved = decisions.find(({ id }) => id === split.decision.id)
  expect(new Set(moved?.nodes).size).toBe(2)
  for (const { id } of decisions) expect((await served.undo(id)).status).toBe(200)
  expect((await served.settled()).decisions).toEqual([])
  expect(await served.names()).toEqual(before)
}

describe('decisions on a server over the embedded engine', () => {
  const target = (): Target => ({ data: join(folder, 'data'), store: { kind: 'embedded' } as Target['store'] })

  it('are applied together, those that contradict stay with the reason, and all are taken back', {
    timeout: PATIENCE_MS,
  }, async () => {
    const { data } = target()
    const served = await serving(target(), () => openReader({ kind: 'embedded', folder: data }))
    try {
      await decidesAndTakesBack(served)
    } finally {
      await served.close()
    }
  })

  it('made together give the file and the graph that they give one by one, and may be repeated', async () => {
    const extractor = createExtractor()
    const options = (name: string): CurateOptions => ({
      ...{ ...target(), data: join(folder, name), extractor, today: '2026-11-27' },
    })
    const [one, all] = [options('one'), options('all')]
    for (const each of [one, all]) await ingest([source], each)
    const adam = { paper: 'test:2', surface: 'Adam' }
    const bert = { paper: 'test:3', surface: 'BERT' }
    const steps: CurationStep[] = [
      { decide: { kind: 'hide', things: [{ paper: 'test:3', surface: 'dropout' }] } },
      { decide: { kind: 'same', things: [adam, bert] } },
      { decide: { kind: 'different', things: [adam, bert] } },
      { decide: { kind: 'type', things: [{ paper: 'test:3', surface: 'no such words' }], type: 'model' } },
    ]
    for (const step of steps) if ('decide' in step) await decide(step.decide, one).catch(() => undefined)
    const report = await curateAll(steps, all)
    expect(report.refusals).toEqual([
      null,
      null,
      expect.stringMatching(/contradicts/),
      expect.stringMatching(/^That cannot be done: nothing in test:3 is found under the words “no such words”\.$/),
    ])
    const file = (name: string) => readFileSync(join(folder, name, 'curation.jsonl'), 'utf8')
    expect(file('all')).toBe(file('one'))
    const again = await curateAll(steps.slice(0, 2), all)
    expect([again.refusals, again.written]).toEqual([[null, null], undefined])
    const made = listDecisions(all.data).decisions.map(({ id }) => ({ undo: id }))
    await curateAll([...made, { undo: 'not there' }], all)
    expect(listDecisions(all.data).decisions).toEqual([])
  })
})

describeNeo4j('decisions on a server', (provided) => {
  const { url, user, password } = provided
  beforeEach(() => emptyNeo4j(provided))

  it('are applied together, those that contradict stay with the reason, and all are taken back', {
    timeout: PATIENCE_MS,
  }, async () => {
    const target: Target = {
      data: join(folder, 'data'),
      store: { kind: 'neo4j', url, user },
      credentials: { password },
    }
    const served = await serving(target, () => openReader({ kind: 'neo4j', url, credentials: { user, password } }))
    try {
      await decidesAndTakesBack(served)
    } finally {
      await served.close()
    }
  })
})
