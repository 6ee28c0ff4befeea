import { PapergraphError } from '../../errors.ts'
import type { Neo4jConnection } from './neo4j-connection.ts'

/** Throws store-auth unless this user may write in this database; asked before any long work. Nothing stays of the try. */
export async function assertWritable(connection: Neo4jConnection): Promise<void> {
  await connection.tryOut("CREATE (m:PapergraphMeta {id: 'rights'})\nDELETE m")
}

/**
 * Makes one constraint or index that may be there already. A user who may write but not change the schema gets along when
 * somebody else has made it.
 */
export async function makeSchema(connection: Neo4jConnection, text: string): Promise<void> {
  try {
    await connection.runSchema(text)
  } catch (error) {
    if (!(error instanceof PapergraphError && error.code === 'store-auth')) throw error
    if (await isMade(connection, text)) return
    const { user, database = '' } = connection.place
    throw new PapergraphError(
      'store-auth',
      `The user "${user}" may not make constraints in the database "${database}": let an administrator run this there once, then ingest again: ${text}`,
      { cause: error },
    )
  }
}

async function isMade(connection: Neo4jConnection, text: string): Promise<boolean> {
  const [, kind, name] = /^CREATE (?:RANGE )?(CONSTRAINT|INDEX) (\w+)/.exec(text) ?? []
  try {
    const shown = await connection.query(`SHOW ${kind === 'INDEX' ? 'INDEXES' : 'CONSTRAINTS'} YIELD name`, {}, {})
    return shown.rows.some((row) => row.includes(name ?? ''))
  } catch (error) {
    // Whoever may not even see them needs help in any case.
    if (error instanceof PapergraphError && error.code === 'store-unreachable') throw error
    return false
  }
}
