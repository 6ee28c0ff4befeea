import neo4j, { type BookmarkManager, type Driver, type Session } from 'neo4j-driver'
import { PapergraphError } from '../../errors.ts'
import type { Statement } from '../write/batches.ts'
import { type Neo4jAction, type Neo4jPlace, neo4jError } from './neo4j-errors.ts'
import { codeOf, retried } from './neo4j-retry.ts'
import { parametersForNeo4j, valuesFromNeo4j } from './neo4j-values.ts'
import type { Parameters, QueryOptions, Rows } from './store.ts'
import { writtenCount } from './written.ts'

const ROWS_A_FETCH = 1_000
/** Somebody waits for the answer. */
const READ_RETRY_MS = 5_000
/** Long enough for a cluster to choose another leader, or a server to start again. */
const WRITE_RETRY_MS = 60_000

/** One driver on one database: sessions, transactions, retries, and the driver's errors in our words. */
export class Neo4jConnection {
  readonly place: Neo4jPlace
  readonly #driver: Driver
  readonly #onRetry: ((error: unknown) => void) | undefined
  /** Makes every session see what the ones before it wrote, on a cluster too. */
  readonly #bookmarks: BookmarkManager = neo4j.bookmarkManager()

  constructor(driver: Driver, place: Neo4jPlace, onRetry?: (error: unknown) => void) {
    this.#driver = driver
    this.#onRetry = onRetry
    this.place = place
  }

  /** The name of the database that sessions work in; of the server's default one where none was asked for. */
  async databaseName(): Promise<string> {
    return this.#withSession('READ', 'opening', async (session) => {
      const { summary } = await session.run('RETURN 1 AS one')
      return summary.database.name ?? this.place.database ?? ''
    })
  }

  /** Reads, again after an error that passes: an answer is handed over whole, so nobody has seen a part of it. */
  async query(text: string, parameters: Parameters, options: QueryOptions): Promise<Rows> {
    const { timeoutMs = READ_RETRY_MS, signal } = options
    const limitMs = Math.min(READ_RETRY_MS, timeoutMs)
    try {
      return await retried(() => this.#queryOnce(text, parameters, options), {
        limitMs,
        signal,
        onRetry: this.#onRetry,
      })
    } catch (error) {
      throw signal?.aborted ? cancelled() : neo4jError(error, this.place, 'reading')
    }
  }

  async #queryOnce(text: string, parameters: Parameters, options: QueryOptions): Promise<Rows> {
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
    } finally {
      signal?.removeEventListener('abort', onAbort)
      await session.close().catch(() => undefined)
    }
  }

  /** Runs all statements in one transaction, again after a deadlock, a change of leader or a lost connection: ours are idempotent. */
  async write(statements: readonly Statement[]): Promise<number[]> {
    let isFresh = true
    return this.#withSession('WRITE', 'writing', (session) =>
      retried(
        async () => {
          try {
            return await writeOnce(session, statements, isFresh)
          } catch (error) {
            // An error of the server's has undone everything; after a lost connection nobody knows.
            isFresh &&= codeOf(error).startsWith('Neo.')
            throw error
          }
        },
        { limitMs: WRITE_RETRY_MS, onRetry: this.#onRetry },
      ),
    )
  }

  /** Runs one statement and takes it back, to see whether it is allowed. */
  async tryOut(text: string): Promise<void> {
    await this.#withSession('WRITE', 'writing', (session) =>
      retried(
        async () => {
          const transaction = await session.beginTransaction()
          try {
            await transaction.run(text)
          } finally {
            await transaction.close()
          }
        },
        { limitMs: READ_RETRY_MS },
      ),
    )
  }

  async runSchema(text: string): Promise<void> {
    await this.#withSession('WRITE', 'writing', (session) =>
      retried(async () => void (await session.run(text)), { limitMs: WRITE_RETRY_MS, onRetry: this.#onRetry }),
    )
  }

  async close(): Promise<void> {
    await this.#driver.close()
  }

  async #withSession<T>(
    access: 'READ' | 'WRITE',
    action: Neo4jAction,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    const session = this.#session(access, ROWS_A_FETCH)
    try {
      return await work(session)
    } catch (error) {
      throw neo4jError(error, this.place, action)
    } finally {
      await session.close().catch(() => undefined)
    }
  }

  #session(access: 'READ' | 'WRITE', fetchSize: number): Session {
    const { database } = this.place
    return this.#driver.session({
      defaultAccessMode: access === 'READ' ? neo4j.session.READ : neo4j.session.WRITE,
      bookmarkManager: this.#bookmarks,
      fetchSize,
      ...(database === undefined ? {} : { database }),
    })
  }
}

async function writeOnce(session: Session, statements: readonly Statement[], isFresh: boolean): Promise<number[]> {
  const transaction = await session.beginTransaction()
  try {
    const counts: number[] = []
    for (const statement of statements) {
      const text = isFresh ? (statement.freshText ?? statement.text) : statement.text
      const result = await transaction.run(text, parametersForNeo4j(statement.parameters))
      const written: unknown = result.records[0]?.get('written')
      counts.push(writtenCount(statement, neo4j.isInt(written) ? written.toNumber() : written))
    }
    await transaction.commit()
    return counts
  } finally {
    // Rolls back what was not committed; the error that led here is the one to tell.
    await transaction.close().catch(() => undefined)
  }
}

function cancelled(): PapergraphError {
  return new PapergraphError('query-cancelled', 'The query was cancelled.')
}
