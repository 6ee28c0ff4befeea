import { z } from 'zod'
import { madeDecision } from '../../api-curation.ts'
import { INGEST_STATES, ingestReport } from '../../api-ingests.ts'

/** A change to the decisions about the graph, until it has it. */
const keptChange = z.object({
  /** Of the decision. */
  id: z.string(),
  /** Whether it is taken back. */
  isUndo: z.boolean(),
  made: madeDecision,
  /** The nodes that its things are on, and what they are called. */
  nodes: z.array(z.string()),
  names: z.array(z.string()),
  /** Why it was not made. */
  refusal: z.string().optional(),
})
export type KeptChange = z.infer<typeof keptChange>

/** What the disk knows of a job: enough to go on after the server ended at any moment. */
export const KeptJob = z.object({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  /** The file's name as the client says it: data, never a path. */
  name: z.string(),
  bytes: z.number(),
  state: z.enum(INGEST_STATES),
  /** Jobs run in this order. */
  order: z.number(),
  receivedAt: z.string(),
  finishedAt: z.string().optional(),
  /** How often it was begun. */
  attempts: z.number(),
  /** The graph's version when it was begun, empty where there was none. */
  before: z.string().optional(),
  report: ingestReport.optional(),
  /** It changes decisions, and no file was sent. None: the graph follows the file of decisions. */
  changes: z.array(keptChange).optional(),
  /** One sentence why it failed. */
  failure: z.object({ code: z.string(), detail: z.string() }).optional(),
})
export type KeptJob = z.infer<typeof KeptJob>

export const isFinished = ({ state }: Pick<KeptJob, 'state'>): boolean =>
  state === 'done' || state === 'failed' || state === 'cancelled'
