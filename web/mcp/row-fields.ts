import { z } from 'zod'

/** Rows that one answer shows, whatever is asked for. */
export const MOST_ROWS = 200

export const rowsInput = z
  .int()
  .min(1)
  .max(MOST_ROWS)
  .default(25)
  .describe('At most so many rows are shown; the answer says how many there are.')

/** An answer that is a table. */
export const tableOutput = z.object({
  rows: z.array(z.record(z.string(), z.unknown())).describe('Objects by column; what is empty is left out.'),
  shown: z.string().describe('How many rows are shown of how many.'),
  next: z.string().optional().describe('How to get more.'),
  notices: z.array(z.string()).optional().describe('Names in the statement that the graph does not have.'),
  updating: z.boolean().optional().describe('An ingest is writing: papers of two versions may stand side by side.'),
  version: z.string().describe('The version of the graph.'),
})
