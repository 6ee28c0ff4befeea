import { createHash } from 'node:crypto'
import { z } from 'zod'
import { single } from './parameters.ts'
import { RefusedRequest } from './problems.ts'

/** Where a list goes on, and the graph version that it is a list of. */
export interface Cursor {
  version: string
  offset: number
}

const written = z.tuple([z.string(), z.int().min(0).max(1_000_000), z.string()])

/** The parameter that takes up a list where its last page ended. */
export const cursor = single
  .pipe(z.string().max(1000, 'must have at most 1000 characters'))
  .optional()
  .describe('Goes on where the page with this `next` ended, everything else asked as there; empty for the first page')

/** A cursor as a text. `asked` is what the list is of: a cursor holds for the same question alone. */
export function writeCursor({ version, offset }: Cursor, asked: object): string {
  return Buffer.from(JSON.stringify([version, offset, fingerprint(asked)])).toString('base64url')
}

/** Reads a cursor; without one, and with an empty one, a list begins. Throws RefusedRequest (400) for one that this server has not given for this question. */
export function readCursor(given: string | undefined, asked: object): Cursor | undefined {
  if (given === undefined || given === '') return undefined
  const [version, offset, print] = written.safeParse(parse(given)).data ?? []
  if (version === undefined || offset === undefined)
    throw new RefusedRequest(400, 'usage', '"cursor" must be the "next" of a page before.')
  if (print !== fingerprint(asked))
    throw new RefusedRequest(400, 'usage', '"cursor" is of another question: ask with the same parameters as before.')
  return { version, offset }
}

/** Throws RefusedRequest (410) where the graph is another than the one whose list a cursor is in. */
export function checkCursor(at: Cursor | undefined, version: string): void {
  if (at !== undefined && at.version !== version)
    throw new RefusedRequest(
      410,
      'cursor-outdated',
      'The graph has changed since the page before: begin the list again.',
    )
}

function parse(given: string): unknown {
  try {
    return JSON.parse(Buffer.from(given, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

function fingerprint(asked: object): string {
  const sorted = Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 12)
}
