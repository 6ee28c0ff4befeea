import type { Hono } from 'hono'
import { z } from 'zod'
import { PapergraphError } from '../../errors.ts'
import { RELATIONSHIP_TYPES, type RelationshipType } from '../../queries/model.ts'
import { readRows } from '../../queries/rows.ts'
import type { EdgeAnswer, EdgesAnswer } from '../api.ts'
import { sendAnswer } from './answers.ts'
import { toEvidence } from './evidence.ts'
import { type Ask, fromOneVersion } from './one-version.ts'
import { paperText } from './paper-text.ts'
import { id, ids, readQuery, single } from './parameters.ts'
import { readJson } from './request-body.ts'
import { edgeEndsRow, edgeRow, wholeNodeRow } from './rows.ts'
import type { Served, ServerEnv } from './served.ts'
import { toApiEdge, toApiNode } from './shapes.ts'

const edgeQuery = z.strictObject({
  from: id,
  type: single.pipe(z.enum(RELATIONSHIP_TYPES, 'must be a type of relationship')),
  to: id,
  key: single.optional(),
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
export function addEdgeRoutes(api: Hono<ServerEnv>, served: Served): void {
  const { reader, settings } = served

  api.get('/edge', async (c) => {
    const asked = readQuery(c.req.url, edgeQuery)
    const { value, ...state } = await fromOneVersion(reader, c.req.raw.signal, (ask) => describeEdge(asked, ask))
    const body: EdgeAnswer = { version: state.version, ...value }
    return sendAnswer(c, served, state, body)
  })

  const among = async (list: readonly string[], signal: AbortSignal): Promise<EdgesAnswer> => {
    const answer = await reader.run('edges-among', { ids: [...new Set(list)] }, signal)
    const { version, updating } = answer
    return { version, updating, edges: readRows(answer, edgeRow).map(toApiEdge) }
  }

  const addressed = z.strictObject({ id: ids(settings.edgeIds) })
  api.get('/edges', async (c) => {
    const body = await among(readQuery(c.req.url, addressed).id, c.req.raw.signal)
    return sendAnswer(c, served, body, body)
  })

  const posted = z.strictObject({ ids: ids(settings.postedEdgeIds) })
  api.post('/edges', async (c) => {
    const { ids: list } = await readJson(c, settings.bodyBytes, posted)
    return c.json(await among(list, c.req.raw.signal), 200, { 'Cache-Control': 'no-store' })
  })
}
