import { describe, expect, it } from 'vitest'
import { PapergraphError } from '../../errors.ts'
import { fakeApp } from './fake-app.ts'

/** The samples of the text format, by name and labels; a line that is neither a sample nor a comment fails. */
function samples(text: string): Record<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !/^# (HELP|TYPE) [a-z0-9_]+ /.test(line))
  return Object.fromEntries(
    lines.map((line) => {
      const match = /^([a-z0-9_]+(?:\{(?:[a-z_]+="(?:[^"\\]|\\.)*",?)+\})?) (-?[0-9.e+-]+|Nan|\+Inf)$/.exec(line)
      if (match?.[1] === undefined) throw new Error(`not the text format: ${line}`)
      return [match[1], Number(match[2])]
    }),
  )
}

describe('the metrics', () => {
  it('count requests by pattern and say what the graph and the readers are at', async () => {
    const { get, reader } = fakeApp()
    await get('/api/status')
    for (const name of ['a', 'b', 'c']) await get(`/api/query/${name}?x=${name}`)
    for (const name of ['a', 'b', 'c']) await get(`/wp-${name}.php`)
    const answer = await get('/metrics')
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
      'no-store',
    ])
    const text = await answer.text()
    const found = samples(text)
    expect(
      Object.fromEntries(Object.entries(found).filter(([name]) => name.startsWith('papergraph_http_requests'))),
    ).toEqual({
      'papergraph_http_requests_total{method="GET",route="/api/status",status="200"}': 1,
      'papergraph_http_requests_total{method="GET",route="/api/query/:name",status="404"}': 3,
      'papergraph_http_requests_total{method="GET",route="view",status="404"}': 3,
    })
    const papers = (await reader.status()).counts.nodes.Paper
    expect(found).toMatchObject({
      'papergraph_http_request_duration_seconds_count{route="/api/query/:name"}': 3,
      papergraph_typed_queries_running: 1,
      papergraph_typed_queries_waiting: 2,
      papergraph_reader_processes: 1,
      papergraph_graph_up: 1,
      papergraph_graph_updating: 0,
      'papergraph_graph_info{store="embedded",version="v1",extractor="test-1"}': 1,
      'papergraph_graph_nodes{label="Paper"}': papers,
    })
    expect(found.process_resident_memory_bytes).toBeGreaterThan(10e6)
  })

  it('have as many lines after a thousand different requests as after one of each kind', async () => {
    const { get, app } = fakeApp()
    const ask = async (number: number) => {
      await get(`/api/query/q${number}`)
      await get(`/api/x${number}`)
      await get(`/x${number}`)
      await app.request('/', { method: `M${number}` })
    }
    const count = async () =>
      Object.keys(samples(await (await get('/metrics')).text())).filter((n) => n.startsWith('papergraph')).length
    await ask(0)
    await count()
    const before = await count()
    for (let number = 1; number <= 250; number += 1) await ask(number)
    expect(await count()).toBe(before)
  })

  it('forget the version before', async () => {
    const { get, reader } = fakeApp()
    await get('/metrics')
    reader.version = 'v2'
    const infos = (await (await get('/metrics')).text()).match(/^papergraph_graph_info.*$/gm)
    expect(infos).toEqual(['papergraph_graph_info{store="embedded",version="v2",extractor="test-1"} 1'])
  })

  it('are there when the graph is not, and readiness says so', async () => {
    const { get, reader } = fakeApp()
    expect(await (await get('/readyz')).text()).toBe('ready')
    reader.status = () => Promise.reject(new PapergraphError('store-unreachable', 'The secret host is away.'))
    expect(samples(await (await get('/metrics')).text())).toMatchObject({ papergraph_graph_up: 0 })
    const ready = await get('/readyz')
    expect([ready.status, (await ready.json()).detail]).toEqual([503, 'The graph cannot be asked at the moment.'])
    expect((await get('/healthz')).status).toBe(200)
  })

  it('need the token where there is one, and no page elsewhere reads them', async () => {
    const { get } = fakeApp({ token: 'a-token-of-enough-length' })
    expect((await get('/metrics')).status).toBe(401)
    const headers = { Authorization: 'Bearer a-token-of-enough-length' }
    expect((await get('/metrics', headers)).status).toBe(200)
    expect((await get('/metrics', { ...headers, 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect((await get('/readyz')).status).toBe(200)
  })
})
