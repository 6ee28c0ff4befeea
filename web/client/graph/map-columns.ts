import { relationshipId } from '../../../queries/model.ts'
import type { ApiEdge, ApiNode, MapColumnsAnswer } from '../../api.ts'
import type { OpeningMap } from './canvas.ts'

/** A map that came as columns, as the nodes and edges that it stands for, each made when it is asked for. */
export function rowsOf(map: MapColumnsAnswer): OpeningMap {
  return { nodes: nodesOf(map), edges: edgesOf(map) }
}

function* nodesOf({ nodes, types, venues }: MapColumnsAnswer): Generator<ApiNode> {
  for (let at = 0; at < nodes.id.length; at++) {
    const node: ApiNode = {
      id: nodes.id[at] ?? '',
      type: types[nodes.type[at] ?? 0] ?? 'paper',
      label: nodes.label[at] ?? '',
      degree: nodes.degree[at] ?? 0,
      x: nodes.x[at] ?? 0,
      y: nodes.y[at] ?? 0,
      pagerank: nodes.pagerank[at] ?? 0,
    }
    const papers = nodes.papers[at] ?? -1
    const year = nodes.year[at] ?? -1
    const community = nodes.community[at] ?? -1
    const venue = venues[nodes.venue[at] ?? -1]
    if (papers >= 0) node.papers = papers
    if (year >= 0) node.year = year
    if (community >= 0) node.community = community
    if (venue !== undefined) node.venue = venue
    if (nodes.hasCode[at] === 1) node.hasCode = true
    yield node
  }
}

function* edgesOf({ nodes, edges, relationships, keys }: MapColumnsAnswer): Generator<ApiEdge> {
  for (let at = 0; at < edges.from.length; at++) {
    const from = nodes.id[edges.from[at] ?? 0] ?? ''
    const to = nodes.id[edges.to[at] ?? 0] ?? ''
    const type = relationships[edges.type[at] ?? 0] ?? 'USES'
    const key = keys[edges.key[at] ?? 0] ?? ''
    const id = relationshipId({ from, type, to, key })
    const edge: ApiEdge = { id, from, to, type, key, confidence: edges.confidence[at] ?? 0 }
    if (type === 'LINKS_TO') edge.own = edges.own[at] === 1
    yield edge
  }
}
