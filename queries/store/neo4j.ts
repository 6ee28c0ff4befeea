import neo4j, {
  type BookmarkManager,
  type Config,
  type Driver,
  type ManagedTransaction,
  type Session,
} from 'neo4j-driver'
import { PapergraphError } from '../../errors.ts'
import type { KeyLabel } from '../model.ts'
import type { Statement } from '../write/batches.ts'
import { NEO4J_SCHEMA } from '../write/schema.ts'
import type { Engine } from './engine.ts'
import { graphStore } from './graph-store.ts'
import { type Neo4jPlace, neo4jError } from './neo4j-errors.ts'
import { parametersForNeo4j, valuesFromNeo4j } from './neo4j-values.ts'
import type { GraphStore, Parameters, QueryOptions, Rows } from './store.ts'
import { writtenCount } from './written.ts'

export interface Neo4jCredentials {
  user: string
  password: string
}

export interface Neo4jOptions {
  /** The server's default database when absent. */
  database?: string
  driverConfig?: Config
}

const CONNECT_TIMEOUT_MS = 10_000
const IDS_A_PAGE = 20_000
const ROWS_A_FETCH = 1_000

/**
 * Connects to Neo4j 5.26 or later and logs in. `url` as parseStoreUrl() gives it, without user and database.
 * Throws store-unreachable (not there, no such database) or store-auth.
 */
export async function openNeo4j(
  url: string,
  credentials: Neo4jCredentials,
  options: Neo4jOptions = {},
): Promise<GraphStore> {
  const { database, driverConfig } = options
  const place: Neo4jPlace = { url, user: credentials.user, ...(database === undefined ? {} : { database }) }
  let driver: Driver | undefined
  try {
    driver = neo4j.driver(url, neo4j.auth.basic(credentials.user, credentials.password), {
      connectionTimeout: CONNECT_TIMEOUT_MS,
      maxTransactionRetryTime: 30_000,
      telemetryDisabled: true,
      userAgent: 'papergraph',
      ...driverConfig,
    })
    const info = await driver.getServerInfo(database === undefined ? {} : { database })
    const name = (info.agent ?? 'Neo4j').replace('/', ' ')
    const connection = new Neo4jConnection(driver, place)
    // The server names itself to whoever asks; that a database of this name exists is known only once a query ran in it.
    await connection.query('RETURN 1 AS one', {}, {})
    return graphStore(neo4jEngine(connection, name))
  } catch (error) {
    await driver?.close()
    throw neo4jError(error, place, true)
  }
}

function neo4jEngine(connection: Neo4jConnection, name: string): Engine {
  return {
    kind: 'neo4j',
    name,
    schema: NEO4J_SCHEMA,
    query: (text, parameters = {}, options = {}) => connection.query(text, parameters, options),
    write: (statements) => connection.write(statements),
    runSchema: (text) => connection.runSchema(text),
    async ids(label: KeyLabel, after) {
      const text = `MATCH (n:${label})\nWHERE n.id > $after\nRETURN n.id AS id ORDER BY id LIMIT $limit`
      const answer = await connection.query(text, { after: after ?? '', limit: IDS_A_PAGE }, {})
      return answer.rows.length === 0 ? undefined : answer.rows.map(([id]) => String(id))
    },
    close: () => connection.close(),
  }
}

/** One driver on one database: sessions, transactions and the driver's errors in our words. */
class Neo4jConnection {
  readonly #driver: Driver
  readonly #place: Neo4jPlace
  /** Makes every session see what the ones before it wrote, on a cluster too. */
  readonly #bookmarks: BookmarkManager = neo4j.bookmarkManager()

  constructor(driver: Driver, place: Neo4jPlace) {
    this.#driver = driver
    this.#place = place
  }

  async query(text: string, parameters: Parameters, options: QueryOptions): Promise<Rows> {
    const { timeoutMs, maxRows = Number.POSITIVE_INFINITY, signal } = options
    if (signal?.aborted) throw cancelled()
    const session = this.#session('READ', Math.min(ROWS_A_FETCH, maxRows + 1))
    // Closing a session resets its connection, which ends what still runs on the server.
    const onAbort = (): void => {
      session.close().catch(() => undefined)
    }
    signal?.addEventListener('abort', onAbort, { once: true })
    try {
      const limits = timeoutMs === undefined ? {} : { timeout: Math.max(1, Math.ceil(timeoutMs)) }
      const result = session.run(text, parametersForNeo4j(parameters), limits)
      const columns = await result.keys()
      const rows: unknown[][] = []
      let truncated = false
      for await (const record of result) {
        if (rows.length >= maxRows) {
          truncated = true
          break
        }
        rows.push([...record.values()])
      }
      if (signal?.aborted) throw cancelled()
      return { columns: columns.map(String), rows: valuesFromNeo4j(rows), truncated }
    } catch (error) {
      throw signal?.aborted ? cancelled() : neo4jError(error, this.#place)
    } finally {
      signal?.removeEventListener('abort', onAbort)
      await session.close().catch(() => undefined)
    }
  }

  /** The driver runs the transaction again after a deadlock or a change of leader. */
  async write(statements: readonly Statement[]): Promise<number[]> {
    return this.#withSession('WRITE', (session) =>
      session.executeWrite(async (transaction: ManagedTransaction) => {
        const counts: number[] = []
        for (const { text, parameters, ...rest } of statements) {
          const result = await transaction.run(text, parametersForNeo4j(parameters))
          const written: unknown = result.records[0]?.get('written')
          counts.push(writtenCount({ text, parameters, ...rest }, neo4j.isInt(written) ? written.toNumber() : written))
        }
        return counts
      }),
    )
  }

  async runSchema(text: string): Promise<void> {
    await this.#withSession('WRITE', async (session) => {
      await session.run(text)
    })
  }

  async close(): Promise<void> {
    await this.#driver.close()
  }

  async #withSession<T>(access: 'READ' | 'WRITE', work: (session: Session) => Promise<T>): Promise<T> {
    const session = this.#session(access, ROWS_A_FETCH)
    try {
      return await work(session)
    } catch (error) {
      throw neo4jError(error, this.#place)
    } finally {
      await session.close()
    }
  }

  #session(access: 'READ' | 'WRITE', fetchSize: number): Session {
    const { database } = this.#place
    return this.#driver.session({
      defaultAccessMode: access === 'READ' ? neo4j.session.READ : neo4j.session.WRITE,
      bookmarkManager: this.#bookmarks,
      fetchSize,
      ...(database === undefined ? {} : { database }),
    })
  }
}

function cancelled(): PapergraphError {
  return new PapergraphError('query-cancelled', 'The query was cancelled.')
}
