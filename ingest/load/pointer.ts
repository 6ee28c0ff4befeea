import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { PapergraphError } from '../../errors.ts'
import { writeWhole } from '../../whole-file.ts'

const PointerFile = z.object({
  /** The graph file's name beside the pointer; absent where the graph is in Neo4j. */
  graph: z.string().optional(),
  version: z.string(),
  extractor: z.string(),
  /** Lines of the log beyond this belong to an ingest that did not finish. */
  logBytes: z.number().int().nonnegative(),
  /** Hash of the curation file, empty where there is none. */
  curation: z.string(),
  /** What became of each decision in that file, in the order in which they count. */
  decisions: z
    .array(
      z.object({
        id: z.string(),
        reason: z.string().optional(),
        against: z.string().optional(),
        nodes: z.array(z.string()),
      }),
    )
    .default([]),
})

/** What the graph that is being served was made from. */
export type Pointer = z.infer<typeof PointerFile>

/** The pointer of a data folder, or undefined before the first finished ingest. */
export function readPointer(path: string): Pointer | undefined {
  if (!existsSync(path)) return undefined
  try {
    return PointerFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    throw new PapergraphError(
      'data-folder',
      `${path} is damaged; delete it and run "papergraph rebuild" to make the graph again from the papers beside it.`,
      { cause },
    )
  }
}

export function writePointer(path: string, pointer: Pointer): void {
  writeWhole(path, `${JSON.stringify(pointer)}\n`)
}
