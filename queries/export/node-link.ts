import type { GraphNode, GraphRelationship } from '../model.ts'
import { appearanceOf } from './appearance.ts'
import { DRAWING_SIDE, type Drawn, type ExportGraph } from './graph.ts'
import { attributeName } from './properties.ts'

/**
 * The graph as node-link JSON, as NetworkX reads it: `node_link_graph(data, edges="edges")`
 * (https://networkx.org/documentation/stable/reference/readwrite/generated/networkx.readwrite.json_graph.node_link_graph.html).
 * An edge's `key` tells parallel ones apart: its type and, where it has one, our key ("SCORES abstract:10:12").
 */
export async function* nodeLink({ version, pages, places }: ExportGraph): AsyncGenerator<string> {
  yield `{"directed": true, "multigraph": true, "graph": ${JSON.stringify({ name: 'papergraph', version })}, "nodes": [`
  let before = '\n'
  let isInEdges = false
  for await (const page of pages) {
    if (page.kind === 'relationships' && !isInEdges) {
      yield '\n], "edges": ['
      before = '\n'
      isInEdges = true
    }
    const lines =
      page.kind === 'nodes'
        ? page.nodes.map((node) => nodeText(node, places?.get(node.id)))
        : page.relationships.map(edgeText)
    if (lines.length === 0) continue
    yield before + lines.join(',\n')
    before = ',\n'
  }
  if (!isInEdges) yield '\n], "edges": ['
  yield '\n]}\n'
}

function nodeText(node: GraphNode, place: Drawn | undefined): string {
  const { label, colour, size } = appearanceOf(node, place)
  const at = place === undefined ? {} : { x: place.x * DRAWING_SIDE, y: place.y * DRAWING_SIDE }
  return JSON.stringify({ id: node.id, labels: node.labels, label, color: colour, size, ...at, ...node.properties })
}

function edgeText({ type, from, to, key, properties }: GraphRelationship): string {
  const named = Object.entries(properties).map(([name, value]) => [attributeName(name), value])
  return JSON.stringify({
    source: from,
    target: to,
    key: key === '' ? type : `${type} ${key}`,
    relationship: type,
    ...Object.fromEntries(named),
  })
}
