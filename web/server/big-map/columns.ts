import { setImmediate as nextTurn } from 'node:timers/promises'
import { RELATIONSHIP_TYPES } from '../../../queries/model.ts'
import { type ApiNode, type MapAnswer, type MapColumnsAnswer, nodeType } from '../../api.ts'
import { type EdgeColumns, edgeAt } from './edge-columns.ts'

/** What a map is sent from, whatever its size. */
export interface SentMap extends Omit<MapAnswer, 'nodes' | 'edges'> {
  nodes: readonly ApiNode[]
  /** What is known of the node at a place of the list beyond itself. */
  drawn(at: number): Pick<ApiNode, 'x' | 'y' | 'community' | 'pagerank'>
  edges: EdgeColumns
}

const ITEMS_A_PIECE = 2000
const TYPES = nodeType.options

/** The JSON of a map as rows (MapAnswer), in pieces: a hundred thousand nodes at once would stop the server for seconds. */
export async function* rowsOf({ nodes, edges, drawn, ...rest }: SentMap): AsyncGenerator<string> {
  yield `${JSON.stringify(rest).slice(0, -1)},"nodes":[`
  yield* inPieces(nodes.length, (at) => JSON.stringify({ ...nodes[at], ...drawn(at) }))
  yield '],"edges":['
  const ids = nodes.map(({ id }) => id)
  yield* inPieces(edges.from.length, (at) => JSON.stringify(edgeAt(edges, ids, at)))
  yield ']}'
}

/** The JSON of a map as columns (MapColumnsAnswer), in pieces. */
export async function* columnsOf({ nodes, edges, drawn, ...rest }: SentMap): AsyncGenerator<string> {
  const venues = [...new Set(nodes.flatMap(({ venue }) => venue ?? []))].sort()
  const venueAt = new Map(venues.map((venue, at) => [venue, at]))
  const head = {
    ...{ ...rest, types: TYPES, relationships: [...RELATIONSHIP_TYPES], venues, keys: edges.keys },
  } satisfies Partial<MapColumnsAnswer>
  const ofNodes: { [C in keyof MapColumnsAnswer['nodes']]: (at: number) => unknown } = {
    id: (at) => nodes[at]?.id,
    type: (at) => TYPES.indexOf(nodes[at]?.type ?? 'paper'),
    label: (at) => nodes[at]?.label,
    degree: (at) => nodes[at]?.degree,
    papers: (at) => nodes[at]?.papers ?? -1,
    year: (at) => nodes[at]?.year ?? -1,
    venue: (at) => venueAt.get(nodes[at]?.venue ?? '') ?? -1,
    hasCode: (at) => (nodes[at]?.hasCode === true ? 1 : 0),
    x: (at) => drawn(at).x,
    y: (at) => drawn(at).y,
    community: (at) => drawn(at).community ?? -1,
    pagerank: (at) => drawn(at).pagerank,
  }
  const ofEdges: { [C in keyof MapColumnsAnswer['edges']]: (at: number) => unknown } = {
    from: (at) => edges.from[at],
    to: (at) => edges.to[at],
    type: (at) => edges.type[at],
    key: (at) => edges.key[at],
    confidence: (at) => Math.round((edges.confidence[at] ?? 0) * 1e4) / 1e4,
    own: (at) => edges.own[at],
  }
  yield `${JSON.stringify(head).slice(0, -1)},"nodes":{`
  yield* columns(ofNodes, nodes.length)
  yield '},"edges":{'
  yield* columns(ofEdges, edges.from.length)
  yield '}}'
}

async function* columns(of: Record<string, (at: number) => unknown>, count: number): AsyncGenerator<string> {
  for (const [place, [name, value]] of Object.entries(of).entries()) {
    yield `${place === 0 ? '' : ','}${JSON.stringify(name)}:[`
    yield* inPieces(count, (at) => JSON.stringify(value(at)))
    yield ']'
  }
}

async function* inPieces(count: number, textAt: (at: number) => string): AsyncGenerator<string> {
  for (let start = 0; start < count; start += ITEMS_A_PIECE) {
    const texts: string[] = []
    for (let at = start; at < Math.min(count, start + ITEMS_A_PIECE); at += 1) texts.push(textAt(at))
    yield `${start === 0 ? '' : ','}${texts.join(',')}`
    await nextTurn()
  }
}
