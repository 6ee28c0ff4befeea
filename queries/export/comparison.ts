import { z } from 'zod'
import { readRows } from '../rows.ts'
import type { Rows, Value } from '../store/store.ts'

const row = z.object({
  name: z.string(),
  type: z.string(),
  papers: z.array(
    z.object({ id: z.string(), title: z.string().nullish(), role: z.string(), scores: z.array(z.string()) }),
  ),
})

/**
 * The answer of `compare` as people print it: a column for each paper, a line for each thing, and in the cell what the paper
 * does with it and the scores that it states.
 */
export function comparisonTable(answer: Rows): Rows {
  const things = readRows(answer, row)
  const titles = new Map(things.flatMap(({ papers }) => papers.map(({ id, title }) => [id, title || id] as const)))
  const ids = [...titles.keys()].sort()
  const rows = things.map(({ name, type, papers }): Value[] => [
    name,
    type,
    ...ids.map((id) => {
      const said = papers.find((paper) => paper.id === id)
      if (said === undefined) return null
      return [said.role, ...said.scores].join('; ')
    }),
  ])
  return { columns: ['name', 'type', ...ids.map((id) => titles.get(id) ?? id)], rows, truncated: answer.truncated }
}
