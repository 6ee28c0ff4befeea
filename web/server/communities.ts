import type { ApiCommunity, ApiNode } from '../api.ts'
import { louvain } from './graph-algorithms.ts'
import type { MapGraph } from './map-graph.ts'
import type { PageRank } from './pagerank.ts'

// Communities: Blondel, Guillaume, Lambiotte and Lefebvre 2008, "Fast unfolding of communities in large networks", J. Stat.
// Mech. P10008.

/** What a node is, as far as communities care. */
export type Kind = 'paper' | 'concept' | 'repo'

export interface Community {
  /** Its number. */
  community: number
  nodes: number
  papers: number
  /** Its share of all PageRank, from 0 to 1. */
  importance: number
  /** The ids of its strongest concepts, the strongest first. */
  concepts: string[]
}

const NAMED_BY = 3
/** Small pieces that hang together with nothing else are many, and no help to find one's way. */
const MOST_TOLD = 100
const DECIMALS = 1e5

/**
 * Finds which nodes belong together: the number of each node's community. The most important one, by its share of PageRank, is
 * number 0; ties go by the smallest id, so that the same graph always gives the same numbers. A node without any tie belongs to
 * none.
 */
export function findCommunities(graph: MapGraph, ranks: PageRank): Map<string, number> {
  if (graph.size === 0) return new Map()
  const found = louvain(graph, { getEdgeWeight: 'weight', rng: randomFrom(1) })
  // The nodes of the graph are in the order of their ids, so each list begins with its smallest.
  const members = membersOf(graph.filterNodes((id) => graph.degree(id) > 0).map((id) => [id, found[id] ?? 0]))
  const ordered = [...members.values()]
    .map((ids) => ({ ids, importance: importanceOf(ids, ranks) }))
    .sort((a, b) => b.importance - a.importance || ((a.ids[0] ?? '') < (b.ids[0] ?? '') ? -1 : 1))
  return new Map(ordered.flatMap(({ ids }, number) => ids.map((id): [string, number] => [id, number])))
}

/**
 * Describes communities, in the order of their numbers.
 *
 * A community is named by its strongest concepts. Concepts that are everywhere say nothing, so the strength of a concept of
 * the community is `inside * log2(1 + lift)`, where `inside` is how many of its ties lie within the community and
 * `lift = (inside / all its ties) / (the community's ties / all ties)`: how much more it is in there than a concept
 * that is spread evenly.
 */
export function describeCommunities(
  graph: MapGraph,
  communities: ReadonlyMap<string, number>,
  ranks: PageRank,
  kindOf: (id: string) => Kind,
): Community[] {
  return [...membersOf(communities)]
    .sort(([a], [b]) => a - b)
    .map(([community, ids]) => {
      const ties = ids.reduce((sum, id) => sum + graph.degree(id), 0)
      const strength = (id: string): number => strengthOf(graph, communities, id, ties / (2 * graph.size))
      const concepts = ids.filter((id) => kindOf(id) === 'concept')
      return {
        community,
        nodes: ids.length,
        papers: ids.filter((id) => kindOf(id) === 'paper').length,
        importance: Math.round(importanceOf(ids, ranks) * DECIMALS) / DECIMALS,
        concepts: strongest(concepts, strength),
      }
    })
}

/** Communities as the API tells them: the most important ones, with what their concepts are called. */
export function namedCommunities(
  communities: readonly Community[],
  nodes: ReadonlyMap<string, Pick<ApiNode, 'id' | 'label' | 'type'>>,
): ApiCommunity[] {
  return communities.slice(0, MOST_TOLD).map((each) => ({
    ...each,
    concepts: each.concepts.flatMap((id) => {
      const node = nodes.get(id)
      return node ? [{ id, label: node.label, type: node.type }] : []
    }),
  }))
}

const importanceOf = (ids: readonly string[], { share }: PageRank): number =>
  ids.reduce((sum, id) => sum + (share.get(id) ?? 0), 0)

function membersOf(communities: Iterable<readonly [id: string, community: number]>): Map<number, string[]> {
  const members = new Map<number, string[]>()
  for (const [id, community] of communities) {
    const list = members.get(community)
    if (list === undefined) members.set(community, [id])
    else list.push(id)
  }
  return members
}

function strengthOf(
  graph: MapGraph,
  communities: ReadonlyMap<string, number>,
  id: string,
  shareOfTies: number,
): number {
  const own = communities.get(id)
  const inside = graph.filterNeighbors(id, (other) => communities.get(other) === own).length
  return inside * Math.log2(1 + inside / graph.degree(id) / shareOfTies)
}

function strongest(ids: readonly string[], strength: (id: string) => number): string[] {
  const sorted = ids.map((id) => ({ id, strength: strength(id) })).sort((a, b) => b.strength - a.strength)
  return sorted.slice(0, NAMED_BY).map(({ id }) => id)
}

/** The minimal standard generator of Park and Miller (1988): the same numbers at every start. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
