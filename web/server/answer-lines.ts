import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import type { TableAnswer } from '../api.ts'
import type { ServerEnv } from './served.ts'

export const LINES = 'application/x-ndjson'
/** What the OpenAPI document says of it. */
export const LINES_WORDS =
  'One JSON object a line: first {"head": {version, updating, columns}}, then {"row": {column: value, …}} for each row, last ' +
  '{"end": {rows, truncated, tookMs, notices, next}}, without which the answer is not whole'

// So much is made at once; what the client has not read yet waits as rows.
const CHUNK = 64 * 1024

/** Whether a client would rather have lines than one JSON object. */
export function wantsLines(c: Context<ServerEnv>): boolean {
  c.header('Vary', 'Accept', { append: true })
  const json = 'application/json'
  return accepts(c, { header: 'Accept', supports: [json, LINES], default: json }) === LINES
}

/** A table as lines, made as the client reads them; it ends when the client goes away. */
export function answerLines({ version, updating, columns, rows, ...rest }: TableAnswer): ReadableStream<Uint8Array> {
  const lines = (function* () {
    yield { head: { version, updating, columns } }
    for (const row of rows) yield { row: Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])) }
    yield { end: { rows: rows.length, ...rest } }
  })()
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull(controller) {
      let text = ''
      for (let next = lines.next(); ; next = lines.next()) {
        if (!next.done) text += `${JSON.stringify(next.value)}\n`
        if (next.done || text.length >= CHUNK) {
          if (text !== '') controller.enqueue(encoder.encode(text))
          if (next.done) controller.close()
          return
        }
      }
    },
    cancel() {
      lines.return(undefined)
    },
  })
}
