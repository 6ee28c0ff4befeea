import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReader } from '../../queries/open-reader.ts'
import type { GraphReader } from '../../queries/reader.ts'
import { createApp } from '../../web/server/app.ts'
import type { ServerEnv } from '../../web/server/served.ts'
import { WORLD } from '../contract/world.ts'
import { makeDataFolder } from '../reader/data-folder.ts'
import { INFO } from './fake-app.ts'

const PAPER = 'arxiv:2401.00001'

describe('the API over the embedded engine', () => {
  const folder = makeDataFolder()
  let reader: GraphReader
  let app: Hono<ServerEnv>
  beforeAll(async () => {
    await folder.publish('one', WORLD)
    reader = await openReader({ kind: 'embedded', folder: folder.path })
    app = createApp({ reader, info: INFO, clientFolder: folder.path, log: () => {} })
  })
  afterAll(async () => {
    await reader?.close()
    folder.remove()
  })
  const get = async (path: string) => (await app.request(`/api/${path}`)).json()
  const post = async (path: string, body: unknown) =>
    app.request(`/api/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })

  it('draws the whole graph, every node at its place', async () => {
    const { nodes, edges, totals, version } = await get('map')
    expect(version).toBe('one')
    expect(nodes).toHaveLength(WORLD.nodes.length)
    expect(edges).toHaveLength(WORLD.relationships.length)
    expect(totals).toEqual({ nodes: WORLD.nodes.length, relationships: WORLD.relationships.length })
    expect(new Set(edges.map(({ id }: { id: string }) => id)).size).toBe(edges.length)
    for (const node of nodes) expect(node).toMatchObject({ x: expect.any(Number), y: expect.any(Number) })
  })

  it('counts in the status what the map holds', async () => {
    expect(await get('status')).toMatchObject({ version: 'one', store: 'embedded', nodes: { Paper: 8, Repo: 2 } })
  })

  it('describes every node of the graph, with as many links as its degree says', async () => {
    const { nodes } = await get('map')
    for (const { id, type, degree } of nodes) {
      const answer = await get(`node?id=${encodeURIComponent(id)}`)
      expect(answer.node).toMatchObject({ id, type, degree })
      const totals = answer.groups.map(({ total }: { total: number }) => total)
      expect(totals.reduce((sum: number, total: number) => sum + total, 0)).toBe(degree)
    }
  })

  it('shows every edge that a node is linked by', async () => {
    const { groups } = await get(`node?id=${PAPER}`)
    expect(groups.length).toBeGreaterThan(3)
    for (const { links } of groups)
      for (const { edge, other } of links) {
        const query = new URLSearchParams({ from: edge.from, type: edge.type, to: edge.to, key: edge.key })
        const answer = await get(`edge?${query}`)
        expect(answer.edge).toEqual(edge)
        expect([answer.from.id, answer.to.id]).toContain(other.id)
      }
  })

  it('steps to the neighbours and gives the edges among them, the same by either way', async () => {
    const { nodes, edges, total, id } = await get('neighbours?id=sortbench&limit=3')
    expect(id).toBe('sortbench')
    expect(nodes).toHaveLength(3)
    expect(total).toBeGreaterThan(3)
    const ids = [id, ...nodes.map((node: { id: string }) => node.id)]
    expect((await get(`edges?${ids.map((each) => `id=${encodeURIComponent(each)}`).join('&')}`)).edges).toEqual(edges)
    expect((await (await post('edges', { ids })).json()).edges).toEqual(edges)
  })

  it('finds, offers choices for a name that several have, and says so for a name that none has', async () => {
    expect((await get('search?q=grass&type=method')).hits[0]).toMatchObject({ id: 'grass', type: 'method' })
    const papers = (await get('search?q=a&type=paper&limit=50')).hits
    const { year } = papers.find((hit: { year?: number }) => hit.year !== undefined)
    const ofYear = (await get(`search?q=a&limit=50&from=${year}&to=${year}`)).hits
    expect(ofYear).toEqual(papers.filter((hit: { year?: number }) => hit.year === year))
    const several = await get('node?id=COBRA')
    expect(several).toMatchObject({ status: 404, code: 'not-found' })
    expect(several.choices.map(({ id }: { id: string }) => id).sort()).toEqual(['cobra bird', 'cobra snake'])
    expect(await get('node?id=zzzzzzzz')).toMatchObject({ status: 404, code: 'not-found' })
  })

  it('lists every question of the catalogue, and runs those that need nothing', async () => {
    const { queries } = await get('queries')
    expect(queries.length).toBeGreaterThan(10)
    for (const { name, parameters } of queries) {
      if (parameters.some((parameter: object) => !('default' in parameter))) continue
      const table = await get(`query/${name}`)
      expect(table.columns.length).toBeGreaterThan(0)
    }
    expect(await get('query/map?limit=many')).toMatchObject({ status: 400, code: 'query-invalid' })
    expect(await get('query/mapp')).toMatchObject({ status: 404, code: 'not-found' })
  })

  it('runs what a person types, refuses to write, and names a mistake', async () => {
    const counted = await (await post('cypher', { text: 'MATCH (p:Paper) RETURN count(p) AS papers' })).json()
    expect(counted).toMatchObject({ columns: ['papers'], rows: [[8]], version: 'one' })
    const given = await post('cypher', {
      text: 'MATCH (p:Paper {id: $id}) RETURN p.title AS title',
      parameters: { id: PAPER },
    })
    expect((await given.json()).rows).toEqual([['Sorting graphs with patience']])
    expect((await post('cypher', { text: 'CREATE (n) RETURN n' })).status).toBe(403)
    expect((await post('cypher', { text: 'MATCH (p:Paper RETURN p' })).status).toBe(400)
    expect((await post('cypher', { text: 'RETURN $missing' })).status).toBe(400)
  })

  it('narrows and orders the neighbours, and leads through them page by page', async () => {
    const idsOf = ({ nodes }: { nodes: { id: string }[] }) => nodes.map(({ id }) => id)
    const whole = idsOf(await get('neighbours?id=grass&direction=in&order=name'))
    expect(whole).toEqual(['arxiv:2401.00002', 'grass-2', 'arxiv:2402.00003', 'seed grass', 'arxiv:2401.00001'])
    expect(idsOf(await get('neighbours?id=grass&type=paper&type=model&relationship=VARIANT_OF'))).toEqual(['grass-2'])
    const seen: string[] = []
    for (let next: string | undefined = ''; next !== undefined; ) {
      const cursor: string = next === '' ? '' : `&cursor=${next}`
      const page = await get(`neighbours?id=grass&direction=in&order=name&limit=2${cursor}`)
      expect(page.total).toBe(whole.length)
      seen.push(...idsOf(page))
      next = page.next
    }
    expect(seen).toEqual(whole)
  })

  it('tells which ingests there were', async () => {
    expect(await get('ingests')).toEqual({
      version: 'one',
      ingests: [{ ingest: 1, papers: 8, firstYear: 2020, lastYear: 2025 }],
    })
  })

  it('goes over to a new version of the graph, to which no list of the one before leads', async () => {
    const { next } = await get('neighbours?id=grass&limit=2')
    const before = await app.request('/api/map')
    await folder.publish('two', { ...WORLD, relationships: [] })
    await expect.poll(async () => (await get('status')).version, { timeout: 20_000 }).toBe('two')
    const headers = { 'If-None-Match': before.headers.get('etag') ?? '' }
    const after = await app.request('/api/map', { headers })
    expect(after.status).toBe(200)
    expect(await after.json()).toMatchObject({ version: 'two', edges: [], totals: { relationships: 0 } })
    expect(await get(`neighbours?id=grass&limit=2&cursor=${next}`)).toMatchObject({
      status: 410,
      code: 'cursor-outdated',
    })
  })
})
