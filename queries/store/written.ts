import type { Statement } from '../write/batches.ts'

/** How many rows a statement wrote, checked against what it had to. Throws Error, which undoes the transaction. */
export function writtenCount(statement: Statement, answer: unknown): number {
  const written = Number(answer ?? 0)
  if (statement.expected !== undefined && written !== statement.expected) {
    throw new Error(
      `${statement.what}: ${written} of ${statement.expected} rows could be written, the ends of the others are not in the graph`,
    )
  }
  return written
}
