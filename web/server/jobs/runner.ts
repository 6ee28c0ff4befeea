import type { Curation, MadeDecision } from '../../api-curation.ts'
import type { IngestReport } from '../../api-ingests.ts'

/** How far a stage of an ingest is. */
export interface JobProgress {
  /** "reading", "extracting", "resolving", "writing papers", … */
  stage: string
  done: number
  /** Absent where it cannot be known. */
  total?: number
  /** Of the file that is read: bytes so far, of all bytes. */
  share?: number
}

/** What a running ingest tells. */
export interface Told {
  /** It holds the data folder's lock: the graph's version before it, empty where there is none. */
  onBegun(before: string): void
  onProgress(progress: JobProgress): void
  /** Another ingest holds the lock; a sentence. */
  onWaiting(detail: string): void
}

export type Outcome =
  /** `refusals`: of each change to the decisions, why it was not made. */
  | { kind: 'done'; report: IngestReport; refusals?: (string | null)[] }
  | { kind: 'failed'; code: string; detail: string; report?: IngestReport }
  | { kind: 'stopped' }

export interface RunningIngest {
  /** Never rejects. */
  ended: Promise<Outcome>
  /** Ends the process at once; the graph is the old one, or the new one where it was whole already. */
  stop(): void
}

/** What uploads need from whoever knows how to ingest. */
export interface IngestRunner {
  /** What makes a file unusable, as a clause ("is a PDF; …"); undefined for a format that is known. */
  refusal(file: string): Promise<string | undefined>
  start(upload: { file: string; name: string }, told: Told): RunningIngest
  /** Makes the graph again what it was before an ingest that was stopped. */
  undo(told: Told): RunningIngest
  /** The version of the data folder's graph, empty where there is none. */
  version(): string
  /** Makes decisions and takes others back, all at once; with none, the graph follows the file. May be repeated. */
  curate(changes: readonly CurationChange[], told: Told): RunningIngest
  /** What stands in the data folder's file of decisions. */
  decisions(): Pick<Curation, 'problems'> & { decisions: StandingDecision[] }
  /** What a decision says, as a short id. Throws `curation` where it is none, in a sentence. */
  decisionId(made: MadeDecision): string
  /** Why no decisions can be made about the data folder's graph, in a sentence; undefined where they can. */
  curationRefusal(): string | undefined
}

export type CurationChange = { decide: MadeDecision } | { undo: string }

export interface StandingDecision extends MadeDecision {
  id: string
  date: string
  state: 'applied' | 'waiting' | 'refused'
  reason?: string
  nodes: string[]
}
