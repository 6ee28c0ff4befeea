import { describe, expect, it } from 'vitest'
import { readCypherLines } from '../../web/client/cypher-lines.ts'

/** Bytes in pieces that end anywhere, as they come over a network. */
function streamOf(lines: readonly object[], size: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size))
      controller.close()
    },
  })
}

const HEAD = { head: { version: 'v1', updating: false, columns: ['title', 'year'] } }
const ROWS = [{ row: { title: 'Größe 中文 🙂', year: 2020 } }, { row: { title: null, year: null } }]
const END = { end: { rows: 2, truncated: true, tookMs: 3, notices: ['No X.'] } }

describe('the lines of an answer to typed Cypher', () => {
  it.each([1, 7, 10_000])('are read whole, in pieces of %d bytes', async (size) => {
    const places: number[] = []
    const stream = streamOf([{ waiting: 3 }, { waiting: 0 }, HEAD, ...ROWS, END], size)
    expect(await readCypherLines(stream, (ahead) => places.push(ahead))).toEqual({
      version: 'v1',
      updating: false,
      columns: ['title', 'year'],
      rows: [
        ['Größe 中文 🙂', 2020],
        [null, null],
      ],
      truncated: true,
      tookMs: 3,
      notices: ['No X.'],
    })
    expect(places).toEqual([3, 0])
  })

  it('may be a problem, and are no answer where they break off', async () => {
    const problem = { type: 'about:blank', title: 'Gateway Timeout', status: 504, detail: 'Too long.', code: 'x' }
    expect(await readCypherLines(streamOf([{ waiting: 2 }, { problem }], 5), () => {})).toEqual({ problem })
    expect(await readCypherLines(streamOf([HEAD, ...ROWS], 5), () => {})).toBeUndefined()
  })
})
