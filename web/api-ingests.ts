import { z } from 'zod'

/** The shapes of uploads in the HTTP API; see api.ts. What the disk keeps of a job is made of the same. */

const whole = z.int().min(0)

export const ingestReport = z
  .object({
    read: whole.describe('Records read and usable'),
    new: whole.describe('Of them, those that were not there'),
    updated: whole.describe('Of them, those that replaced an earlier version'),
    unchanged: whole.describe('Of them, those that were there as they are'),
    papers: whole.describe('Records that the graph is made of now'),
    found: z.record(z.string(), whole).describe('How many things of each type the records name'),
    written: z
      .object({ nodes: whole, relationships: whole, removedNodes: whole, removedRelationships: whole })
      .optional()
      .describe('Absent when nothing had to be written'),
    problems: z
      .array(z.object({ record: z.string().optional(), reason: z.string() }))
      .describe('The records that could not be used ("line 17", "entry smith2020"), each with the reason'),
    problemsLeftOut: whole.describe('Problems beyond those that are named, which are at most a thousand'),
    version: z.string().describe('The version of the graph'),
  })
  .meta({ id: 'UploadReport', description: 'What became of a file’s records.' })
export type IngestReport = z.infer<typeof ingestReport>

export const INGEST_STATES = [
  'receiving', // the file is arriving
  'queued', // it is here whole and waits
  'running',
  'cancelling', // it was stopped, and what it wrote is being taken back
  'done',
  'failed',
  'cancelled',
] as const
export type IngestState = (typeof INGEST_STATES)[number]

const progress = z.object({
  stage: z.string().describe('"reading", "extracting", "resolving", "writing papers" and the like'),
  done: whole.describe('Records'),
  total: whole.optional().describe('Of so many, where it can be known'),
  share: z.number().min(0).max(1).optional().describe('Of the file that is being read'),
  perSecond: z.number().min(0).optional(),
  secondsLeft: whole.optional().describe('Until this stage is over'),
})

export const ingest = z
  .object({
    id: z.string(),
    name: z.string().describe('What the file is called'),
    bytes: whole.describe('Of the file; so far, while it arrives'),
    state: z.enum(INGEST_STATES),
    receivedAt: z.string().describe('An ISO time'),
    finishedAt: z.string().optional().describe('An ISO time'),
    place: z.int().min(1).optional().describe('While it is queued: 1 is the next to run'),
    waitsFor: z.string().optional().describe('Why it does not go on, in a sentence: another ingest is running'),
    progress: progress.optional().describe('While it runs'),
    report: ingestReport.optional().describe('When it is done, or failed for want of a usable record'),
    problem: z
      .object({ code: z.string(), detail: z.string() })
      .optional()
      .describe('Why it failed: a stable code and one sentence'),
  })
  .meta({ id: 'Upload', description: 'A file that was sent, and what became of it.' })
export type Ingest = z.infer<typeof ingest>

export const ingestList = z
  .object({
    isOpen: z.boolean().describe('Whether files may be sent'),
    reason: z.string().optional().describe('Why not, in a sentence'),
    mostBytes: whole.describe('Of one file'),
    mostWaiting: whole.describe('Uploads that may arrive or wait at once'),
    uploads: z
      .array(ingest)
      .describe('Newest first; finished ones are forgotten after a week, or when fifty newer ones are there'),
  })
  .meta({ id: 'UploadList', description: 'What the server takes, and what became of the latest uploads.' })
export type IngestList = z.infer<typeof ingestList>
