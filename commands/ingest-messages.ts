import type { Credentials, StoreTarget } from '../ingest/load/target.ts'
import type { IngestReport } from '../web/api-ingests.ts'
import type { CurationChange, JobProgress } from '../web/server/jobs/runner.ts'

/** What a server tells the process that ingests for it. The password goes this way: no list of processes shows it. */
export interface IngestOrder {
  data: string
  store: StoreTarget
  credentials?: Credentials
  /** Absent: nothing is read, and the graph becomes again what the papers amount to. */
  upload?: { file: string; name: string; mostUnpackedBytes: number }
  /** Instead of an upload: decisions to be made and taken back. */
  changes?: readonly CurationChange[]
}

/** What that process tells, in this order; a sequence ends with `done` or `failed`. */
export type IngestMessage =
  | { kind: 'waiting'; detail: string }
  | { kind: 'begun'; before: string }
  | { kind: 'progress'; progress: JobProgress }
  | { kind: 'done'; report: IngestReport; refusals?: (string | null)[] }
  | { kind: 'failed'; code: string; detail: string; report?: IngestReport }
