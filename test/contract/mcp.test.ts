import type { Client } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReader } from '../../queries/open-reader.ts'
import type { GraphReader } from '../../queries/reader.ts'
import type { GraphChanges } from '../../queries/store/store.ts'
import { queriesOf } from '../guard/queries.ts'
import { ask, assistantOfReader, wordsOf } from '../mcp/assistant.ts'
import { makeDataFolder } from '../reader/data-folder.ts'
import { sampleGraph } from './sample-graph.ts'
import { describeNeo4j, openEmptyNeo4j } from './stores.ts'

/** What an assistant gets of the bundled sample, the same on both stores. */
const BERT = 'arxiv:1810.04805'
const ATTENTION = 'arxiv:1706.03762'
const LONG =
  'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a * b = -1 RETURN count(*) AS c'
const META = { folder: 'f', schema: 1, extractor: 'test', version: 'one', logBytes: 0, updating: false }

describe('an assistant (embedded)', () => {
  const folder = makeDataFolder()
  afterAll(() => folder.remove())
  cases(async (graph) => {
    await folder.publish('one', graph)
    return openReader({ kind: 'embedded', folder: folder.path })
  })

  it('gets answers of the new version when an ingest has renewed the graph', async () => {
    const { nodes, ...rest } = await sampleGraph()
    const reader = await openReader({ kind: 'embedded', folder: folder.path })
    const client = await assistantOfReader(reader)
    expect(await ask(client, 'search', { query: 'Zebrafish Bench' })).toMatchObject({ hits: [], version: 'one' })
    const properties = { name: 'Zebrafish Bench', type: 'benchmark', aliases: [], papers: 0, degree: 0 }
    await folder.publish('two', {
      ...rest,
      nodes: [...nodes, { id: 'zebrafish-bench', labels: ['Concept', 'Benchmark'], properties }],
    })
    const found = (): Promise<Record<string, unknown>> => ask(client, 'search', { query: 'Zebrafish Bench', limit: 1 })
    await expect.poll(found, { timeout: 20_000 }).toMatchObject({ hits: [{ id: 'zebrafish-bench' }], version: 'two' })
    await reader.close()
  })
})

describeNeo4j('an assistant', (provided) => {
  const { user, password, url } = provided
  cases(async (graph) => {
    const store = await openEmptyNeo4j(provided)
    await store.ensureSchema()
    await store.write(graph)
    await store.writeMeta(META)
    await store.close()
    return openReader({ kind: 'neo4j', url, credentials: { user, password } })
  })
})

function cases(open: (graph: GraphChanges) => Promise<GraphReader>): void {
  let reader: GraphReader
  let client: Client
  beforeAll(async () => {
    reader = await open(await sampleGraph())
    client = await assistantOfReader(reader)
  })
  afterAll(() => reader?.close())

  it('finds things and looks at them', async () => {
    const { hits } = await ask(client, 'search', { query: 'imagenet', types: ['benchmark'], limit: 2 })
    expect(hits).toMatchObject([{ id: 'imagenet', name: 'ImageNet', papers: 17 }, { id: 'imagenet-21k' }])
    const node = await ask(client, 'get_node', { node: 'ImageNet', links: 1 })
    expect(node).toMatchObject({ id: 'imagenet', type: 'benchmark', next: expect.stringContaining('node-links') })
    expect(node.links).toMatchObject([
      { relationship: 'USES', direction: 'in', shown: '1 of 17' },
      { relationship: 'SCORES', direction: 'in', shown: expect.stringMatching(/^1 of \d+$/) },
      ...(Array.isArray(node.links) ? node.links.slice(2) : []),
    ])
  })

  it('sees the words behind a link', async () => {
    const evidence = await ask(client, 'get_evidence', { from: BERT, to: 'GLUE' })
    expect(evidence).toMatchObject({ from: { id: BERT }, to: { id: 'glue' }, shown: 'all 2', version: 'one' })
    expect(evidence.relationships).toMatchObject([
      {
        relationship: 'SCORES',
        value: '80.5, score, absolute, of BERT',
        sentence: expect.stringMatching(/score of ⟦80\.5⟧ on GLUE/),
      },
      { relationship: 'USES', as: 'benchmark', sentence: expect.stringMatching(/80\.5 on ⟦GLUE⟧/), paper: BERT },
    ])
  })

  it('compares papers, by id or by title', async () => {
    const compared = await ask(client, 'compare_papers', { papers: ['Attention Is All You Need', BERT], things: 2 })
    expect(compared).toMatchObject({ papers: [{ id: ATTENTION }, { id: BERT }], shown: '2 of 22' })
    expect(compared.things).toMatchObject([
      { id: 'glue', common: 1, papers: [{ id: BERT, role: 'uses', scores: ['80.5 score (absolute)'] }] },
      { id: 'mnli' },
    ])
    await expect(ask(client, 'compare_papers', { papers: [BERT, 'bert'] })).rejects.toThrow(/papers only/)
    await expect(ask(client, 'compare_papers', { papers: [BERT, BERT] })).rejects.toThrow(/two different papers/)
  })

  it('asks every question of the catalogue that needs nothing, and pages through an answer', async () => {
    const { questions } = await ask(client, 'list_questions')
    const free = (Array.isArray(questions) ? questions : []).filter(({ needs }) => needs.length === 0)
    expect(free.length).toBeGreaterThan(8)
    for (const { name } of free) {
      const { rows, shown } = await ask(client, 'ask_question', { question: name, rows: 3 })
      expect(Array.isArray(rows) ? rows.length : 99, name).toBeLessThanOrEqual(3)
      expect(shown, name).toMatch(/^(all \d|\d of (at least )?\d+|none)/)
    }
    const page = (offset: number): Promise<Record<string, unknown>> =>
      ask(client, 'ask_question', { question: 'neighbours', parameters: { node: 'imagenet', offset }, rows: 5 })
    expect(await page(0)).toMatchObject({ shown: '5 of 19', next: expect.stringContaining('"offset": 5') })
    expect(await page(15)).toMatchObject({ shown: '16 to 19 of 19' })
    expect(await page(15)).not.toHaveProperty('next')
  })

  it('runs Cypher with parameters and is cut at its limit', async () => {
    const statement = 'MATCH (p:Paper)-[:USES]->(b:Benchmark {id: $id}) RETURN DISTINCT p.id AS id ORDER BY id'
    const given = { statement, parameters: { id: 'imagenet' }, rows: 3 }
    expect(await ask(client, 'run_cypher', given)).toMatchObject({
      rows: [{ id: 'arxiv:1405.0312' }, { id: expect.any(String) }, { id: expect.any(String) }],
      shown: '3 of at least 4',
      next: expect.stringContaining('SKIP 3'),
    })
    expect(await ask(client, 'run_cypher', { ...given, rows: 200 })).toMatchObject({ shown: 'all 17' })
  })

  it('hears line and column of a mistake, and of names that the graph does not have', async () => {
    await expect(ask(client, 'run_cypher', { statement: 'MATCH (p:Paper)\nRETRUN p' })).rejects.toThrow(
      /line 2, column/,
    )
    const { notices } = await ask(client, 'run_cypher', { statement: 'MATCH (p:Papr) RETURN p.title AS title' })
    expect(notices).toEqual([expect.stringMatching(/no label "Papr".*did you mean "Paper"/)])
  })

  it('is told what a name may mean, or what is near', async () => {
    await expect(ask(client, 'get_node', { node: 'imagnet' })).rejects.toThrow(/did you mean "ImageNet" \(imagenet\)/)
    await expect(
      ask(client, 'ask_question', { question: 'similar', parameters: { paper: 'arxiv:0000.00000' } }),
    ).rejects.toThrow(/There is no paper "arxiv:0000.00000"/)
    await expect(ask(client, 'ask_question', { question: 'similr' })).rejects.toThrow(/did you mean "similar"/)
  })

  it('cannot write, load or call, however it is put', async () => {
    const before = await reader.digest()
    const hostile = [
      'MATCH (p:Paper) DETACH DELETE p',
      'MATCH (p:Paper) SET p.title = "x" RETURN p',
      ...queriesOf('hostile'),
    ]
    for (const statement of hostile) {
      const { isError, content } = await client.callTool({ name: 'run_cypher', arguments: { statement } })
      expect([isError, wordsOf({ content })], statement).toEqual([true, expect.stringMatching(/refused/)])
    }
    const injected = `x"}) DETACH DELETE n //`
    for (const [tool, given] of [
      ['search', { query: injected }],
      ['get_node', { node: injected }],
      ['get_evidence', { from: injected, to: injected }],
      ['ask_question', { question: injected }],
      ['ask_question', { question: 'benchmark-table', parameters: { benchmark: 'imagenet', metric: injected } }],
    ] as const)
      await client.callTool({ name: tool, arguments: given })
    expect(await reader.digest()).toBe(before)
  })

  it('ends queries that it cancels, so that others need not wait for them', async () => {
    const modern = await assistantOfReader(reader, { pin: '2026-07-28' }, { cypherTimeoutMs: 60_000 })
    const stop = new AbortController()
    // Both places that there are.
    const runs = [1, 2].map(() =>
      modern.callTool({ name: 'run_cypher', arguments: { statement: LONG } }, { signal: stop.signal }),
    )
    const ended = Promise.allSettled(runs)
    const started = performance.now()
    setTimeout(() => stop.abort(), 500)
    expect(await ended).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }])
    expect(await ask(client, 'run_cypher', { statement: 'RETURN 1 AS one' })).toMatchObject({ rows: [{ one: 1 }] })
    // Uncancelled they would have run for a minute.
    expect(performance.now() - started).toBeLessThan(40_000)
  })
}
