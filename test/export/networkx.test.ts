import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { gexf } from '../../queries/export/gexf.ts'
import type { ExportGraph } from '../../queries/export/graph.ts'
import { graphml } from '../../queries/export/graphml.ts'
import { nodeLink } from '../../queries/export/node-link.ts'
import type { GraphNode, GraphRelationship, Properties } from '../../queries/model.ts'
import { NODE_COLOURS } from '../../queries/node-colours.ts'
import { pythonWithNetworkx, runPython } from './python.ts'
import { exportGraph, NODES, RELATIONSHIPS, textOf } from './world.ts'

/** What NetworkX reads of a file: all nodes and edges with their attributes. */
const READ = `
import json, sys, networkx
kind, path = sys.argv[1:]
if kind == 'gexf': graph = networkx.read_gexf(path)
elif kind == 'graphml': graph = networkx.read_graphml(path)
else: graph = networkx.node_link_graph(json.load(open(path, encoding='utf-8')), edges='edges')
print(json.dumps({
  'directed': graph.is_directed(),
  'multi': graph.is_multigraph(),
  'nodes': [[id, data] for id, data in graph.nodes(data=True)],
  'edges': [[source, target, data] for source, target, data in graph.edges(data=True)],
}))
`

interface Read {
  directed: boolean
  multi: boolean
  nodes: [string, Record<string, unknown>][]
  edges: [string, string, Record<string, unknown>][]
}

const folder = mkdtempSync(join(tmpdir(), 'papergraph-networkx-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const python = await pythonWithNetworkx()

const WRITERS: Record<string, (graph: ExportGraph) => AsyncIterable<string>> = { gexf, graphml, json: nodeLink }

async function read(kind: string): Promise<Read> {
  const path = join(folder, `graph.${kind}`)
  const places = new Map([['grass', { x: 0.5, y: 0.25 }]])
  writeFileSync(path, await textOf(WRITERS[kind]?.({ ...exportGraph(), places }) ?? fail()))
  return (await runPython(python ?? '', READ, [kind, path])) as Read
}

const fail = (): never => {
  throw new Error('no such format')
}

/** XML has no lists: they come as JSON. JSON has them. */
const listed = (kind: string, properties: Properties): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name === 'key' ? 'score_key' : name,
      kind !== 'json' && Array.isArray(value) ? JSON.stringify(value) : value,
    ]),
  )

function nodeData(kind: string, { labels, properties }: GraphNode): Record<string, unknown> {
  return { labels: kind === 'json' ? labels : JSON.stringify(labels), ...listed(kind, properties) }
}

const edgeData = (kind: string, { type, properties }: GraphRelationship): Record<string, unknown> => ({
  relationship: type,
  ...listed(kind, properties),
})

describe('NetworkX', () => {
  if (python === undefined) {
    it.skipIf(process.env.CI !== 'true')('skipped: python3 has no networkx (pip install networkx)', () => {
      expect.fail('python3 has no networkx, which CI=true requires')
    })
    return
  }

  it.each(['gexf', 'graphml', 'json'])(
    'reads every node and relationship of the %s with all properties',
    async (kind) => {
      const graph = await read(kind)
      expect([graph.directed, graph.multi]).toEqual([true, true])
      expect(graph.nodes.map(([id]) => id)).toEqual(NODES.map(({ id }) => id))
      for (const [at, [, data]] of graph.nodes.entries())
        expect(data).toMatchObject(nodeData(kind, NODES[at] ?? fail()))
      const key = (from: string, to: string, data: Record<string, unknown>): string =>
        [from, to, data.relationship, data.as ?? data.score_key ?? ''].join(' ')
      const found = new Map(graph.edges.map(([from, to, data]) => [key(from, to, data), data]))
      const wanted = new Map(
        RELATIONSHIPS.map((one) => [key(one.from, one.to, edgeData(kind, one)), edgeData(kind, one)]),
      )
      expect(graph.edges).toHaveLength(RELATIONSHIPS.length)
      expect([...found.keys()].sort()).toEqual([...wanted.keys()].sort())
      for (const [name, data] of wanted) expect(found.get(name)).toMatchObject(data)
    },
  )

  it('reads the colours, sizes and places of the GEXF', async () => {
    const { nodes } = await read('gexf')
    const data = new Map(nodes).get('grass')
    expect(NODE_COLOURS.method).toBe('#0069a8')
    expect(data).toMatchObject({
      label: 'GraSS',
      viz: { color: { r: 0, g: 0x69, b: 0xa8 }, size: 4, position: { x: 500, y: 250, z: 0 } },
    })
    expect(new Map(nodes).get('sorting')).not.toHaveProperty('viz.position')
  })

  it('reads those of the GraphML and the JSON by their usual names', async () => {
    const looks = { label: 'GraSS', color: '#0069a8', size: 4, x: 500, y: 250 }
    expect(new Map((await read('graphml')).nodes).get('grass')).toMatchObject({ ...looks, r: 0, g: 0x69, b: 0xa8 })
    expect(new Map((await read('json')).nodes).get('grass')).toMatchObject(looks)
  })
})
