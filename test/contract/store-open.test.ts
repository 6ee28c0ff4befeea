import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { digest } from '../../queries/store/digest.ts'
import { openEmbedded } from '../../queries/store/embedded.ts'
import { openNeo4j } from '../../queries/store/neo4j.ts'
import { openStore } from '../../queries/store/open.ts'
import { assertOurs } from '../../queries/store/ownership.ts'
import type { GraphStore } from '../../queries/store/store.ts'
import { GRAPH } from './graph.ts'
import { describeNeo4j, openEmptyNeo4j, runOnNeo4j } from './stores.ts'

describe('an embedded graph file', () => {
  let folder = ''
  let path = ''
  const open: GraphStore[] = []
  const keep = (store: GraphStore): GraphStore => {
    open.push(store)
    return store
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'papergraph-store-'))
    path = join(folder, 'graph')
  })
  afterEach(async () => {
    for (const store of open.splice(0)) await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const make = async (): Promise<string> => {
    const store = await openEmbedded(path, 'create')
    await store.ensureSchema()
    await store.write(GRAPH)
    const made = await digest(store)
    await store.close()
    return made
  }

  it('is one whole file after close, which can be copied', async () => {
    const made = await make()
    expect(readdirSync(folder)).toEqual(['graph'])
    copyFileSync(path, join(folder, 'copy'))
    expect(await digest(keep(await openEmbedded(join(folder, 'copy'), 'read')))).toBe(made)
  })

  it('is read by several at once, who cannot write', async () => {
    const made = await make()
    const [first, second] = [keep(await openEmbedded(path, 'read')), keep(await openEmbedded(path, 'read'))]
    expect(await Promise.all([digest(first), digest(second)])).toEqual([made, made])
    await expect(first.query('CREATE (n:Paper) RETURN n AS n')).rejects.toMatchObject({ code: 'query-refused' })
    await expect(first.write(GRAPH)).rejects.toMatchObject({ code: 'query-refused' })
  })

  it('is written by one alone', async () => {
    await make()
    keep(await openEmbedded(path, 'write'))
    await expect(openEmbedded(path, 'read')).rejects.toMatchObject({ code: 'locked' })
    await expect(openEmbedded(path, 'write')).rejects.toMatchObject({ code: 'locked' })
  })

  it('keeps what a second writer adds', async () => {
    await make()
    const store = await openEmbedded(path, 'write')
    await store.write({
      nodes: [],
      relationships: [],
      removedRelationships: [],
      removedNodes: [{ label: 'Repo', id: 'github.com/ada/grass' }],
    })
    await store.close()
    expect((await keep(await openStore({ kind: 'embedded', path, mode: 'read' })).counts()).nodes.Repo).toBe(0)
    expect(readdirSync(folder)).toEqual(['graph'])
  })

  it('is not made over another one, and not made by reading', async () => {
    await make()
    await expect(openEmbedded(path, 'create')).rejects.toMatchObject({ code: 'data-folder' })
    const missing = join(folder, 'missing')
    await expect(openEmbedded(missing, 'read')).rejects.toMatchObject({ code: 'data-folder' })
    await expect(openEmbedded(missing, 'write')).rejects.toMatchObject({ code: 'data-folder' })
    expect(existsSync(missing)).toBe(false)
  })

  it('is told from any other file', async () => {
    writeFileSync(path, 'not a graph '.repeat(1_000))
    await expect(openEmbedded(path, 'read')).rejects.toMatchObject({ code: 'data-folder' })
  })
})

describeNeo4j('connecting', (provided) => {
  const { url, user, password } = provided
  const SECRET = 'not-the-password'

  it('works with either scheme', async () => {
    for (const scheme of ['bolt:', 'neo4j:']) {
      const store = await openStore({
        kind: 'neo4j',
        url: url.replace('bolt:', scheme),
        user,
        password,
        database: 'neo4j',
      })
      expect((await store.query('RETURN 1 AS one')).rows).toEqual([[1]])
      await store.close()
    }
  })

  it('tells a wrong password apart, on either scheme, without repeating it', async () => {
    for (const scheme of ['bolt:', 'neo4j:']) {
      const failure: unknown = await openNeo4j(url.replace('bolt:', scheme), { user, password: SECRET }).catch(
        (error) => error,
      )
      expect(failure).toMatchObject({ code: 'store-auth', message: expect.stringContaining(`the user "${user}"`) })
      expect(everythingIn(failure)).not.toContain(SECRET)
    }
  })

  it('tells a server that is not there apart', async () => {
    for (const address of ['bolt://127.0.0.1:1', 'neo4j://127.0.0.1:1', 'bolt://nowhere.invalid:7687']) {
      const failure: unknown = await openNeo4j(address, { user, password: SECRET }).catch((error) => error)
      expect(failure).toMatchObject({
        code: 'store-unreachable',
        message: expect.stringContaining(`cannot be reached at ${address}`),
      })
      expect(everythingIn(failure)).not.toContain(SECRET)
    }
  })

  it('tells a database that is not there apart', async () => {
    await expect(openNeo4j(url, { user, password }, { database: 'nowhere' })).rejects.toMatchObject({
      code: 'store-unreachable',
      message: expect.stringContaining('has no database "nowhere"'),
    })
  })

  it('wants an encrypted connection where the address says so', async () => {
    await expect(openNeo4j(url.replace('bolt:', 'bolt+s:'), { user, password })).rejects.toMatchObject({
      code: 'store-unreachable',
    })
  })
})

describeNeo4j('a database that is somebody else’s', (provided) => {
  let store: GraphStore
  beforeEach(async () => {
    store = await openEmptyNeo4j(provided)
    await store.ensureSchema()
  })
  afterEach(() => store.close())
  const meta = { folder: 'a', schema: 1, extractor: '1', version: '1', logBytes: 0, updating: false }

  it('is not an empty one, nor one of ours', async () => {
    await assertOurs(store)
    await store.writeMeta(meta)
    await assertOurs(store)
    await store.write(GRAPH)
    await assertOurs(store)
  })

  it.each([
    ['a label that is not ours', 'CREATE (n:Customer {id: 1})', 'Customer'],
    ['a label with odd characters', 'CREATE (n:`a``b c`)', 'a`b c'],
    ['no label', 'CREATE (n {id: 1})', 'not papergraph'],
    ['one of our labels besides their own', "CREATE (n:Paper:Manuscript {id: 'x'})", 'Manuscript'],
    ['only one of our secondary labels', "CREATE (n:Method {id: 'x'})", 'not papergraph'],
  ])('has a node with %s', async (_name, text, word) => {
    await store.writeMeta(meta)
    await store.write(GRAPH)
    await runOnNeo4j(provided, text)
    await expect(assertOurs(store)).rejects.toMatchObject({
      code: 'store-foreign',
      message: expect.stringContaining(word),
    })
  })

  it('has our labels but not the node that says so', async () => {
    await store.write(GRAPH)
    await expect(assertOurs(store)).rejects.toMatchObject({ code: 'store-foreign' })
  })

  it('loses nothing of theirs when ours is cleared', async () => {
    await runOnNeo4j(provided, 'CREATE (n:Customer {id: 1})')
    await store.write(GRAPH)
    await store.clear()
    expect((await store.query('MATCH (n) RETURN labels(n) AS labels')).rows).toEqual([[['Customer']]])
  })
})

/** All words of an error, its causes and its details. */
function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error)
  return [
    error.message,
    error.stack,
    JSON.stringify(error),
    error.cause === undefined ? '' : everythingIn(error.cause),
  ].join('\n')
}
