import { existsSync } from 'node:fs'
import type { GrafeoDB, GrafeoValue, Transaction } from '@grafeo-db/js'
import { PapergraphError } from '../../errors.ts'
import type { KeyLabel } from '../model.ts'
import type { Statement } from '../write/batches.ts'
import { EMBEDDED_SCHEMA } from '../write/schema.ts'
import { compareCodePoints } from './code-points.ts'
import { embeddedOpenError, embeddedQueryError } from './embedded-errors.ts'
import { parametersForEmbedded, valuesFromEmbedded } from './embedded-values.ts'
import type { Engine } from './engine.ts'
import { graphStore } from './graph-store.ts'
import { engineMissing } from './platform.ts'
import type { GraphStore, Parameters, QueryOptions, Rows } from './store.ts'
import { writtenCount } from './written.ts'

/** `create` makes a new file, `write` and `read` need one that is there. A writer excludes everybody else, readers share. */
export type EmbeddedMode = 'create' | 'write' | 'read'

export interface EmbeddedOptions {
  /** For tests: rows of a query without ORDER BY come in random order. Not for `read`. */
  isShuffled?: boolean
}

/**
 * Opens a graph file. Blocks the process while it reads the file (seconds for a large graph).
 *
 * The engine keeps one file `path` and, while it is open for writing, a folder `path.wal` beside it. close() writes a
 * checkpoint first and leaves the one file alone, whole, so that it may be renamed or copied. A process that ended without
 * close() leaves the folder: the file then needs it, until it has been opened with `write` and closed again.
 *
 * Throws engine-missing, data-folder (missing, damaged or, for `create`, already there) or locked.
 */
export async function openEmbedded(
  path: string,
  mode: EmbeddedMode,
  options: EmbeddedOptions = {},
): Promise<GraphStore> {
  const database = await openFile(path, mode, options)
  return graphStore(embeddedEngine(database, mode !== 'read'))
}

async function openFile(path: string, mode: EmbeddedMode, options: EmbeddedOptions): Promise<GrafeoDB> {
  const isThere = existsSync(path)
  if (mode === 'create' && (isThere || existsSync(`${path}.wal`))) {
    throw new PapergraphError('data-folder', `A new graph cannot be made at ${path}, because a file is already there.`)
  }
  if (mode !== 'create' && !isThere) {
    throw new PapergraphError(
      'data-folder',
      `There is no graph file at ${path}: run \`papergraph ingest\` to make one.`,
    )
  }
  const { GrafeoDB: Database } = await loadEngine()
  try {
    if (mode === 'read') return Database.openReadOnly(path)
    return Database.create(path, { shuffleUnordered: options.isShuffled ?? false })
  } catch (error) {
    throw embeddedOpenError(error, path)
  }
}

// Lazily, so that a machine without the binary can still work on Neo4j.
async function loadEngine(): Promise<typeof import('@grafeo-db/js')> {
  try {
    const engine = await import('@grafeo-db/js')
    return engine.default
  } catch (error) {
    throw engineMissing(error)
  }
}

function embeddedEngine(database: GrafeoDB, isWriter: boolean): Engine {
  // Two transactions at once would conflict, so each write waits for the one before.
  let lastWrite: Promise<unknown> = Promise.resolve()
  return {
    kind: 'embedded',
    name: `grafeo ${database.version()}`,
    schema: EMBEDDED_SCHEMA,
    writesAtOnce: 1,
    query: (text, parameters = {}, options = {}) => query(database, text, parameters, options),
    write(statements) {
      const written = lastWrite.then(() => writeInTransaction(database, statements))
      lastWrite = written.catch(() => undefined)
      return written
    },
    async runSchema(text) {
      try {
        await database.executeCypher(text)
      } catch (error) {
        throw embeddedQueryError(error)
      }
    },
    ids: (label, after) => ids(database, label, after),
    async close() {
      await lastWrite
      if (isWriter) database.walCheckpoint()
      database.close()
    },
  }
}

async function query(database: GrafeoDB, text: string, parameters: Parameters, options: QueryOptions): Promise<Rows> {
  const { signal, maxRows = Number.POSITIVE_INFINITY } = options
  const sent = parametersForEmbedded(text, parameters)
  const result = await untilAborted(database.executeCypher(sent.text, sent.parameters), signal)
  const rows: GrafeoValue[][] = result.length > maxRows ? result.rows().slice(0, maxRows) : result.rows()
  return { columns: result.columns, rows: valuesFromEmbedded(rows), truncated: result.length > maxRows }
}

// The engine cannot be interrupted: the answer is given up at once, the run itself goes on until its process is ended.
async function untilAborted<T>(run: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  let onAbort = (): void => undefined
  const aborted = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(new PapergraphError('query-cancelled', 'The query was cancelled.'))
    if (signal?.aborted) onAbort()
    signal?.addEventListener('abort', onAbort, { once: true })
  })
  aborted.catch(() => undefined)
  try {
    return await Promise.race([run, aborted])
  } catch (error) {
    run.catch(() => undefined)
    throw embeddedQueryError(error)
  } finally {
    signal?.removeEventListener('abort', onAbort)
  }
}

async function writeInTransaction(database: GrafeoDB, statements: readonly Statement[]): Promise<number[]> {
  let transaction: Transaction | undefined
  try {
    transaction = database.beginTransaction()
    const counts: number[] = []
    for (const statement of statements) {
      const sent = parametersForEmbedded(statement.text, statement.parameters)
      const result = await transaction.executeCypher(sent.text, sent.parameters)
      counts.push(writtenCount(statement, result.rows()[0]?.[0]))
    }
    transaction.commit()
    return counts
  } catch (error) {
    // The engine would commit the statements that succeeded.
    if (transaction?.isActive) transaction.rollback()
    throw embeddedQueryError(error)
  }
}

// The index is a hash, so a page "after this id" would read the whole label each time; all ids at once fit where the graph does.
async function ids(database: GrafeoDB, label: KeyLabel, after: string | undefined): Promise<string[] | undefined> {
  if (after !== undefined) return undefined
  const result = await database.executeCypher(`MATCH (n:${label}) RETURN n.id AS id`)
  return result
    .rows()
    .map(([id]) => String(id))
    .sort(compareCodePoints)
}
