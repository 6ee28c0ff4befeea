import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, inject, it } from 'vitest'
import { openEmbedded } from '../../queries/store/embedded.ts'
import { openNeo4j } from '../../queries/store/neo4j.ts'
import type { GraphStore } from '../../queries/store/store.ts'
import type { ProvidedNeo4j } from './provide-server.ts'

/** The server of these tests; undefined where there is none (the suites that need it then skip by name). */
export function providedNeo4j(): ProvidedNeo4j | undefined {
  const provided = inject('neo4j')
  return 'missing' in provided ? undefined : provided
}

/** An empty embedded store in a folder of its own that gives rows without ORDER BY in random order. */
export async function openEmptyEmbedded(): Promise<{ store: GraphStore; path: string; remove(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'papergraph-store-'))
  const path = join(folder, 'graph')
  const store = await openEmbedded(path, 'create', { isShuffled: true })
  return {
    store,
    path,
    async remove() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The tests' Neo4j with nothing in it, whatever a test before left there. */
export async function openEmptyNeo4j(provided: ProvidedNeo4j): Promise<GraphStore> {
  const store = await openNeo4j(provided.url, { user: provided.user, password: provided.password })
  await emptyNeo4j(provided)
  return store
}

/** Removes every node of the tests' database: also those that are not ours, which clear() leaves alone. */
export async function emptyNeo4j(provided: ProvidedNeo4j): Promise<void> {
  await runOnNeo4j(provided, 'MATCH (n) DETACH DELETE n')
}

/** Runs a statement of a test's own, outside of our store. */
export async function runOnNeo4j(provided: ProvidedNeo4j, text: string): Promise<void> {
  const { default: neo4j } = await import('neo4j-driver')
  const driver = neo4j.driver(provided.url, neo4j.auth.basic(provided.user, provided.password))
  try {
    await driver.executeQuery(text)
  } finally {
    await driver.close()
  }
}

/**
 * The same cases on both stores. `store()` is an open, empty store with its schema, fresh for each case and closed after it.
 * There is one Neo4j database, so files with these cases must not run at the same time.
 */
export function describeStores(name: string, cases: (store: () => GraphStore) => void): void {
  if (inject('stores') === 'both') describeEmbedded(name, cases)
  describeNeo4j(name, (provided) => {
    let store: GraphStore | undefined
    beforeEach(async () => {
      store = await openEmptyNeo4j(provided)
      await store.ensureSchema()
    })
    afterEach(async () => {
      await store?.close()
      store = undefined
    })
    cases(() => present(store))
  })
}

function describeEmbedded(name: string, cases: (store: () => GraphStore) => void): void {
  describe(`${name} (embedded)`, () => {
    let opened: Awaited<ReturnType<typeof openEmptyEmbedded>> | undefined
    beforeEach(async () => {
      opened = await openEmptyEmbedded()
      await opened.store.ensureSchema()
    })
    afterEach(async () => {
      await opened?.remove()
      opened = undefined
    })
    cases(() => present(opened?.store))
  })
}

/** Cases that need Neo4j; one skipped case says why where there is none. */
export function describeNeo4j(name: string, cases: (provided: ProvidedNeo4j) => void): void {
  const provided = inject('neo4j')
  if ('missing' in provided) {
    describe(`${name} (Neo4j ${provided.version})`, () => {
      it.skip(`Neo4j ${provided.version}: skipped: ${provided.missing}`, () => undefined)
    })
  } else {
    describe(`${name} (Neo4j ${provided.version})`, () => cases(provided))
  }
}

function present(store: GraphStore | undefined): GraphStore {
  if (store === undefined) throw new Error('the store is open only inside of a case')
  return store
}
