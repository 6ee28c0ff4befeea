import type { KeyLabel } from '../model.ts'
import type { Statement } from '../write/batches.ts'
import type { GraphStore, Parameters, QueryOptions, Rows } from './store.ts'

/** What the two engines do differently; everything else of a GraphStore is built on it once (graph-store.ts). */
export interface Engine {
  readonly kind: GraphStore['kind']
  /** Name and version, for people. */
  readonly name: string
  /** Neo4j: the database that it works in. */
  readonly database?: string
  /** Statements that make what is missing, each run by itself. */
  readonly schema: readonly string[]
  readonly writesAtOnce: number
  query(text: string, parameters?: Parameters, options?: QueryOptions): Promise<Rows>
  /** Runs all statements in one transaction and checks what each was expected to write; on any error nothing stays. */
  write(statements: readonly Statement[]): Promise<number[]>
  runSchema(text: string): Promise<void>
  /** Throws store-auth where this user may only read. */
  assertWritable?(): Promise<void>
  /** The ids of a label in order of code points, from the first after `after`; `undefined` when there are no more. */
  ids(label: KeyLabel, after: string | undefined): Promise<string[] | undefined>
  close(): Promise<void>
}
