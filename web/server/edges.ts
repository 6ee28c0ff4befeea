import { z } from 'zod'
import { PapergraphError } from '../../errors.ts'
import type { RelationshipType } from '../../queries/model.ts'
import { readRows } from '../../queries/rows.ts'
import { type EdgeAnswer, type EdgesAnswer, edgeAnswer, edgesAnswer, relationshipType } from '../api.ts'
import type { ApiRoutes } from './api-routes.ts'
import { toEvidence } from './evidence.ts'
import { type Ask, fromOneVersion } from './one-version.ts'
import { paperText } from './paper-text.ts'
import { id, ids, single } from './parameters.ts'
import { edgeEndsRow, edgeRow, wholeNodeRow } from './rows.ts'
import type { Served } from './served.ts'
import { toApiEdge, toApiNode } from './shapes.ts'

const edgeQuery = z.strictObject({
  from: id.describe('The id of the node where it begins'),
  type: single.pipe(relationshipType).describe('Its type'),
  to: id.describe('The id of the node where it ends'),
  key: single.optional().describe('Tells it from others of its type between these two; see `key` of an edge'),
})

/** One relationship, its ends, and the words that it rests on. Throws not-found. */
export async function describeEdge(
  asked: { from: string; type: RelationshipType; to: string; key?: string | undefined },
  ask: Ask,
): Promise<Omit<EdgeAnswer, 'version'>> {
  const [row] = readRows(await ask('edge', { ...asked, key: asked.key ?? '' }), edgeEndsRow)
  if (row === undefined)
    throw new PapergraphError('not-found', `There is no ${asked.type} from ${asked.from} to ${asked.to}.`)
  // The words are a paper's: the one where it begins, or the one that a variant rests on.
  const paper = row.fromType === 'paper' ? row.from : row.properties.paper
  const [node] = typeof paper === 'string' ? readRows(await ask('node', { node: paper }), wholeNodeRow) : []
  const evidence = toEvidence(row, row.confidence, paperText(node?.properties))
  return {
    edge: toApiEdge(row),
    from: toApiNode({
      ...{ id: row.from, type: row.fromType, label: row.fromLabel },
      ...{ degree: row.fromDegree, papers: row.fromPapers, year: row.fromYear },
      ...{ venue: row.fromVenue, hasCode: row.fromHasCode },
    }),
    to: toApiNode({
      ...{ id: row.to, type: row.toType, label: row.toLabel },
      ...{ degree: row.toDegree, papers: row.toPapers, year: row.toYear },
    }),
    ...(evidence === undefined ? {} : { evidence }),
    properties: row.properties,
  }
}

/** GET /edge: one relationship and who says so. GET and POST /edges: what runs among a list of nodes. */
export function addEdgeRoutes(routes: ApiRoutes, served: Served): void {
  const { reader, settings } = served

  routes.add(
    {
      ...{ method: 'get', path: '/edge', name: 'getEdge', tag: 'graph', query: edgeQuery, answer: edgeAnswer },
      summary: 'A relationship and its evidence',
      description: 'The words that the relationship rests on: all places, and the best one’s sentence with its marks.',
      problems: [404],
    },
    async ({ query, signal }) => {
      const { value, ...state } = await fromOneVersion(reader, signal, (ask) => describeEdge(query, ask))
      return { state, body: { version: state.version, ...value } }
    },
  )

  const among = async (list: readonly string[], signal: AbortSignal): Promise<EdgesAnswer> => {
    const answer = await reader.run('edges-among', { ids: [...new Set(list)] }, signal)
    const { version, updating } = answer
    return { version, updating, edges: readRows(answer, edgeRow).map(toApiEdge) }
  }
  const tell = async (list: readonly string[], signal: AbortSignal) => {
    const body = await among(list, signal)
    return { state: body, body }
  }
  const common = { path: '/edges', tag: 'graph', answer: edgesAnswer } as const
  const idOfNode = 'The id of a node; unknown ones are passed over'

  const query = z.strictObject({
    id: ids(settings.edgeIds).describe(`${idOfNode}. May be given ${settings.edgeIds} times`),
  })
  routes.add(
    { ...common, method: 'get', name: 'getEdges', query, summary: 'What runs among some nodes' },
    ({ query: { id: list }, signal }) => tell(list, signal),
  )

  const body = z.strictObject({ ids: ids(settings.postedEdgeIds).describe(idOfNode) })
  routes.add(
    { ...common, method: 'post', name: 'postEdges', body, summary: 'What runs among many nodes' },
    ({ body: { ids: list }, signal }) => tell(list, signal),
  )
}
