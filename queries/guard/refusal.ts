import { PapergraphError } from '../../errors.ts'

/** A refusal that points at a place in what the person typed. `why` completes "The query was refused because …". */
export function refusal(why: string, text: string, offset: number): PapergraphError {
  const before = text.slice(0, offset).split(/\r\n|[\r\n]/)
  const line = before.length
  const column = (before.at(-1)?.length ?? 0) + 1
  return new PapergraphError(
    'query-refused',
    `The query was refused because ${why} (line ${line}, column ${column}); only reading is allowed here.`,
    { details: { line, column } },
  )
}
