import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
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
    ['notes', { 'topics/River.md': '# River', 'papers/Beavers build on RiverBench.md': '# Beavers' }],
    [
      'neo4j-import',
      { 'README.md': 'neo4j-admin database import full', 'papers.csv': 'Beavers', 'uses.csv': ':START_ID' },
    ],
  ])('gives a folder as a ZIP file: %s', async (format, expected) => {
    const before = gatheredFolders()
    const { get } = fakeApp()
    const answer = await get(`/api/export/${format}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/zip')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="papergraph-graph-v1.zip"')
    const files = filesInZip(Buffer.from(await answer.arrayBuffer()))
    for (const [name, words] of Object.entries(expected)) expect(files.get(name)).toContain(words)
    expect(gatheredFolders()).toEqual(before)
  })

  it.each([
    ['/api/export/xml', 400, 'must be one of gexf, graphml'],
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

describe('POST /api/export', () => {
  const nodes = [
    { id: 'riverbench', x: 0.25, y: -0.5, colour: '#0069a8', size: 12.5 },
    { id: 'river', x: 1.5, y: 0.125 },
  ]

  it('gives nodes as a picture shows them: json', async () => {
    const { post } = fakeApp()
    const answer = await post('/api/export/json', { nodes })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="papergraph-part-v1.json"')
    const parsed: { nodes: Record<string, unknown>[] } = JSON.parse(await answer.text())
    const found = Object.fromEntries(parsed.nodes.map(({ id, x, y, color, size }) => [id, { x, y, color, size }]))
    expect(found.riverbench).toEqual({ x: 250, y: -500, color: '#0069a8', size: 12.5 })
    expect(found.river).toMatchObject({ x: 1500, y: 125, color: '#750068' })
  })

  it.each([
    ['gexf', '<viz:color r="0" g="105" b="168"/><viz:position x="250" y="-500" z="0"/><viz:size value="12.5"/>'],
    ['graphml', '<data key="node-x">250</data><data key="node-y">-500</data>'],
  ])('gives nodes as a picture shows them: %s', async (format, words) => {
    const { post } = fakeApp()
    expect(await (await post(`/api/export/${format}`, { nodes })).text()).toContain(words)
  })

  it('lays out nodes that are given no places, and takes thousands of them', async () => {
    const { post } = fakeApp()
    const many = Array.from({ length: 4990 }, (_, at) => ({ ...nodes[1], id: `arxiv:2401.${at}`, size: 4.25 }))
    const answer = await post('/api/export/csv-nodes', { nodes: [{ id: 'river' }, { id: 'riverbench' }, ...many] })
    expect(answer.status).toBe(200)
    expect((await answer.text()).trimEnd().split('\n')).toHaveLength(3)
    const parsed = JSON.parse(await (await post('/api/export/json', { nodes: [{ id: 'river' }] })).text())
    expect(parsed.nodes[0]).toMatchObject({ id: 'river', x: 500, y: 500 })
  })

  it.each([
    [{}, '"nodes" must be given'],
    [{ nodes: [] }, '"nodes" must be given'],
    [{ nodes: [{ id: 'a', colour: 'red' }] }, 'must be written #rrggbb'],
    [{ nodes: [{ id: 'a', x: 1e9 }] }, '"nodes.x"'],
    [{ nodes: Array.from({ length: 5001 }, () => ({ id: 'a' })) }, 'may be at most 5000'],
    [{ nodes: [{ id: 'a', z: 1 }] }, 'z'],
  ])('explains what is wrong with a body: %#', async (body, words) => {
    const { post } = fakeApp()
    const answer = await post('/api/export/gexf', body)
    expect(answer.status).toBe(400)
    expect((await answer.json()).detail).toContain(words)
  })
})

/** Folders that exports gather their files in; none must stay. */
const gatheredFolders = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('papergraph-zipped-'))

/** The texts of a ZIP file that packs nothing, by its central directory (APPNOTE.TXT 6.3, 4.3.7 and 4.3.12). */
function filesInZip(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>()
  for (let at = zip.indexOf('PK\u0001\u0002', 0, 'latin1'); zip.readUInt32LE(at) === 0x02014b50; ) {
    const [size, nameLength, extra, comment] = [24, 28, 30, 32].map((field, index) =>
      index === 0 ? zip.readUInt32LE(at + field) : zip.readUInt16LE(at + field),
    ) as [number, number, number, number]
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    files.set(name, zip.toString('utf8', start, start + size))
    at += 46 + nameLength + extra + comment
  }
  return files
}
