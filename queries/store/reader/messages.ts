import { type ErrorCode, PapergraphError } from '../../../errors.ts'
import type { TimedRows } from '../../answer.ts'
import type { KnownNames } from '../../guard/notices.ts'
import type { GraphSelection, RawParameters, SearchHit, SearchLimits } from '../../reader.ts'
import type { Counts, Parameters, ScanPage } from '../store.ts'
import type { GraphSource } from './graph-source.ts'
import type { SearchTime } from './reader-options.ts'

/** What the parent asks of a reader process, and what each is answered with. */
export interface ReaderCalls {
  /**
   * `search`: when the index is built, of a process that answers the catalogue. `watchedBytes`: what it may take beyond the
   * open graph, where it has to see to that itself.
   */
  open: {
    request: { source: GraphSource; search: SearchTime | 'never'; watchedBytes?: number }
    answer: { engine: string }
  }
  run: { request: { name: string; parameters: RawParameters }; answer: TimedRows }
  cypher: { request: { text: string; parameters: Parameters; maxRows: number; timeoutMs: number }; answer: TimedRows }
  /** Has the server end what runs in this process; for a database only, the embedded engine cannot be stopped. */
  stop: { request: object; answer: null }
  search: { request: { query: string; options: SearchLimits }; answer: SearchHit[] }
  counts: { request: object; answer: Counts }
  names: { request: object; answer: KnownNames }
  digest: { request: object; answer: string }
  /** Begins to read a part of the graph, whose pages are asked for by its number until there is none, or until it is ended. */
  part: { request: { selection: GraphSelection }; answer: { part: number } }
  page: { request: { part: number }; answer: ScanPage | null }
  endPart: { request: { part: number }; answer: null }
}
export type CallName = keyof ReaderCalls

export interface RequestMessage {
  call: number
  name: CallName
  request: object
}

/** Answers travel as JSON in one string: its length is known before it is sent, and the parent reads it in one go. */
export type ReplyMessage = { call: number } & ({ json: string } | { error: ErrorMessage })

export interface ErrorMessage {
  code: ErrorCode
  message: string
  details: Readonly<Record<string, unknown>>
}

/** How a process says that it ended itself for its memory: the status with which the engine's own abort ends. */
export const MEMORY_STATUS = 134

export function errorMessage(error: unknown): ErrorMessage {
  if (error instanceof PapergraphError) return { code: error.code, message: error.message, details: error.details }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error), details: {} }
}
