import { describe, expect, it } from 'vitest'
import { fakeApp } from './fake-app.ts'

const tagOf = (answer: Response): string => answer.headers.get('etag') ?? ''

describe('an answer', () => {
  it('has an ETag that gives 304 while the graph stays the same', async () => {
    const { get, reader } = fakeApp()
    const first = await get('/api/node?id=otter-rl')
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    const again = await get('/api/node?id=otter-rl', { 'If-None-Match': `"x", ${tagOf(first)}` })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(tagOf(again)).toBe(tagOf(first))
    reader.version = 'v2'
    const after = await get('/api/node?id=otter-rl', { 'If-None-Match': tagOf(first) })
    expect(after.status).toBe(200)
    expect(tagOf(after)).not.toBe(tagOf(first))
  })

  it('has another ETag at another address and in another graph', async () => {
    const { get } = fakeApp()
    const tags = [tagOf(await get('/api/node?id=otter-rl')), tagOf(await get('/api/node?id=river'))]
    const own = fakeApp({ info: { graph: 'own', name: 'papers', papergraph: '0.0.0-test' } })
    tags.push(tagOf(await own.get('/api/node?id=otter-rl')))
    expect(new Set(tags).size).toBe(3)
  })

  it.each(['/api/map', '/api/status', '/api/node?id=river', '/api/query/map?limit=1', '/api/edges?id=river'])(
    'to %s has no ETag while the graph is being updated',
    async (address) => {
      const { get, reader } = fakeApp()
      reader.updating = true
      const answer = await get(address, { 'If-None-Match': '*' })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('etag')).toBeNull()
    },
  )

  it('is compressed for those who can read that, with a tag that still matches', async () => {
    const { get } = fakeApp()
    const answer = await get('/api/map', { 'Accept-Encoding': 'gzip' })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect(answer.headers.get('vary')).toContain('Accept-Encoding')
    const plain = await get('/api/map', { 'If-None-Match': tagOf(answer) })
    expect(plain.status).toBe(304)
  })
})

describe('the map', () => {
  it('holds the whole of a small graph, laid out', async () => {
    const { get } = fakeApp()
    const map = await (await get('/api/map')).json()
    expect(map).toMatchObject({ version: 'v1', updating: false, totals: { nodes: 7, relationships: 6 } })
    expect(map.nodes).toHaveLength(7)
    expect(map.edges).toHaveLength(6)
    for (const { x, y } of map.nodes) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(1)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThanOrEqual(1)
    }
  })

  it('says what belongs together, and how central each node is', async () => {
    const map = await (await fakeApp().get('/api/map')).json()
    expect(map.communities.map(({ community }: { community: number }) => community)).toEqual([0, 1])
    expect(map.communities[0]).toMatchObject({
      ...{ nodes: 3, papers: 1, importance: expect.any(Number) },
      concepts: [
        { id: 'river', label: 'River', type: 'topic' },
        { id: 'riverbench', label: 'RiverBench', type: 'benchmark' },
      ],
    })
    const byId = new Map(map.nodes.map((node: { id: string }) => [node.id, node]))
    expect(byId.get('arxiv:2501.00001')).toMatchObject({ pagerank: 1, community: 1 })
    expect(byId.get('title:0123456789abcdef')).not.toHaveProperty('community')
  })

  it('is made once for each graph version and limit, also for those who ask at the same time', async () => {
    const { get, reader } = fakeApp()
    const made = () => reader.asked.filter(({ name }) => name === 'map').length
    await Promise.all([get('/api/map?limit=3'), get('/api/map?limit=3'), get('/api/map?limit=3')])
    expect(made()).toBe(1)
    await get('/api/map?limit=4')
    expect(made()).toBe(2)
    reader.version = 'v2'
    expect(await (await get('/api/map?limit=3')).json()).toMatchObject({ version: 'v2' })
    expect(made()).toBe(3)
  })

  it('is made anew after a failure', async () => {
    const { get, reader } = fakeApp()
    reader.beforeRun = () => {
      throw new Error('the engine fell over')
    }
    expect((await get('/api/map')).status).toBe(500)
    reader.beforeRun = () => {}
    expect((await get('/api/map')).status).toBe(200)
  })

  it('never has more nodes than the server allows', async () => {
    const { get, reader } = fakeApp({ settings: { mapNodes: 2 } })
    expect((await (await get('/api/map?limit=1000000')).json()).nodes).toHaveLength(2)
    expect(reader.asked[0]).toEqual({ name: 'map', parameters: { limit: 2 } })
  })

  it('of an empty graph is empty', async () => {
    const { get, reader } = fakeApp()
    reader.nodes = []
    reader.relationships = []
    reader.version = 'empty'
    expect(await (await get('/api/map')).json()).toMatchObject({ nodes: [], edges: [], totals: { nodes: 0 } })
  })
})
