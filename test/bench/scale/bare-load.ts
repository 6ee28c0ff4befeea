import grafeo from '@grafeo-db/js'
import neo4j, { type Driver } from 'neo4j-driver'
import { EMBEDDED_SCHEMA, NEO4J_SCHEMA } from '../../../queries/write/schema.ts'
import { bareBatches } from './rows.ts'

/** A Neo4j server and how to log in. */
export interface Server {
  url: string
  password: string
}

export function driverOf({ url, password }: Server): Driver {
  // As plain as our own store reads: whole numbers as numbers.
  return neo4j.driver(url, neo4j.auth.basic('neo4j', password), { disableLosslessIntegers: true })
}

/** Loads rows straight into a new graph file, without anything of ours, and writes it to the disk. */
export async function bareLoadEmbedded(rows: string, path: string): Promise<void> {
  const database = grafeo.GrafeoDB.create(path)
  for (const text of EMBEDDED_SCHEMA) await database.executeCypher(text)
  for await (const batch of bareBatches(rows)) {
    const transaction = database.beginTransaction()
    await transaction.executeCypher(batch.text, { rows: batch.rows })
    transaction.commit()
  }
  database.walCheckpoint()
  database.close()
}

/** Loads rows straight into an empty database through the driver. */
export async function bareLoadNeo4j(rows: string, server: Server): Promise<void> {
  const driver = driverOf(server)
  try {
    for (const text of NEO4J_SCHEMA) await driver.executeQuery(text)
    await driver.executeQuery('CALL db.awaitIndexes()')
    for await (const batch of bareBatches(rows)) await driver.executeQuery(batch.text, { rows: batch.rows.map(plain) })
  } finally {
    await driver.close()
  }
}

/** Removes everything from a database, in pieces that fit a small server. */
export async function emptyNeo4j(server: Server): Promise<void> {
  const driver = driverOf(server)
  const session = driver.session()
  try {
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS')
  } finally {
    await session.close()
    await driver.close()
  }
}

/** Whole numbers as the integers that they are in our graph; the driver would send floats. */
function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? neo4j.int(value) : value
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]))
}
