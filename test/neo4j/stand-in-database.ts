import grafeo, { type GrafeoValue, type Transaction } from '@grafeo-db/js'
import type { Packed } from './packstream.ts'

const { GrafeoDB } = grafeo

export interface Answered {
  columns: string[]
  rows: Packed[][]
}

/** One database of the stand-in: Cypher is run by the embedded engine, so that what is written can be asked for. */
export class StandInDatabase {
  readonly #engine = GrafeoDB.create()
  /** One transaction at a time: the engine would have two at once conflict. */
  #last: Promise<void> = Promise.resolve()

  async begin(): Promise<StandInTransaction> {
    const before = this.#last
    let release = (): void => undefined
    this.#last = new Promise((resolve) => {
      release = resolve
    })
    await before
    return new StandInTransaction(this.#engine.beginTransaction(), release)
  }

  /** A statement by itself. */
  async run(text: string, parameters: object): Promise<Answered> {
    if (/^CALL db\.labels/.test(text)) return this.#labels()
    const result = await this.#engine.executeCypher(text, parameters)
    return { columns: result.columns, rows: result.rows().map((row) => row.map(packedFrom)) }
  }

  /** The engine has no such procedure. */
  async #labels(): Promise<Answered> {
    const result = await this.#engine.executeCypher(
      'MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label AS label',
    )
    return { columns: ['label'], rows: result.rows().map((row) => row.map(packedFrom)) }
  }
}

export class StandInTransaction {
  readonly #transaction: Transaction
  readonly #release: () => void

  constructor(transaction: Transaction, release: () => void) {
    this.#transaction = transaction
    this.#release = release
  }

  async run(text: string, parameters: object): Promise<Answered> {
    const result = await this.#transaction.executeCypher(text, parameters)
    return { columns: result.columns, rows: result.rows().map((row) => row.map(packedFrom)) }
  }

  end(isCommitted: boolean): void {
    if (this.#transaction.isActive) {
      if (isCommitted) this.#transaction.commit()
      else this.#transaction.rollback()
    }
    this.#release()
  }
}

/** Scalars, lists and maps: the statements of these tests return no nodes. */
function packedFrom(value: GrafeoValue): Packed {
  if (value === null || value === undefined) return null
  if (typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(packedFrom)
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, packedFrom(one)]))
}
