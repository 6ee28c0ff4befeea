import neo4j, { type Config, type Driver } from 'neo4j-driver'
import { PapergraphError } from '../../errors.ts'
import type { KeyLabel } from '../model.ts'
import { NEO4J_SCHEMA } from '../write/schema.ts'
import type { Engine } from './engine.ts'
import { graphStore } from './graph-store.ts'
import { Neo4jConnection } from './neo4j-connection.ts'
import { type Neo4jPlace, neo4jError } from './neo4j-errors.ts'
import { assertWritable, makeSchema } from './neo4j-rights.ts'
import { neo4jName } from './neo4j-version.ts'
import type { GraphStore } from './store.ts'

export interface Neo4jCredentials {
  user: string
  password: string
}

export interface Neo4jOptions {
  /** The server's default database when absent. */
  database?: string
  driverConfig?: Config
  /** Told each error after which something is tried again. */
  onRetry?: (error: unknown) => void
}

const CONNECT_TIMEOUT_MS = 10_000
/** Longer than one attempt to connect; also what ends the wait for a server that takes the connection and says nothing. */
const ACQUIRE_TIMEOUT_MS = 15_000
const IDS_A_PAGE = 20_000
/** `npm run bench -- neo4j` compares. */
const WRITES_AT_ONCE = 4

/**
 * Connects to Neo4j 5.26 or later and logs in. `url` as parseStoreUrl() gives it, without user and database.
 * Throws store-unreachable (not there, no such database, too old, not Neo4j) or store-auth.
 */
export async function openNeo4j(
  url: string,
  credentials: Neo4jCredentials,
  options: Neo4jOptions = {},
): Promise<GraphStore> {
  const { database, driverConfig, onRetry } = options
  const asked: Neo4jPlace = { url, user: credentials.user, ...(database === undefined ? {} : { database }) }
  let driver: Driver | undefined
  try {
    driver = neo4j.driver(url, neo4j.auth.basic(credentials.user, credentials.password), {
      connectionTimeout: CONNECT_TIMEOUT_MS,
      connectionAcquisitionTimeout: ACQUIRE_TIMEOUT_MS,
      telemetryDisabled: true,
      userAgent: 'papergraph',
      ...driverConfig,
    })
    const info = await driver.getServerInfo(database === undefined ? {} : { database })
    const name = neo4jName(info.agent, url)
    // The server names itself to whoever asks; that a database of this name exists is known only once a query ran in it.
    const home = await new Neo4jConnection(driver, asked).databaseName()
    if (home === 'system') throw systemDatabase(url)
    return graphStore(neo4jEngine(new Neo4jConnection(driver, { ...asked, database: home }, onRetry), name, home))
  } catch (error) {
    await driver?.close()
    throw neo4jError(error, asked, 'opening')
  }
}

function neo4jEngine(connection: Neo4jConnection, name: string, database: string): Engine {
  return {
    kind: 'neo4j',
    name,
    database,
    schema: NEO4J_SCHEMA,
    writesAtOnce: WRITES_AT_ONCE,
    query: (text, parameters = {}, options = {}) => connection.query(text, parameters, options),
    write: (statements) => connection.write(statements),
    runSchema: (text) => makeSchema(connection, text),
    assertWritable: () => assertWritable(connection),
    async ids(label: KeyLabel, after) {
      const text = `MATCH (n:${label})\nWHERE n.id > $after\nRETURN n.id AS id ORDER BY id LIMIT $limit`
      const answer = await connection.query(text, { after: after ?? '', limit: IDS_A_PAGE }, {})
      return answer.rows.length === 0 ? undefined : answer.rows.map(([id]) => String(id))
    },
    close: () => connection.close(),
  }
}

function systemDatabase(url: string): PapergraphError {
  return new PapergraphError(
    'usage',
    `The database "system" on Neo4j at ${url} is Neo4j's own and holds no graph: choose another with --database.`,
  )
}
