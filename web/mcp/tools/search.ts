import { z } from 'zod'
import { shortText } from '../short-rows.ts'
import { extentWords } from '../shown.ts'
import { kind } from '../thing.ts'
import type { Tool } from '../tool.ts'

const year = z.int().min(1000).max(9999)
const input = z.strictObject({
  query: z
    .string()
    .min(1)
    .max(500)
    .describe('A name, a part of one, or words of a title or abstract. Slips are forgiven. Not a sentence.'),
  types: z.array(kind).max(6).default([]).describe('Only these kinds of things; all without it.'),
  fromYear: year.optional().describe('Only papers of this year or later.'),
  toYear: year.optional().describe('Only papers of this year or earlier.'),
  limit: z.int().min(1).max(50).default(10).describe('At most so many.'),
})
const output = z.object({
  hits: z.array(
    z.object({
      id: z.string(),
      type: kind,
      name: z.string(),
      papers: z.number().optional().describe('How many papers name it.'),
      year: z.number().optional(),
      detail: z.string().optional().describe('First authors, or the alias that matched.'),
    }),
  ),
  shown: z.string(),
  next: z.string().optional(),
  version: z.string().describe('The version of the graph.'),
})

export const searchTool: Tool<z.output<typeof input>, z.output<typeof output>> = {
  name: 'search',
  title: 'Search papers and concepts',
  description:
    'Find papers, methods, models, benchmarks, topics and code repositories by name or by words, best match first. The way to get the ids that the other tools take. Example: {"query": "imagenet", "types": ["benchmark"]}.',
  input,
  output,
  async answer({ query, types, fromYear, toYear, limit }, { reader }) {
    // One more than asked for tells whether there are more.
    const { hits, version } = await reader.search(query, {
      ...{ limit: limit + 1, types },
      ...(fromYear === undefined ? {} : { fromYear }),
      ...(toYear === undefined ? {} : { toYear }),
    })
    const shown = hits.slice(0, limit).map(({ id, type, name, papers, year, detail }) => ({
      ...{ id, type, name: shortText(name) },
      ...(papers === undefined ? {} : { papers }),
      ...(year === undefined ? {} : { year }),
      ...(detail === undefined ? {} : { detail: shortText(detail) }),
    }))
    const isMore = hits.length > limit
    const next = nextStep(shown.length, isMore)
    return {
      hits: shown,
      shown: extentWords({ shown: shown.length, total: hits.length, isOpen: isMore }),
      ...(next === undefined ? {} : { next }),
      version,
    }
  },
}

function nextStep(found: number, isMore: boolean): string | undefined {
  if (found === 0) return 'Nothing is called so: try fewer or other words, or leave types and years out.'
  return isMore ? 'There are more: say types, years or more words, or a larger limit (at most 50).' : undefined
}
