import { UndirectedGraph } from 'graphology'
import { forceAtlas2, noverlap } from '../graph-algorithms.ts'
import type { MapGraph, Point } from '../map-graph.ts'
import type { PageRank } from '../pagerank.ts'

/** Communities whose places are worked out; smaller ones and nodes without any tie lie around them. */
const MOST_PLACED = 300
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))
/** How much of a disc its nodes may fill, and of the whole its discs. */
const FILLED = 0.55
const GAP = 3

interface Disc {
  ids: string[]
  radius: number
}

/**
 * Places that are there at once: each community is a disc, its most central nodes in the middle and the others around them like
 * the seeds of a sunflower (Vogel 1979); the discs of the largest communities lie as their ties pull them, without overlap, and
 * small ones around them. In the unit of the nodes' sizes.
 */
export function layOutQuickly(
  graph: MapGraph,
  communities: ReadonlyMap<string, number>,
  { share }: PageRank,
): Map<string, Point> {
  const discs = discsOf(graph, communities, share)
  const large = discs.filter(({ ids }) => ids.length > 2).slice(0, MOST_PLACED)
  const middles = placeDiscs(graph, communities, large)
  const reach = large.reduce(
    (most, { radius }, at) => Math.max(most, Math.hypot(middles[at]?.x ?? 0, middles[at]?.y ?? 0) + radius),
    0,
  )
  const places = new Map<string, Point>()
  for (const [at, disc] of large.entries()) fill(disc, middles[at] ?? { x: 0, y: 0 }, graph, places)
  const placed = new Set(large)
  sunflower(
    discs.filter((disc) => !placed.has(disc)),
    reach,
    (disc, middle) => fill(disc, middle, graph, places),
  )
  return places
}

/** The communities, the largest first, and then each node that belongs to none. */
function discsOf(
  graph: MapGraph,
  communities: ReadonlyMap<string, number>,
  share: ReadonlyMap<string, number>,
): Disc[] {
  const members = new Map<number, string[]>()
  const alone: string[][] = []
  graph.forEachNode((id) => {
    const community = communities.get(id)
    if (community === undefined) alone.push([id])
    else
      members
        .set(community, members.get(community) ?? [])
        .get(community)
        ?.push(id)
  })
  const central = (id: string): number => share.get(id) ?? 0
  const lists = [...members.values()].map((ids) => ids.sort((a, b) => central(b) - central(a) || (a < b ? -1 : 1)))
  lists.sort((a, b) => b.length - a.length || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
  return [...lists, ...alone].map((ids) => ({
    ids,
    radius: Math.sqrt(ids.reduce((sum, id) => sum + room(graph, id), 0)),
  }))
}

/** The area that a node takes, over pi. */
const room = (graph: MapGraph, id: string): number => (graph.getNodeAttribute(id, 'size') + GAP) ** 2 / FILLED

function fill({ ids }: Disc, middle: Point, graph: MapGraph, places: Map<string, Point>): void {
  let area = 0
  for (const [at, id] of ids.entries()) {
    const own = room(graph, id)
    const radius = at === 0 ? 0 : Math.sqrt(area + own / 2)
    area += own
    const angle = at * GOLDEN_ANGLE
    places.set(id, { x: middle.x + radius * Math.cos(angle), y: middle.y + radius * Math.sin(angle) })
  }
}

/** Lays discs around a whole of the given radius. */
function sunflower(discs: readonly Disc[], around: number, place: (disc: Disc, middle: Point) => void): void {
  let area = (around * 1.05) ** 2
  for (const [at, disc] of discs.entries()) {
    const own = (disc.radius * 2) ** 2
    const radius = Math.sqrt(area + own / 2)
    area += own
    const angle = at * GOLDEN_ANGLE
    place(disc, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) })
  }
}

function placeDiscs(graph: MapGraph, communities: ReadonlyMap<string, number>, discs: readonly Disc[]): Point[] {
  const coarse = new UndirectedGraph<Point & { size: number }, { weight: number }>()
  const nodes = new Map<number, string>()
  for (const [at, { ids, radius }] of discs.entries()) {
    const angle = at * GOLDEN_ANGLE
    const away = 100 * Math.sqrt(at)
    coarse.addNode(String(at), { x: away * Math.cos(angle), y: away * Math.sin(angle), size: radius })
    const community = communities.get(ids[0] ?? '')
    if (community !== undefined) nodes.set(community, String(at))
  }
  graph.forEachEdge((_, { weight }, source, target) => {
    const [from, to] = [nodes.get(communities.get(source) ?? -1), nodes.get(communities.get(target) ?? -1)]
    if (from === undefined || to === undefined || from === to) return
    const key = from < to ? `${from} ${to}` : `${to} ${from}`
    if (coarse.hasEdge(key)) coarse.updateEdgeAttribute(key, 'weight', (before) => (before ?? 0) + weight)
    else coarse.addEdgeWithKey(key, from, to, { weight })
  })
  // What counts is how many of both communities' nodes are tied, not how large they are.
  coarse.updateEachEdgeAttributes((_, { weight }, source, target) => {
    const size = (at: string): number => discs[Number(at)]?.ids.length ?? 1
    return { weight: weight / Math.sqrt(size(source) * size(target)) }
  })
  if (discs.length > 1) {
    const settings = {
      ...forceAtlas2.inferSettings(coarse.order),
      barnesHutOptimize: false,
      gravity: 0.5,
      scalingRatio: 20,
    }
    forceAtlas2.assign(coarse, { iterations: 300, settings, getEdgeWeight: 'weight' })
    scale(coarse, 1.2 * Math.sqrt(discs.reduce((sum, { radius }) => sum + radius ** 2, 0)))
    noverlap.assign(coarse, { maxIterations: 300, settings: { ratio: 1, margin: 8, expansion: 1.1, speed: 4 } })
  }
  const points = coarse.mapNodes((_, { x, y }) => ({ x, y }))
  const middle = { x: 0, y: 0 }
  for (const { x, y } of points) {
    middle.x += x / points.length
    middle.y += y / points.length
  }
  return points.map(({ x, y }) => ({ x: x - middle.x, y: y - middle.y }))
}

/** Brings the places to a disc of the given radius, most of them. */
function scale(graph: UndirectedGraph<Point & { size: number }>, radius: number): void {
  const far = graph.mapNodes((_, { x, y }) => Math.hypot(x, y)).sort((a, b) => a - b)
  const most = far[Math.floor(far.length * 0.9)] || 1
  graph.updateEachNodeAttributes((_, { x, y, ...rest }) => ({
    ...rest,
    x: (x * radius) / most,
    y: (y * radius) / most,
  }))
}
