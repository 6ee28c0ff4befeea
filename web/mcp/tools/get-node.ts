import { z } from 'zod'
import { RELATIONSHIP_TYPES } from '../../../queries/model.ts'
import type { NodeAnswer } from '../../api.ts'
import { describeNode } from '../../server/node.ts'
import { fromOneVersion } from '../../server/one-version.ts'
import { shortText, shortValue } from '../short-rows.ts'
import { extentWords } from '../shown.ts'
import { idOrName, rounded, thing, toThing } from '../thing.ts'
import type { Tool } from '../tool.ts'

const MOST_SCORES = 10
const LONGEST_ABSTRACT = 6_000

const input = z.strictObject({
  node: idOrName('a paper, a concept or a repository'),
  links: z.int().min(0).max(25).default(5).describe('At most so many links of each kind.'),
})
const link = thing.extend({
  as: z.string().optional().describe('What it is used as.'),
  own: z.boolean().optional().describe('Of a repository: the authors’ own release.'),
  confidence: z.number(),
})
const output = z.object({
  ...thing.shape,
  aliases: z.array(z.string()),
  abstract: z.string().optional(),
  authors: z.array(z.string()).optional(),
  venue: z.string().optional(),
  published: z.string().optional(),
  pages: z.array(z.string()).describe('Addresses about it.'),
  links: z.array(
    z.object({
      relationship: z.enum(RELATIONSHIP_TYPES),
      direction: z.enum(['out', 'in']).describe('out: it begins at this node; in: it ends here.'),
      shown: z.string(),
      things: z.array(link),
    }),
  ),
  scores: z
    .array(z.record(z.string(), z.unknown()))
    .describe('Numbers that the paper states, or stated on the benchmark.'),
  scoresShown: z.string().optional(),
  next: z.string().optional(),
  version: z.string().describe('The version of the graph.'),
})

export const getNodeTool: Tool<z.output<typeof input>, z.output<typeof output>> = {
  name: 'get_node',
  title: 'Look at a paper, a concept or a repository',
  description:
    'What one thing is: a paper’s title, abstract, authors and what it names; a concept’s aliases, the papers that introduce and use it, its variants; scores. Links come surest first, with ids to go on. Example: {"node": "arxiv:1810.04805"} or {"node": "BERT"}. The words behind a link: get_evidence.',
  input,
  output,
  async answer({ node, links }, { reader, signal }) {
    const { value, version } = await fromOneVersion(reader, signal, (ask) =>
      describeNode(node, Math.max(links, 1), ask),
    )
    const isMore = value.groups.some(({ total }) => total > links)
    return {
      ...toThing(value.node),
      aliases: value.aliases.slice(0, 12).map((alias) => shortText(alias)),
      ...paperFields(value),
      pages: value.links.map(({ url }) => url),
      links: value.groups.map((group) => linksOf(group, links)),
      ...scoresOf(value),
      ...(isMore
        ? {
            next: `More links: ask_question with {"question": "node-links", "parameters": {"node": ${JSON.stringify(value.node.id)}, "relationships": ["USES"], "offset": ${links}}}.`,
          }
        : {}),
      version,
    }
  },
}

function paperFields({ abstract, authors, venue, published }: NodeAnswer | Omit<NodeAnswer, 'version'>) {
  return {
    ...(abstract === undefined ? {} : { abstract: shortText(abstract, LONGEST_ABSTRACT) }),
    ...(authors === undefined ? {} : { authors: authors.slice(0, 25).map((author) => shortText(author)) }),
    ...(venue === undefined ? {} : { venue: shortText(venue) }),
    ...(published === undefined ? {} : { published }),
  }
}

function linksOf({ relationship, direction, total, links }: NodeAnswer['groups'][number], most: number) {
  const things = links.slice(0, most).map(({ edge, other }) => ({
    ...toThing(other),
    ...(['INTRODUCES', 'USES'].includes(edge.type) ? { as: edge.key } : {}),
    ...(edge.own === undefined ? {} : { own: edge.own }),
    confidence: rounded(edge.confidence),
  }))
  return { relationship, direction, shown: extentWords({ shown: things.length, total }), things }
}

function scoresOf({ node, scores }: Omit<NodeAnswer, 'version'>) {
  const shown = scores.slice(0, MOST_SCORES).map(({ paper, benchmark, sentence: _sentence, ...score }) => {
    const end = node.type === 'paper' ? { benchmark: benchmark.id, name: benchmark.label } : { paper: paper.id }
    const said = Object.entries({ ...end, ...score }).filter(([, value]) => value !== '')
    return Object.fromEntries(said.map(([name, value]) => [name, shortValue(value)]))
  })
  const words = extentWords({ shown: shown.length, total: scores.length })
  return {
    scores: shown,
    ...(scores.length > MOST_SCORES ? { scoresShown: `${words}; ask_question "scores" has all` } : {}),
  }
}
