import { z } from 'zod'
import { type CatalogueEntry, loadCatalogue } from '../../../queries/catalogue.ts'
import { ANSWER_SHAPES, PARAMETER_TYPES } from '../../../queries/catalogue-entry.ts'
import type { Tool } from '../tool.ts'

const input = z.strictObject({
  question: z
    .string()
    .max(200)
    .optional()
    .describe('The name of one question, to read all about it; without it all questions are listed in short.'),
})
const parameter = z.object({
  name: z.string(),
  type: z.enum(PARAMETER_TYPES),
  description: z.string(),
  isId: z.string().optional().describe('Takes the id, or the exact name, of such a thing.'),
  default: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional(),
  oneOf: z.array(z.string()).optional(),
  from: z.number().optional(),
  to: z.number().optional(),
})
const output = z.object({
  questions: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      needs: z.array(z.string()).describe('Parameters that must be given.'),
      description: z.string().optional(),
      shape: z.enum(ANSWER_SHAPES).optional(),
      parameters: z.array(parameter).optional(),
      columns: z.array(z.object({ name: z.string(), description: z.string() })).optional(),
    }),
  ),
  next: z.string(),
})

export const listQuestionsTool: Tool<z.output<typeof input>, z.output<typeof output>> = {
  name: 'list_questions',
  title: 'List the questions of the catalogue',
  description:
    'The questions that have a name, for ask_question: what papers share, similar papers, benchmark tables, scores, histories, paths between two things, reading lists, what rises, likely duplicates, counts. Without input: name, title and what each needs. With {"question": "shared-benchmarks"}: its parameters and columns.',
  input,
  output,
  async answer({ question }) {
    if (question === undefined)
      return {
        questions: loadCatalogue().list().map(inShort),
        next: 'list_questions with a name tells its parameters; ask_question asks it.',
      }
    const entry = loadCatalogue().get(question)
    return { questions: [inFull(entry)], next: `ask_question with {"question": "${entry.name}", "parameters": {…}}.` }
  },
}

const inShort = ({ name, title, parameters }: CatalogueEntry) => ({
  name,
  title,
  needs: parameters.filter((parameter) => parameter.default === undefined).map((parameter) => parameter.name),
})

function inFull(entry: CatalogueEntry) {
  const { description, shape, columns } = entry
  const parameters = entry.parameters.map(({ name, type, description, idOf, oneOf, from, to, default: value }) => ({
    ...{ name, type, description },
    ...(idOf === undefined ? {} : { isId: idOf }),
    ...(value === undefined ? {} : { default: value }),
    ...(oneOf === undefined ? {} : { oneOf }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }))
  return { ...inShort(entry), description, shape, parameters, columns }
}
