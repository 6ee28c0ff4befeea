import { describe, expect, it } from 'vitest'
import { fakeApp } from './fake-app.ts'
import { NODES, RELATIONSHIPS } from './fake-graph.ts'

describe('GET /api/export', () => {
  it('gives the whole graph as a file with a name', async () => {
    const { get } = fakeApp()
    const answer = await get('/api/export/json')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="papergraph-graph-v1.json"')
    const { nodes, edges } = JSON.parse(await answer.text())
    expect([nodes.length, edges.length]).toEqual([NODES.length, RELATIONSHIPS.length])
  })

  it('gives the nodes that are asked for', async () => {
    const { get } = fakeApp()
    const [one] = NODES
    const answer = await get(`/api/export/csv-nodes?id=${encodeURIComponent(one?.id ?? '')}`)
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="papergraph-part-v1.csv"')
    expect((await answer.text()).trimEnd().split('\n')).toHaveLength(2)
  })

  it.each([
    ['/api/export/xml', 400, 'must be one of gexf, graphml'],
    ['/api/export/notes', 400, 'must be one of gexf, graphml'],
    ['/api/export/csv', 400, 'csv-nodes and csv-edges'],
    ['/api/export/gexf?query=counts', 400, 'names no nodes'],
    ['/api/export/gexf?query=nosuch', 404, 'There is no query "nosuch"'],
    ['/api/export/gexf?param=a=b', 400, '"param" needs "query"'],
    ['/api/export/gexf?query=map&param=limit', 400, 'must be written name=value'],
    ['/api/export/gexf?query=map&id=a', 400, 'not both'],
    ['/api/export/gexf?neighbours=true', 400, '"neighbours" needs "id"'],
    ['/api/export/gexf?limit=3', 400, 'limit'],
  ])('explains what is wrong with %s', async (address, status, words) => {
    const { get } = fakeApp()
    const answer = await get(address)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect((await answer.json()).detail).toContain(words)
  })

  it('writes two at once and asks a third to come back, until one is done or given up', async () => {
    const { get } = fakeApp()
    const first = await get('/api/export/csv-edges')
    const second = await get('/api/export/csv-edges')
    expect((await get('/api/export/csv-edges')).status).toBe(503)
    await first.text()
    const third = await get('/api/export/csv-edges')
    expect(third.status).toBe(200)
    await second.body?.cancel()
    const fourth = await get('/api/export/csv-edges')
    expect(fourth.status).toBe(200)
    expect(await fourth.text()).toBe(await third.text())
  })
})
