import { afterEach, beforeEach, expect, it } from 'vitest'
import type { GraphNode, GraphRelationship, RelationshipType } from '../../queries/model.ts'
import { digest } from '../../queries/store/digest.ts'
import { openNeo4j } from '../../queries/store/neo4j.ts'
import type { GraphChanges, GraphStore } from '../../queries/store/store.ts'
import { changes } from './graph.ts'
import { describeNeo4j, describeStores, openEmptyNeo4j } from './stores.ts'

/** Papers that all name the same few concepts, each in another order: the hardest case for locks. */
const HUBS = ['adam', 'bert', 'glue', 'imagenet', 'transformer', 'wmt14'] as const
const BATCHES = 12
const PAPERS_A_BATCH = 40

const concepts: GraphNode[] = HUBS.map((id) => ({
  id,
  labels: ['Concept', 'Method'],
  properties: { name: id, type: 'method', papers: BATCHES * PAPERS_A_BATCH },
}))

function batch(number: number): { papers: GraphNode[]; relationships: GraphRelationship[] } {
  const papers = Array.from({ length: PAPERS_A_BATCH }, (_, at): GraphNode => {
    return { id: `test:${number}-${at}`, labels: ['Paper'], properties: { title: `Paper ${at} of ${number}` } }
  })
  const turned = (at: number): string[] => HUBS.map((_, place) => HUBS[(place + number + at) % HUBS.length] ?? '')
  const relationships = papers.flatMap((paper, at) => turned(at).flatMap((hub) => named(paper.id, hub)))
  return { papers, relationships }
}
const named = (from: string, to: string): GraphRelationship[] =>
  (['USES', 'ABOUT'] satisfies RelationshipType[]).map((type) => {
    const as = type === 'USES' ? 'method' : 'topic'
    return { type, from, to, key: as, properties: { as, sentence: `${from} names ${to}.`, confidence: 0.5 } }
  })

const all = Array.from({ length: BATCHES }, (_, number) => batch(number))
const asNew = all.map(({ papers, relationships }) => changes({ nodes: papers, newRelationships: relationships }))
const asAny = all.map(({ papers, relationships }) => changes({ nodes: papers, relationships }))

async function write(store: GraphStore, parts: readonly GraphChanges[], isAtOnce: boolean): Promise<string> {
  await store.clear()
  await store.write(changes({ nodes: concepts }))
  if (isAtOnce) await Promise.all(parts.map((part) => store.write(part)))
  else for (const part of parts) await store.write(part)
  return digest(store)
}

describeStores('writes at once', (store) => {
  it('make the same graph as writes one after the other', async () => {
    const expected = await write(store(), asAny, false)
    expect(await write(store(), asNew, false)).toBe(expected)
    expect(await write(store(), asNew, true)).toBe(expected)
    expect(await write(store(), asAny, true)).toBe(expected)
  })
})

describeNeo4j('writes at once that name the same concepts', (provided) => {
  const retries: unknown[] = []
  let store: GraphStore
  beforeEach(async () => {
    await (await openEmptyNeo4j(provided)).close()
    const { url, user, password } = provided
    store = await openNeo4j(url, { user, password }, { onRetry: (error) => retries.push(error) })
    await store.ensureSchema()
    retries.length = 0
  })
  afterEach(() => store.close())

  it('never lock each other out while their relationships are new', async () => {
    await write(store, asNew, true)
    expect(retries).toEqual([])
  })

  it('let one of two folders have an empty database', async () => {
    const meta = { schema: 1, extractor: '1', version: '1', logBytes: 0, updating: true }
    const folders = ['one', 'two', 'three', 'four']
    const outcomes = await Promise.allSettled(folders.map((folder) => store.writeMeta({ ...meta, folder })))
    const winners = folders.filter((_, at) => outcomes[at]?.status === 'fulfilled')
    expect(winners).toHaveLength(1)
    expect((await store.readMeta())?.folder).toBe(winners[0])
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'store-foreign' })
    }
    expect((await store.query('MATCH (m:PapergraphMeta) RETURN count(m) AS total')).rows).toEqual([[1]])
  })
})
