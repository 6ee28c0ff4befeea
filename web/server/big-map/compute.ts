import { RELATIONSHIP_TYPES } from '../../../queries/model.ts'
import { type Community, describeCommunities, findCommunities, type Kind } from '../communities.ts'
import { toUnit } from '../layout-rules.ts'
import { buildMapGraph, type Point } from '../map-graph.ts'
import { rankNodes, shareOf } from '../pagerank.ts'
import { layOutQuickly } from './quick-layout.ts'
import { type Patience, settle } from './settle.ts'

/** What is worked out from, by the places of nodes in a list. */
export interface ComputeInput {
  ids: string[]
  degrees: Float64Array
  /** 0 for a paper, 1 for a repository, 2 for a concept. */
  kinds: Uint8Array
  from: Uint32Array
  to: Uint32Array
  type: Uint8Array
  /** Whether the settled places are known already. */
  isSettled: boolean
  patience: Patience
}

/** x and y of each node, from 0 to 1. */
export interface Places {
  x: Float32Array
  y: Float32Array
}

export interface QuickMap extends Places {
  /** -1 for none. */
  community: Int32Array
  /** As a share of the greatest. */
  pagerank: Float32Array
  communities: Community[]
}

const KINDS: readonly Kind[] = ['paper', 'repo', 'concept']

/** What a big map is drawn from: first what is there soon, then, if it is wanted, the places that take longer. */
export function computeMap(input: ComputeInput): { quick: QuickMap; settle(): Places } {
  const { ids, degrees, kinds, patience } = input
  const graph = buildMapGraph(
    ids.map((id, at) => ({ id, degree: degrees[at] ?? 0 })),
    edgesOf(input),
  )
  const ranks = rankNodes(graph)
  const communities = findCommunities(graph, ranks)
  const kindAt = new Map(ids.map((id, at) => [id, KINDS[kinds[at] ?? 0] ?? 'concept']))
  const list = describeCommunities(graph, communities, ranks, (id) => kindAt.get(id) ?? 'concept')
  const start = layOutQuickly(graph, communities, ranks)
  const quick = {
    ...unitPlaces(ids, start),
    community: Int32Array.from(ids, (id) => communities.get(id) ?? -1),
    pagerank: Float32Array.from(ids, (id) => shareOf(ranks, id)),
    communities: list,
  }
  return { quick, settle: () => unitPlaces(ids, settle(graph, communities, start, patience)) }
}

function* edgesOf({ ids, from, to, type }: ComputeInput) {
  for (let at = 0; at < from.length; at += 1) {
    const [start, end] = [ids[from[at] ?? 0], ids[to[at] ?? 0]]
    const name = RELATIONSHIP_TYPES[type[at] ?? 0]
    if (start !== undefined && end !== undefined && name !== undefined) yield { from: start, to: end, type: name }
  }
}

/** The places in the order of the ids, the longer side of the whole from 0 to 1. */
function unitPlaces(ids: readonly string[], places: ReadonlyMap<string, Point>): Places {
  const inUnit = toUnit(places.values())
  const middle = { x: 0.5, y: 0.5 }
  const found = ids.map((id) => {
    const place = places.get(id)
    return place === undefined ? middle : inUnit(place)
  })
  return { x: Float32Array.from(found, ({ x }) => x), y: Float32Array.from(found, ({ y }) => y) }
}
