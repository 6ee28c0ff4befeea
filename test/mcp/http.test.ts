import { describe, expect, it } from 'vitest'
import { fakeApp } from '../server/fake-app.ts'
import { ask, assistantOf, GENERATIONS } from './assistant.ts'

const TOKEN = 'a-token-of-enough-length'
const LIST = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
const ACCEPT = { Accept: 'application/json, text/event-stream' }

describe.each(GENERATIONS)('an assistant over HTTP (%j)', (mode) => {
  it('lists and calls tools, in serve and where there is nothing but /mcp', async () => {
    for (const serves of ['everything', 'mcp'] as const) {
      const client = await assistantOf(fakeApp({ serves }).app, mode)
      expect((await client.listTools()).tools).toHaveLength(7)
      expect(await ask(client, 'search', { query: 'otter' })).toMatchObject({ version: 'v1' })
      await client.close()
    }
  })

  it('needs the token where there is one', async () => {
    const { app, reader } = fakeApp({ host: '0.0.0.0', token: TOKEN, serves: 'mcp' })
    const wrong: Record<string, string>[] = [{}, { Authorization: 'Bearer wrong' }, { Authorization: 'Basic abc' }]
    for (const headers of wrong) await expect(assistantOf(app, mode, headers)).rejects.toThrow()
    expect(reader.asked).toEqual([])
    const client = await assistantOf(app, mode, { Authorization: `Bearer ${TOKEN}` })
    expect((await client.listTools()).tools).toHaveLength(7)
  })
})

describe('/mcp', () => {
  it.each([
    [421, { Host: 'evil.example' }],
    [421, { Host: '127.0.0.1.evil.example' }],
    [403, { Origin: 'https://evil.example' }],
    [403, { Origin: 'null' }],
    [403, { 'Sec-Fetch-Site': 'cross-site' }],
  ])('answers %i to %j', async (status, headers) => {
    for (const serves of ['everything', 'mcp'] as const) {
      const { post, get } = fakeApp({ serves })
      expect((await post('/mcp', LIST, { ...ACCEPT, ...headers })).status).toBe(status)
      expect((await get('/mcp', { ...ACCEPT, ...headers })).status).toBe(status)
    }
  })

  it('answers a request without a token with 401', async () => {
    const { post } = fakeApp({ token: TOKEN })
    const answer = await post('/mcp', LIST, ACCEPT)
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="papergraph"'])
  })

  it('takes no large body, no other content type, no broken JSON and no other method', async () => {
    const { app, post, get, reader } = fakeApp()
    const large = { ...LIST, params: { filler: 'x'.repeat(300 * 1024) } }
    expect((await post('/mcp', large, ACCEPT)).status).toBe(413)
    expect((await post('/mcp', LIST, { ...ACCEPT, 'Content-Type': 'text/plain' })).status).toBe(415)
    expect((await post('/mcp', '{"jsonrpc":', ACCEPT)).status).toBe(400)
    expect((await get('/mcp', ACCEPT)).status).toBe(405)
    expect((await app.request('/mcp', { method: 'DELETE' })).status).toBe(405)
    expect(reader.asked).toEqual([])
  })

  it('is all there is where nothing else is served', async () => {
    const { get } = fakeApp({ serves: 'mcp', clientFolder: undefined })
    expect((await get('/healthz')).status).toBe(200)
    for (const path of ['/', '/api/status', '/api/queries', '/index.html', '/mcp/more'])
      expect((await get(path)).status, path).toBe(404)
  })

  it('stops a query whose client has gone away', async () => {
    const { app, reader } = fakeApp()
    const stop = new AbortController()
    const aborted = new Promise<void>((resolve) => {
      reader.onCypher = ({ signal }) => {
        signal?.addEventListener('abort', () => resolve())
        stop.abort()
        return new Promise(() => undefined)
      }
    })
    const body = JSON.stringify({
      ...LIST,
      method: 'tools/call',
      params: { name: 'run_cypher', arguments: { statement: 'RETURN 1' } },
    })
    const headers = { ...ACCEPT, 'Content-Type': 'application/json' }
    void Promise.resolve(app.request('/mcp', { method: 'POST', headers, body, signal: stop.signal })).catch(
      () => undefined,
    )
    await aborted
  })
})
