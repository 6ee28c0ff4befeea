import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { PapergraphError } from '../../errors.ts'
import { answerLines } from '../../web/server/answer-lines.ts'
import { fakeApp } from './fake-app.ts'

const LINES = { Accept: 'application/x-ndjson' }
const linesOf = async (answer: Response): Promise<unknown[]> =>
  (await answer.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('an answer as lines', () => {
  it('has a head, a row a line and an end', async () => {
    const { get } = fakeApp()
    const answer = await get('/api/query/top?limit=2', LINES)
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson')
    expect(await linesOf(answer)).toEqual([
      { head: { version: 'v1', updating: false, columns: ['id'] } },
      { row: { id: 'a' } },
      { row: { id: 'b' } },
      { end: { rows: 2, truncated: false, tookMs: 1, next: expect.any(String) } },
    ])
  })

  it('of typed Cypher keeps the limits, and says in its last line that it was cut off', async () => {
    const { post, reader } = fakeApp({ settings: { cypherRows: 7 } })
    reader.onCypher = async () => [{ text: 'a line\nbreak' }]
    const { cypher } = reader
    reader.cypher = async (...given) => ({
      ...(await cypher.apply(reader, given)),
      truncated: true,
      notices: ['No X.'],
    })
    const answer = await post('/api/cypher', { text: 'RETURN 1', maxRows: 100 }, LINES)
    expect(reader.typed[0]?.options?.maxRows).toBe(7)
    expect(await linesOf(answer)).toEqual([
      { head: { version: 'v1', updating: false, columns: ['text'] } },
      { row: { text: 'a line\nbreak' } },
      { end: { rows: 1, truncated: true, tookMs: 1, notices: ['No X.'] } },
    ])
  })

  it('of typed Cypher says its place while it waits for its turn, at once and unpacked', async () => {
    const { post, reader } = fakeApp()
    let finish: () => void = () => {}
    reader.onCypher = async ({ onQueue }) => {
      onQueue?.(3)
      onQueue?.(2)
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      onQueue?.(0)
      return [{ one: 1 }]
    }
    const answer = await post('/api/cypher', { text: 'RETURN 1' }, { ...LINES, 'Accept-Encoding': 'gzip' })
    expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, null])
    const lines = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    expect((await lines?.read())?.value).toBe('{"waiting":3}\n')
    expect((await lines?.read())?.value).toBe('{"waiting":2}\n')
    finish()
    let rest = ''
    for (let next = await lines?.read(); next && !next.done; next = await lines?.read()) rest += next.value
    expect(
      rest
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { waiting: 0 },
      { head: { version: 'v1', updating: false, columns: ['one'] } },
      { row: { one: 1 } },
      { end: { rows: 1, truncated: false, tookMs: 1 } },
    ])
  })

  it('of typed Cypher ends with the problem where it fails after it waited, and with a status where it did not', async () => {
    const { post, reader } = fakeApp()
    const fails = new PapergraphError('query-timeout', 'It took too long.', { details: { line: 2, column: 3 } })
    reader.onCypher = async ({ onQueue }) => {
      onQueue?.(2)
      throw fails
    }
    const waited = await linesOf(await post('/api/cypher', { text: 'RETURN 1' }, LINES))
    expect(waited).toMatchObject([
      { waiting: 2 },
      { problem: { status: 504, code: 'query-timeout', detail: 'It took too long.', line: 2, column: 3 } },
    ])
    reader.onCypher = async () => {
      throw fails
    }
    expect((await post('/api/cypher', { text: 'RETURN 1' }, LINES)).status).toBe(504)
  })

  it('comes packed to those who can unpack it', async () => {
    const { get } = fakeApp()
    const answer = await get('/api/query/top?limit=1', { ...LINES, 'Accept-Encoding': 'gzip' })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    const text = gunzipSync(Buffer.from(await answer.arrayBuffer())).toString('utf8')
    expect(text.split('\n')[1]).toBe('{"row":{"id":"a"}}')
  })

  it('is a problem like any other where something is wrong', async () => {
    const { get } = fakeApp()
    const answer = await get('/api/query/nothing', LINES)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  })

  it('comes only to those who ask for it, and caches tell the two apart', async () => {
    const { get } = fakeApp()
    const lines = await get('/api/query/top', LINES)
    const json = await get('/api/query/top', { Accept: 'application/x-ndjson;q=0.1, application/json' })
    const any = await get('/api/query/top', { Accept: '*/*' })
    expect(json.headers.get('content-type')).toBe('application/json')
    expect(any.headers.get('content-type')).toBe('application/json')
    expect(lines.headers.get('vary')).toMatch(/\bAccept\b/)
    expect(json.headers.get('vary')).toMatch(/\bAccept\b/)
    expect(lines.headers.get('etag')).not.toBe(json.headers.get('etag'))
    const tag = lines.headers.get('etag') ?? ''
    expect((await get('/api/query/top', { ...LINES, 'If-None-Match': tag })).status).toBe(304)
    expect((await get('/api/query/top', { 'If-None-Match': tag })).status).toBe(200)
  })

  it('is made as it is read, and no further once nobody reads', async () => {
    let made = 0
    const row = () => {
      made += 1
      return ['x'.repeat(1000)]
    }
    const rows = new Proxy(new Array(10_000), {
      get: (target, key) => (typeof key === 'string' && /^\d+$/.test(key) ? row() : Reflect.get(target, key)),
    })
    const stream = answerLines({ version: 'v', updating: false, columns: ['a'], rows, truncated: false, tookMs: 1 })
    const reader = stream.getReader()
    const { value } = await reader.read()
    expect(value?.byteLength).toBeLessThan(70_000)
    await reader.cancel()
    expect(made).toBeLessThan(200)
  })
})
