import { z } from 'zod'
import { type CatalogueEntry, loadCatalogue } from '../../../queries/catalogue.ts'
import type { Answer } from '../../../queries/reader.ts'
import { MOST_ROWS, rowsInput, tableOutput } from '../row-fields.ts'
import { shortRows } from '../short-rows.ts'
import { type Extent, extentWords } from '../shown.ts'
import type { Tool } from '../tool.ts'

const input = z.strictObject({
  question: z.string().min(1).max(200).describe('The name of a question, as list_questions gives it.'),
  parameters: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
    .default({})
    .describe('Its parameters by name. Where one takes an id, an exact name will do.'),
  rows: rowsInput,
})

export const askQuestionTool: Tool<z.output<typeof input>, z.output<typeof tableOutput>> = {
  name: 'ask_question',
  title: 'Ask a question of the catalogue',
  description:
    'Ask one of the questions that list_questions lists and get its rows. Examples: {"question": "shared-benchmarks", "parameters": {"paper": "arxiv:1810.04805"}}; {"question": "benchmark-table", "parameters": {"benchmark": "ImageNet"}}; {"question": "paths", "parameters": {"from": "arxiv:1810.04805", "to": "ImageNet"}}. A wrong parameter gives an error that says what it takes.',
  input,
  output: tableOutput,
  async answer({ question, parameters, rows }, { reader, signal }) {
    const entry = loadCatalogue().get(question)
    const answer = await reader.run(entry.name, parameters, signal)
    const short = shortRows(answer, rows)
    const extent = extentOf(entry, parameters, answer, short.length)
    const next = nextStep(entry, extent, short.length < Math.min(rows, answer.rows.length))
    return {
      rows: short,
      shown: extentWords(extent),
      ...(next === undefined ? {} : { next }),
      ...(answer.updating ? { updating: true } : {}),
      version: answer.version,
    }
  },
}

function extentOf(
  entry: CatalogueEntry,
  given: Readonly<Record<string, unknown>>,
  { columns, rows }: Answer,
  shown: number,
): Extent {
  const offset = Number(given.offset ?? 0)
  // Some questions count what they leave out.
  const at = columns.indexOf('total')
  const totals = new Set(at < 0 ? [] : rows.map((row) => row[at]))
  const [total] = totals
  if (totals.size === 1 && typeof total === 'number') return { shown, total, offset }
  if (rows.length === 0) return { shown, total: 0 }
  const limit = Number(given.limit ?? entry.parameters.find(({ name }) => name === 'limit')?.default)
  return { shown, total: offset + rows.length, offset, isOpen: rows.length >= limit }
}

function nextStep(entry: CatalogueEntry, extent: Extent, isTooLong: boolean): string | undefined {
  const { shown, total, offset = 0, isOpen = false } = extent
  if (offset + shown >= total && !isOpen) return undefined
  const has = (wanted: string): boolean => entry.parameters.some(({ name }) => name === wanted)
  if (has('offset')) return `For more, ask again with "offset": ${offset + shown} among the parameters.`
  if (isTooLong) return 'The answer is too long to show more of it: choose narrower parameters.'
  if (shown < total && shown < MOST_ROWS) return `For more, ask again with "rows": ${Math.min(MOST_ROWS, total)}.`
  return has('limit') ? 'There may be more: ask again with a larger "limit" among the parameters.' : undefined
}
