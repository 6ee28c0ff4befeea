import { z } from 'zod'
import { PapergraphError } from '../../../errors.ts'
import { readRows } from '../../../queries/rows.ts'
import { fromOneVersion } from '../../server/one-version.ts'
import { nodeRow } from '../../server/rows.ts'
import { toApiNode } from '../../server/shapes.ts'
import { shortText } from '../short-rows.ts'
import { extentWords } from '../shown.ts'
import { idOrName, kind, thing, toThing } from '../thing.ts'
import type { Tool } from '../tool.ts'

const MOST_THINGS = 100
/** What some papers name together is counted up to here. */
const MOST_COUNTED = 1_000

const input = z.strictObject({
  papers: z.array(idOrName('a paper')).min(2).max(8).describe('Two to eight papers.'),
  things: z.int().min(1).max(MOST_THINGS).default(25).describe('At most so many things that they name.'),
})
const compared = z.object({
  id: z.string(),
  name: z.string(),
  type: kind,
  common: z.number().describe('How many of the papers name it.'),
  papers: z.array(
    z.object({
      id: z.string(),
      role: z.string().describe('introduces, uses, about, links or scores.'),
      scores: z.array(z.string()).optional().describe('Numbers that the paper states on it.'),
    }),
  ),
})
const output = z.object({
  papers: z.array(thing),
  things: z.array(compared),
  shown: z.string(),
  next: z.string().optional(),
  version: z.string().describe('The version of the graph.'),
})
const row = z.object({
  id: z.string(),
  name: z.string(),
  type: kind,
  common: z.number(),
  papers: z.array(z.object({ id: z.string(), role: z.string(), scores: z.array(z.string()) })),
})

export const comparePapersTool: Tool<z.output<typeof input>, z.output<typeof output>> = {
  name: 'compare_papers',
  title: 'Put papers side by side',
  description:
    'What two to eight papers have in common and what sets them apart: methods, models, benchmarks with the scores that each states, topics, repositories; what most of them share comes first. Example: {"papers": ["arxiv:1706.03762", "arxiv:1810.04805"]}. To find papers that share something with one paper, ask_question "shared-combined" instead.',
  input,
  output,
  async answer({ papers, things }, { reader, signal }) {
    const { value, version } = await fromOneVersion(reader, signal, async (ask) => {
      const nodes = await Promise.all(papers.map(async (node) => readRows(await ask('node', { node }), nodeRow)[0]))
      const known = [
        ...new Map(nodes.flatMap((node) => (node === undefined ? [] : [[node.id, node] as const]))).values(),
      ]
      const other = known.find(({ type }) => type !== 'paper')
      if (other !== undefined)
        throw new PapergraphError('query-invalid', `${other.id} is a ${other.type}: compare_papers takes papers only.`)
      if (known.length < 2) throw new PapergraphError('query-invalid', 'Give at least two different papers.')
      const answer = await ask('compare', { papers: known.map(({ id }) => id), limit: MOST_COUNTED })
      return { known, rows: readRows(answer, row) }
    })
    const shown = value.rows.slice(0, things)
    const total = value.rows.length
    return {
      papers: value.known.map((node) => toThing(toApiNode(node))),
      things: shown.map(({ papers, name, ...thing }) => ({
        ...thing,
        name: shortText(name),
        papers: papers.map(({ id, role, scores }) => ({
          ...{ id, role },
          ...(scores.length === 0 ? {} : { scores: scores.slice(0, 10).map((score) => shortText(score)) }),
        })),
      })),
      shown: extentWords({ shown: shown.length, total, isOpen: total === MOST_COUNTED }),
      ...(shown.length < total ? { next: `For more: "things" up to ${MOST_THINGS}.` } : {}),
      version,
    }
  },
}
