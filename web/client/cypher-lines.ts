import type { Problem, TableAnswer, Value } from '../api.ts'

/** A line of an answer to typed Cypher (web/server/waiting-lines.ts and answer-lines.ts). */
type Line =
  | { waiting: number }
  | { head: Pick<TableAnswer, 'version' | 'updating' | 'columns'> }
  | { row: Record<string, Value> }
  | { end: Pick<TableAnswer, 'truncated' | 'tookMs' | 'notices'> & { rows: number } }
  | { problem: Problem }

/**
 * Reads the lines of an answer as they come. `onWaiting` is told how many runs are ahead of this one. Gives the whole answer, or
 * the problem that came in its place; undefined where the lines break off.
 */
export async function readCypherLines(
  body: ReadableStream<Uint8Array>,
  onWaiting: (ahead: number) => void,
): Promise<TableAnswer | { problem: Problem } | undefined> {
  let head: Pick<TableAnswer, 'version' | 'updating' | 'columns'> | undefined
  const rows: Value[][] = []
  for await (const text of linesOf(body)) {
    // Our own server's lines.
    const line: Line = JSON.parse(text)
    if ('waiting' in line) onWaiting(line.waiting)
    else if ('problem' in line) return { problem: line.problem }
    else if ('head' in line) head = line.head
    else if ('row' in line) rows.push((head?.columns ?? []).map((column) => line.row[column] ?? null))
    else if (head !== undefined) {
      const { rows: _count, ...end } = line.end
      return { ...head, rows, ...end }
    }
  }
  return undefined
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  let rest = ''
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const lines = (rest + next.value).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}
