import { z } from 'zod'
import { PapergraphError } from '../../../errors.ts'
import { RELATIONSHIP_TYPES } from '../../../queries/model.ts'
import { readRows } from '../../../queries/rows.ts'
import type { EdgeAnswer } from '../../api.ts'
import { describeEdge } from '../../server/edges.ts'
import { fromOneVersion } from '../../server/one-version.ts'
import { edgeRow, nodeRow } from '../../server/rows.ts'
import { toApiNode } from '../../server/shapes.ts'
import { markedText } from '../marked-text.ts'
import { shortText } from '../short-rows.ts'
import { extentWords } from '../shown.ts'
import { idOrName, rounded, thing, toThing } from '../thing.ts'
import type { Tool } from '../tool.ts'

const MOST_RELATIONSHIPS = 10
const LONGEST_SENTENCE = 2_000

const input = z.strictObject({
  from: idOrName('one thing, often a paper'),
  to: idOrName('the other thing'),
  relationship: z.enum(RELATIONSHIP_TYPES).optional().describe('Only this type; all between the two without it.'),
})
const said = z.object({
  relationship: z.enum(RELATIONSHIP_TYPES),
  from: z.string(),
  to: z.string(),
  as: z.string().optional(),
  value: z.string().optional().describe('Of SCORES: the number as written, with what is known of it.'),
  sentence: z.string().optional().describe('The words of the paper, the names that say so between ⟦ and ⟧.'),
  paper: z.string().optional().describe('The paper whose words these are.'),
  mentions: z.number().optional().describe('How often the paper says so.'),
  rule: z.string().optional().describe('What found it.'),
  confidence: z.number().optional().describe('How sure that is, 0 to 1.'),
})
const output = z.object({
  from: thing,
  to: thing,
  relationships: z.array(said),
  shown: z.string(),
  version: z.string().describe('The version of the graph.'),
})

export const getEvidenceTool: Tool<z.output<typeof input>, z.output<typeof output>> = {
  name: 'get_evidence',
  title: 'Who says so?',
  description:
    'The words behind a link: every relationship between two things, in either direction, with the sentence it rests on and the names marked ⟦so⟧, what found it and how sure that is. Use it before you claim that a paper introduces, uses or scores something. Example: {"from": "arxiv:1810.04805", "to": "glue"}.',
  input,
  output,
  async answer({ from, to, relationship }, { reader, signal }) {
    const { value, version } = await fromOneVersion(reader, signal, async (ask) => {
      const [one] = readRows(await ask('node', { node: from }), nodeRow)
      const [other] = readRows(await ask('node', { node: to }), nodeRow)
      if (one === undefined || other === undefined)
        throw new PapergraphError('not-found', `There is no "${one === undefined ? from : to}" in the graph.`)
      if (one.id === other.id)
        throw new PapergraphError('query-invalid', `"from" and "to" both mean ${one.id}: give two different things.`)
      const among = readRows(await ask('edges-among', { ids: [one.id, other.id] }), edgeRow)
      const wanted = among.filter((edge) => relationship === undefined || edge.relationship === relationship)
      const edges = wanted
        .slice(0, MOST_RELATIONSHIPS)
        .map(({ relationship: type, from, to, key }) => describeEdge({ from, type, to, key }, ask))
      return { one, other, among: wanted.length, edges: await Promise.all(edges) }
    })
    const { one, other, among, edges } = value
    if (edges.length === 0)
      throw new PapergraphError(
        'not-found',
        `There is no ${relationship ?? 'relationship'} between ${one.id} and ${other.id}; ask_question "paths" finds ways that are longer.`,
      )
    return {
      from: toThing(toApiNode(one)),
      to: toThing(toApiNode(other)),
      relationships: edges.map(toSaid),
      shown: extentWords({ shown: edges.length, total: among }),
      version,
    }
  },
}

function toSaid({ edge, evidence, properties }: Omit<EdgeAnswer, 'version'>): z.output<typeof said> {
  const { type: relationship, from, to, key } = edge
  const { text, unit, metric, system, kind, paper } = properties
  const score = [text, unit, metric, kind, system === '' ? '' : `of ${String(system)}`].filter((word) => word !== '')
  return {
    ...{ relationship, from, to },
    ...(relationship === 'SCORES' ? { value: shortText(score.map(String).join(', ')) } : {}),
    ...(relationship === 'INTRODUCES' || relationship === 'USES' ? { as: key } : {}),
    ...(evidence === undefined
      ? {}
      : {
          sentence: shortText(markedText(evidence.sentence, evidence.marks), LONGEST_SENTENCE),
          mentions: evidence.surfaces.length,
          rule: evidence.rule,
        }),
    paper: typeof paper === 'string' ? paper : from,
    confidence: rounded(edge.confidence),
  }
}
