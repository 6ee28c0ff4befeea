import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../package-root.ts'
import type { ApiEdge, ApiNode, MapAnswer, MapColumnsAnswer, MapPlacesAnswer } from '../../web/api.ts'
import { computeMap, type Places } from '../../web/server/big-map/compute.ts'
import { EdgeCollector, edgeAt } from '../../web/server/big-map/edge-columns.ts'
import { PlacesFile } from '../../web/server/big-map/places-file.ts'
import { fieldsGraph } from '../bench/browser/graph.ts'
import { fakeApp } from './fake-app.ts'

const PATIENCE = { layoutMs: 4000, spreadMs: 2000 }
const SLOW_MS = 300_000
const isBuilt = existsSync(join(PACKAGE_ROOT, 'dist', 'web', 'server', 'big-map', 'thread.js'))

/** What is worked out for a made-up graph of about so many nodes. */
function drawn(size: number) {
  const { nodes, relationships } = fieldsGraph(size)
  const ids = nodes.map(({ id }) => id)
  const collector = new EdgeCollector(ids)
  for (const { type, from, to, key } of relationships) collector.add({ type, from, to, key, confidence: 1 })
  const { from, to, type } = collector.columns()
  const degrees = Float64Array.from(ids, () => 0)
  for (const at of [...from, ...to]) degrees[at] = (degrees[at] ?? 0) + 1
  const kinds = Uint8Array.from(nodes, ({ labels }) => (labels.includes('Paper') ? 0 : 2))
  return { ids, degrees, ...computeMap({ ids, degrees, kinds, from, to, type, isSettled: false, patience: PATIENCE }) }
}

const spanOf = ({ x, y }: Places): number[] => [x, y].map((all) => Math.max(...all) - Math.min(...all))

/** How much nearer a node lies to those of its community than to others. */
function nearness({ x, y }: Places, community: Int32Array): number {
  const sums = { inside: 0, insideCount: 0, outside: 0, outsideCount: 0 }
  for (let a = 0; a < x.length; a += 7)
    for (let b = a + 1; b < x.length; b += 11) {
      if (community[a] === -1 || community[b] === -1) continue
      const distance = Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0))
      const where = community[a] === community[b] ? 'inside' : 'outside'
      sums[where] += distance
      sums[`${where}Count`] += 1
    }
  return sums.outside / sums.outsideCount / (sums.inside / sums.insideCount)
}

describe('what is worked out for a big map', () => {
  const map = drawn(900)

  it('is there soon: each community a disc, within a square from 0 to 1', () => {
    const { quick, ids } = map
    expect(quick.x).toHaveLength(ids.length)
    expect(Math.max(...spanOf(quick))).toBeCloseTo(1, 4)
    expect(Math.min(...spanOf(quick))).toBeGreaterThan(0.5)
    expect(nearness(quick, quick.community)).toBeGreaterThan(2)
    expect(quick.communities.length).toBeGreaterThan(3)
    expect(Math.max(...quick.pagerank)).toBe(1)
    const spots = new Set([...quick.x].map((x, at) => `${x.toFixed(4)} ${quick.y[at]?.toFixed(4)}`))
    expect(spots.size).toBe(ids.length)
  })

  it('is the same again', () => {
    expect(drawn(900).quick).toEqual(map.quick)
  })

  it('settles, keeps communities together and leaves no nodes on one another', () => {
    const settled = map.settle()
    expect(Math.max(...spanOf(settled))).toBeCloseTo(1, 4)
    expect(nearness(settled, map.quick.community)).toBeGreaterThan(2)
    expect(settled.x).not.toEqual(map.quick.x)
    const spots = new Set([...settled.x].map((x, at) => `${x.toFixed(3)} ${settled.y[at]?.toFixed(3)}`))
    expect(spots.size).toBeGreaterThan(map.ids.length * 0.95)
  })
})

describe('edges as columns', () => {
  it('come out as they went in, but for those that lead to no node', () => {
    const edges: ApiEdge[] = [
      { id: 'a\u0001USES\u0001b\u0001method', from: 'a', to: 'b', type: 'USES', key: 'method', confidence: 0.75 },
      { id: 'a\u0001LINKS_TO\u0001c\u0001', from: 'a', to: 'c', type: 'LINKS_TO', key: '', confidence: 1, own: true },
    ]
    const ids = ['a', 'b', 'c']
    const collector = new EdgeCollector(ids)
    for (const edge of edges) collector.add(edge)
    collector.add({ from: 'a', to: 'gone', type: 'USES', key: 'method', confidence: 1 })
    const columns = collector.columns()
    expect(columns.from).toHaveLength(2)
    expect([0, 1].map((at) => edgeAt(columns, ids, at))).toEqual(edges)
  })
})

describe('the file of settled places', () => {
  const home = mkdtempSync(join(tmpdir(), 'papergraph-places-'))
  afterAll(() => rmSync(home, { recursive: true }))
  const folder = join(home, 'cache')
  const file = new PlacesFile(folder)
  const name = { graph: 'own v1', limit: 10_000, ids: ['a', 'b'] }
  const places = { x: Float32Array.of(0.25, 1), y: Float32Array.of(0, 0.125) }

  it('gives back what was kept, for that map alone', () => {
    expect(file.read(name)).toBeUndefined()
    file.keep(name, places)
    expect(file.read(name)).toEqual(places)
    expect(file.read({ ...name, limit: 2000 })).toBeUndefined()
    expect(file.read({ ...name, ids: ['b', 'a'] })).toBeUndefined()
  })

  it('keeps only those of one version, and other files as they are', () => {
    writeFileSync(join(folder, 'other'), 'stays')
    file.keep({ ...name, limit: 100_000 }, places)
    expect(readdirSync(folder)).toHaveLength(3)
    file.keep({ ...name, graph: 'own v2' }, places)
    expect(readdirSync(folder)).toHaveLength(2)
    expect(file.read(name)).toBeUndefined()
    expect(file.read({ ...name, graph: 'own v2' })).toEqual(places)
  })

  it('counts as not there when it is damaged', () => {
    file.keep(name, places)
    const path = join(folder, readdirSync(folder).find((each) => each.startsWith('map.')) ?? '')
    const text = readFileSync(path, 'utf8')
    for (const damaged of ['', '{}', text.slice(0, -9), text.replace('"x":"A', '"x":"B')]) {
      writeFileSync(path, damaged)
      expect(file.read(name)).toBeUndefined()
    }
  })

  it('makes no folder where there is none, and none at all without a name', () => {
    const nowhere = join(home, 'nowhere', 'cache')
    new PlacesFile(nowhere).keep(name, places)
    expect(existsSync(join(home, 'nowhere'))).toBe(false)
    new PlacesFile(undefined).keep(name, places)
    expect(new PlacesFile(undefined).read(name)).toBeUndefined()
  })
})

/** What the two forms of a map have in common. */
function rowsFrom({ nodes, edges, types, relationships, keys }: MapColumnsAnswer) {
  return {
    nodes: nodes.id.map((id, at) => ({
      ...{ id, type: types[nodes.type[at] ?? 0], label: nodes.label[at], degree: nodes.degree[at] },
      ...{ x: nodes.x[at], y: nodes.y[at], pagerank: nodes.pagerank[at] },
    })),
    edges: edges.from.map((from, at) => ({
      ...{ from: nodes.id[from], to: nodes.id[edges.to[at] ?? 0], type: relationships[edges.type[at] ?? 0] },
      ...{ key: keys[edges.key[at] ?? 0], confidence: edges.confidence[at] },
    })),
  }
}

const common = ({ nodes, edges }: MapAnswer) => ({
  nodes: nodes.map(({ id, type, label, degree, x, y, pagerank }: ApiNode) => ({
    id,
    type,
    label,
    degree,
    x,
    y,
    pagerank,
  })),
  edges: edges.map(({ from, to, type, key, confidence }) => ({ from, to, type, key, confidence })),
})

describe('a map as columns', () => {
  it('says what the rows say', async () => {
    const { get } = fakeApp()
    const rows: MapAnswer = await (await get('/api/map')).json()
    const columns: MapColumnsAnswer = await (await get('/api/map/columns')).json()
    expect(rowsFrom(columns)).toEqual(common(rows))
    expect(columns).toMatchObject({ layout: 'settled', communities: rows.communities, totals: rows.totals })
    expect(await (await get('/api/map/places')).json()).toMatchObject({
      ...{ layout: 'settled', x: rows.nodes.map(({ x }) => x) },
    })
  })
})

// The thread runs what has been built.
describe.skipIf(!isBuilt)('a big map', () => {
  const cacheFolder = join(mkdtempSync(join(tmpdir(), 'papergraph-big-')), 'cache')
  afterAll(() => rmSync(join(cacheFolder, '..'), { recursive: true }))
  const open = () => {
    const opened = fakeApp({ cacheFolder, settings: { mapPatience: { layoutMs: 200, spreadMs: 200 } } })
    const { nodes, relationships } = fieldsGraph(2400)
    Object.assign(opened.reader, { nodes, relationships })
    return opened
  }
  const json = async <T>(response: Response | Promise<Response>): Promise<T> => (await response).json()

  it(
    'is told before it is settled, then settles, and is kept for the next start',
    async () => {
      mkdirSync(join(cacheFolder, '..'), { recursive: true })
      const { get } = open()
      const first = await get('/api/map/columns?limit=10000')
      expect(first.headers.get('etag')).toBeNull()
      const columns: MapColumnsAnswer = await first.json()
      expect(columns.layout).toBe('quick')
      const rows: MapAnswer = await json(get('/api/map?limit=10000'))
      expect(rowsFrom(columns)).toMatchObject({ edges: common(rows).edges })
      expect(rows.nodes.length).toBeGreaterThan(2000)
      let places: MapPlacesAnswer
      do places = await json(get('/api/map/places?limit=10000'))
      while (places.layout === 'quick')
      expect(places.x).toHaveLength(columns.nodes.id.length)
      const settled = await get('/api/map/columns?limit=10000')
      expect(settled.headers.get('etag')).not.toBeNull()
      const told = await settled.text()
      expect((JSON.parse(told) as MapColumnsAnswer).nodes.x).toEqual(places.x)
      const packed = await get('/api/map/columns?limit=10000', { 'Accept-Encoding': 'gzip' })
      expect(packed.headers.get('content-encoding')).toBe('gzip')
      expect(packed.headers.get('etag')).toBe(settled.headers.get('etag'))
      expect(gunzipSync(new Uint8Array(await packed.arrayBuffer())).toString()).toBe(told)

      const again: MapColumnsAnswer = await json(open().get('/api/map/columns?limit=10000'))
      expect(again).toMatchObject({ layout: 'settled', nodes: { x: places.x } })
    },
    SLOW_MS,
  )

  it(
    'is drawn once for all who ask, and anew when the graph changes',
    async () => {
      const { get, reader } = open()
      const asked = () => reader.asked.filter(({ name }) => name === 'map').length
      await Promise.all([get('/api/map/columns?limit=10000'), get('/api/map?limit=10000')])
      expect(asked()).toBe(1)
      reader.version = 'v2'
      const changed: MapColumnsAnswer = await json(get('/api/map/columns?limit=10000'))
      expect(changed).toMatchObject({ version: 'v2', layout: 'quick' })
      expect(asked()).toBe(2)
    },
    SLOW_MS,
  )
})
