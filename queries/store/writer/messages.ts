import type { EmbeddedMode } from '../embedded.ts'
import type { ErrorMessage } from '../reader/messages.ts'
import type { GraphChanges, ScanPage, StoreMeta } from '../store.ts'

/** What the parent asks of a writer process, and what each is answered with. */
export interface WriterCalls {
  open: { request: { path: string; mode: EmbeddedMode }; answer: null }
  ensureSchema: { request: null; answer: null }
  write: { request: GraphChanges; answer: null }
  /** The first page of everything, or the next one after it; null after the last. */
  scan: { request: { isFirst: boolean }; answer: ScanPage | null }
  writeMeta: { request: StoreMeta; answer: null }
  close: { request: null; answer: null }
}
export type WriterCall = keyof WriterCalls

export interface WriterRequest {
  call: number
  name: WriterCall
  request: unknown
}

export type WriterReply = { call: number } & ({ answer: unknown } | { error: ErrorMessage })
