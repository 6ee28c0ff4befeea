import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createExtractor } from '../../ingest/extract/extract.ts'
import { ingest, rebuild, remove } from '../../ingest/load/ingest.ts'
import { readPointer } from '../../ingest/load/pointer.ts'
import { SAMPLE_FILE } from '../../ingest/sample/sample.ts'
import { digest } from '../../queries/store/digest.ts'
import { openStore, parseStoreUrl, type StoreAddress } from '../../queries/store/open.ts'
import type { ProvidedNeo4j } from './provide-server.ts'
import { describeNeo4j, emptyNeo4j } from './stores.ts'

const extractor = createExtractor()
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'papergraph-ingest-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const embedded = (name = 'embedded') => ({
  data: join(folder, name),
  store: parseStoreUrl('embedded'),
  extractor,
})
const onNeo4j = ({ url, user, password }: ProvidedNeo4j, name = 'neo4j') => {
  const store: StoreAddress = { kind: 'neo4j', url, user }
  return { data: join(folder, name), store, credentials: { password }, extractor }
}

async function embeddedDigest(data: string): Promise<string> {
  const graph = readPointer(join(data, 'pointer.json'))?.graph ?? ''
  const store = await openStore({ kind: 'embedded', path: join(data, graph), mode: 'read' })
  const found = await digest(store)
  await store.close()
  return found
}
async function neo4jDigest({ url, user, password }: ProvidedNeo4j): Promise<string> {
  const store = await openStore({ kind: 'neo4j', url, user, password })
  const found = await digest(store)
  await store.close()
  return found
}

describe('an ingest into the embedded engine', () => {
  it('writes nothing the second time, and nothing is left of what is removed', async () => {
    const first = await ingest([SAMPLE_FILE], embedded())
    const before = await embeddedDigest(embedded().data)
    const second = await ingest([SAMPLE_FILE], embedded())
    expect([first.new, second.new, second.unchanged, second.written]).toEqual([87, 0, 87, undefined])
    expect(second.version).toBe(first.version)
    expect(await embeddedDigest(embedded().data)).toBe(before)
    const gone = await remove({ source: 'papers.jsonl' }, embedded())
    expect(gone).toMatchObject({ removed: 87, papers: 0 })
    const empty = await ingest([SAMPLE_FILE], embedded('other')).then(() =>
      remove({ source: 'papers.jsonl' }, embedded('other')),
    )
    expect(empty.papers).toBe(0)
    expect(await embeddedDigest(embedded().data)).toBe(await embeddedDigest(embedded('other').data))
  })
})

describeNeo4j('an ingest', (provided) => {
  beforeEach(() => emptyNeo4j(provided))

  it('gives the same digest as on the embedded engine, again after a second ingest, a removal and a rebuild', async () => {
    const digests = async () => [await embeddedDigest(embedded().data), await neo4jDigest(provided)]
    for (const options of [embedded(), onNeo4j(provided)]) await ingest([SAMPLE_FILE], options)
    const [first, onServer] = await digests()
    expect(onServer).toBe(first)
    for (const options of [embedded(), onNeo4j(provided)]) {
      const again = await ingest([SAMPLE_FILE], options)
      expect([again.unchanged, again.written]).toEqual([87, undefined])
      await remove({ id: 'arxiv:1706.03762' }, options)
    }
    const [fewer, fewerOnServer] = await digests()
    expect(fewerOnServer).toBe(fewer)
    expect(fewer).not.toBe(first)
    for (const options of [embedded(), onNeo4j(provided)]) await rebuild(options)
    expect(await digests()).toEqual([fewer, fewer])
    for (const options of [embedded(), onNeo4j(provided)]) await ingest([SAMPLE_FILE], options)
    expect(await digests()).toEqual([first, first])
  })

  it('heals a database that was left half written', async () => {
    await ingest([SAMPLE_FILE], onNeo4j(provided))
    const whole = await neo4jDigest(provided)
    const store = await openStore({ kind: 'neo4j', ...provided })
    const meta = await store.readMeta()
    if (meta) await store.writeMeta({ ...meta, updating: true })
    await store.write({
      nodes: [],
      relationships: [],
      removedRelationships: [],
      removedNodes: [{ label: 'Paper', id: 'arxiv:1810.04805' }],
    })
    await store.close()
    await ingest([SAMPLE_FILE], onNeo4j(provided))
    expect(await neo4jDigest(provided)).toBe(whole)
  })

  it('refuses a database that holds the graph of another data folder', async () => {
    await ingest([SAMPLE_FILE], onNeo4j(provided))
    await expect(ingest([SAMPLE_FILE], onNeo4j(provided, 'another'))).rejects.toMatchObject({ code: 'store-foreign' })
  })

  it('refuses a data folder that belongs to another store', async () => {
    await ingest([SAMPLE_FILE], embedded('mine'))
    await expect(ingest([SAMPLE_FILE], onNeo4j(provided, 'mine'))).rejects.toMatchObject({ code: 'store-foreign' })
  })
})
