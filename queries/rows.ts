import type { z } from 'zod'
import type { Rows } from './store/store.ts'

/** The rows of an answer as objects by column, checked. What a question does not answer as declared is our own fault. */
export function readRows<T>({ columns, rows }: Rows, schema: z.ZodType<T>): T[] {
  return rows.map((row) => schema.parse(Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null]))))
}
