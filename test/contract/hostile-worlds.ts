import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Driver, Session } from 'neo4j-driver'
import { openReader } from '../../queries/open-reader.ts'
import type { GraphReader } from '../../queries/reader.ts'
import { digest } from '../../queries/store/digest.ts'
import { openEmbedded } from '../../queries/store/embedded.ts'
import { openNeo4j } from '../../queries/store/neo4j.ts'
import { openEmbeddedReader } from '../../queries/store/reader/embedded-reader.ts'
import { neo4jReader } from '../../queries/store/reader/neo4j-reader.ts'
import type { GraphStore } from '../../queries/store/store.ts'
import { SECRET } from '../guard/canaries.ts'
import { makeDataFolder } from '../reader/data-folder.ts'
import type { ProvidedNeo4j } from './provide-server.ts'
import { emptyNeo4j, openEmptyNeo4j } from './stores.ts'
import { WORLD } from './world.ts'

const META = { folder: 'f', schema: 1, extractor: 'test', version: 'one', logBytes: 0, updating: false }
const UNGUARDED = (): void => undefined

/** A store with the world in it, the ways to ask it, and what must stay as it is. */
export interface HostileWorld {
  /** As the product opens it. */
  guarded: GraphReader
  /** The same without the guard: the store's own read-only mode alone. */
  unguarded: GraphReader
  /** Runs a text where nothing at all holds it back. Gives its rows or its error as text. */
  runFree(text: string): Promise<string>
  /** The id of a transaction that is none of the query's business, where there is one. */
  transaction: string
  /** Everything that a query could change, by name: equal before and after, or something got through. */
  fingerprint(): Promise<Record<string, string>>
  close(): Promise<void>
}

export async function embeddedWorld(): Promise<HostileWorld> {
  const folder = makeDataFolder()
  await folder.publish('one', WORLD)
  const free = makeDataFolder()
  const writable = await openEmbedded(join(free.path, 'graph'), 'create')
  await writable.ensureSchema()
  await writable.write(WORLD)
  const guarded = await openReader({ kind: 'embedded', folder: folder.path })
  const unguarded = await openEmbeddedReader(folder.path, { check: UNGUARDED })
  return {
    guarded,
    unguarded,
    runFree: (text) => freeText(writable, text),
    transaction: 'none',
    async fingerprint() {
      const bytes = readFileSync(join(folder.path, 'graph-one.grafeo')).toString('latin1')
      return { file: bytes, digest: await digest(writable), ...(await contents(writable)) }
    },
    async close() {
      await Promise.all([guarded.close(), unguarded.close(), writable.close()])
      folder.remove()
      free.remove()
    },
  }
}

async function freeText(store: GraphStore, text: string): Promise<string> {
  try {
    return JSON.stringify((await store.query(text)).rows)
  } catch (error) {
    return String(error)
  }
}

/** What the digest leaves out: nodes and relationships that are not ours. */
async function contents(store: Pick<GraphStore, 'query'>): Promise<Record<string, string>> {
  const rows = async (text: string): Promise<string> => JSON.stringify((await store.query(text)).rows)
  return {
    nodes: await rows('MATCH (n) WITH labels(n) AS labels, count(*) AS total RETURN labels, total ORDER BY labels'),
    relationships: await rows(
      'MATCH ()-[r]->() WITH type(r) AS type, count(*) AS total RETURN type, total ORDER BY type',
    ),
  }
}

export async function neo4jWorld(provided: ProvidedNeo4j): Promise<HostileWorld> {
  const { url, user, password } = provided
  const { default: neo4j } = await import('neo4j-driver')
  const driver = neo4j.driver(url, neo4j.auth.basic(user, password))
  const store = await openEmptyNeo4j(provided)
  await store.ensureSchema()
  await store.write(WORLD)
  await store.writeMeta(META)
  for (const text of PLANTED) await driver.executeQuery(text)
  const victim = await openVictim(driver)
  const guarded = await openReader({ kind: 'neo4j', url, credentials: { user, password } })
  const source = { kind: 'neo4j', url, credentials: { user, password } } as const
  const unguarded = await neo4jReader(await openNeo4j(url, { user, password }), source, { check: UNGUARDED })
  return {
    guarded,
    unguarded,
    async runFree(text) {
      const session = driver.session()
      try {
        const { records } = await session.run(text, {}, { timeout: 2_000 })
        return JSON.stringify(records.map((record) => record.toObject()))
      } catch (error) {
        return String(error)
      } finally {
        await session.close()
      }
    },
    transaction: victim.id,
    async fingerprint() {
      const rows = async (text: string): Promise<string> => {
        const { records } = await driver.executeQuery(text)
        return JSON.stringify(records.map((record) => record.toObject()))
      }
      return {
        digest: await digest(store),
        ...(await contents(store)),
        users: await rows('SHOW USERS YIELD * RETURN * ORDER BY user'),
        indexes: await rows('SHOW INDEXES YIELD name, type, properties RETURN * ORDER BY name'),
        constraints: await rows('SHOW CONSTRAINTS YIELD name, type, properties RETURN * ORDER BY name'),
        databases: await rows('SHOW DATABASES YIELD name, access, currentStatus RETURN * ORDER BY name'),
        labels: await rows('CALL db.labels() YIELD label RETURN label ORDER BY label'),
        victim: await victim.state(),
      }
    },
    async close() {
      await victim.close()
      for (const text of [...(await leftovers(driver)), ...TAKEN_AWAY])
        await driver.executeQuery(text).catch(() => undefined)
      await Promise.all([guarded.close(), unguarded.close(), store.close()])
      await driver.close()
      await emptyNeo4j(provided)
    },
  }
}

const PLANTED = [
  'CREATE INDEX victim_index IF NOT EXISTS FOR (n:Victim) ON (n.x)',
  'CREATE CONSTRAINT victim_constraint IF NOT EXISTS FOR (n:Victim) REQUIRE n.y IS UNIQUE',
  "CREATE USER victimuser IF NOT EXISTS SET PASSWORD 'victim-password' CHANGE NOT REQUIRED",
  `CREATE USER \`${SECRET}\` IF NOT EXISTS SET PASSWORD 'victim-password' CHANGE NOT REQUIRED`,
]
const TAKEN_AWAY = ['victimuser', 'canaryuser', SECRET].map((name) => `DROP USER \`${name}\` IF EXISTS`)

/** What the planted things and the control left in the schema. */
async function leftovers(driver: Driver): Promise<string[]> {
  const named = async (what: 'CONSTRAINT' | 'INDEX'): Promise<string[]> => {
    const { records } = await driver.executeQuery(`SHOW ${what}${what === 'INDEX' ? 'ES' : 'S'} YIELD name RETURN name`)
    const names = records.map((record) => String(record.get('name'))).filter((name) => /^(?:canary|victim)/.test(name))
    return names.map((name) => `DROP ${what} ${name} IF EXISTS`)
  }
  return [...(await named('CONSTRAINT')), ...(await named('INDEX'))]
}

interface Victim {
  id: string
  state(): Promise<string>
  close(): Promise<void>
}

/** A transaction that stays open: TERMINATE TRANSACTION shows on it. */
async function openVictim(driver: Driver): Promise<Victim> {
  const session: Session = driver.session()
  const transaction = session.beginTransaction()
  await transaction.run('RETURN 1 AS one')
  const { records } = await driver.executeQuery('SHOW TRANSACTIONS YIELD transactionId, currentQuery RETURN *')
  const others = records.filter((record) => !String(record.get('currentQuery')).startsWith('SHOW'))
  return {
    id: String(others[0]?.get('transactionId')),
    async state() {
      try {
        await transaction.run('RETURN 1 AS one')
        return 'alive'
      } catch {
        return 'terminated'
      }
    },
    async close() {
      await transaction.rollback().catch(() => undefined)
      await session.close()
    },
  }
}
