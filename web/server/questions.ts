import { z } from 'zod'
import type { Answer } from '../../queries/reader.ts'
import { queriesAnswer, type TableAnswer, tableAnswer, value } from '../api.ts'
import { answerLines, LINES, LINES_WORDS, wantsLines } from './answer-lines.ts'
import { sendAnswer, sendKept } from './answers.ts'
import type { ApiRoutes } from './api-routes.ts'
import { queryStrings } from './parameters.ts'
import { problemOf } from './problems.ts'
import { describeQuestion } from './question-entry.ts'
import { pagesOf } from './question-pages.ts'
import type { Served } from './served.ts'
import { answerOrWait, type OnQueue } from './waiting-lines.ts'

/** Of numbers that are cut down to the server's limits anyway. */
const LARGEST = 2 ** 31 - 1

/** GET /queries and /query/NAME: the catalogue. POST /cypher: what a person typed. */
export function addQuestionRoutes(routes: ApiRoutes, served: Served): void {
  addCatalogue(routes, served)
  addCypher(routes, served)
}

function addCatalogue(routes: ApiRoutes, served: Served): void {
  const { reader, questions } = served
  routes.add(
    {
      ...{ method: 'get', path: '/queries', name: 'getQuestions', tag: 'questions', answer: queriesAnswer },
      summary: 'Which questions there are, with their parameters and their Cypher',
    },
    () => {
      const queries = questions.list().map(({ name, title, description, parameters, shape, text }) => ({
        ...{ name, title, description, shape, text },
        parameters: parameters.map(({ name, type, description, idOf, oneOf, from, to, default: otherwise }) => ({
          ...{ name, type, description },
          ...(idOf === undefined ? {} : { idOf }),
          ...(oneOf === undefined ? {} : { oneOf }),
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
          ...(otherwise === undefined ? {} : { default: otherwise }),
        })),
      }))
      // The questions come with the program, whatever graph is open.
      return { state: { version: '', updating: false }, body: { queries } }
    },
  )

  for (const question of questions.list()) routes.describe(describeQuestion(question))
  routes.hono.get('/query/:name', async (c) => {
    const name = c.req.param('name')
    const { cursor: given, ...texts } = queryStrings(c.req.url)
    // One value is a text, several are a list; the catalogue says what each question takes, and checks it.
    const parameters = Object.fromEntries(
      Object.entries(texts).map(([key, values]) => [key, values.length === 1 ? values[0] : values]),
    )
    const pages = pagesOf(questions, name, parameters, given)
    const answer = await reader.run(name, pages.parameters, c.req.raw.signal)
    const table = { ...toTable(answer), ...pages.next(answer) }
    if (!wantsLines(c)) return sendAnswer(c, served, answer, table)
    return sendKept(c, served, answer, 'lines', () => c.body(answerLines(table), 200, { 'Content-Type': LINES }))
  })
}

function addCypher(routes: ApiRoutes, { reader, settings }: Served): void {
  const { cypherTimeoutMs, cypherRows } = settings
  const aboveZero = z
    .int('must be a whole number')
    .positive('must be above 0')
    .max(LARGEST, `must be at most ${LARGEST}`)
  const body = z.strictObject({
    text: z
      .string('must be a text')
      .min(1, 'must not be empty')
      .max(100_000, 'must have at most 100000 characters')
      .describe('One statement that reads'),
    parameters: z.record(z.string(), value, 'must be an object').optional().describe('Its parameters by name'),
    timeoutMs: aboveZero
      .optional()
      .describe(`End it so long after its start; more than ${cypherTimeoutMs} counts as ${cypherTimeoutMs}`),
    maxRows: aboveZero
      .optional()
      .describe(`Cut it off after so many rows; more than ${cypherRows} count as ${cypherRows}`),
  })
  routes.add(
    {
      ...{ method: 'post', path: '/cypher', name: 'runCypher', tag: 'cypher', body, answer: tableAnswer },
      summary: 'Run one Cypher statement that reads',
      description:
        'What would write, or reach files or the network, is refused (403). Two run at once, some wait, then 503. Close the ' +
        'connection to end a run.',
      otherAnswers: {
        [LINES]: `${LINES_WORDS}. While it waits for its turn, {"waiting": how many are ahead} comes before; {"problem": …} is the last where it then fails`,
      },
    },
    async ({ body: { text, parameters, timeoutMs, maxRows }, signal, c }) => {
      const run = async (onQueue?: OnQueue): Promise<TableAnswer> =>
        toTable(
          await reader.cypher(text, parameters ?? {}, {
            timeoutMs: Math.min(timeoutMs ?? cypherTimeoutMs, cypherTimeoutMs),
            maxRows: Math.min(maxRows ?? cypherRows, cypherRows),
            // When the client goes away, nobody waits for the rest of a run.
            signal,
            ...(onQueue === undefined ? {} : { onQueue }),
          }),
        )
      if (!wantsLines(c)) {
        const table = await run()
        return { state: table, body: table }
      }
      const told = await answerOrWait(run, (error) => problemOf(error, c.get('requestId')))
      const headers = { 'Content-Type': LINES, 'Cache-Control': 'no-store' }
      if (!(told instanceof ReadableStream)) return c.body(answerLines(told), 200, headers)
      // Packing would hold the lines back until there are many.
      return c.body(told, 200, { ...headers, 'Cache-Control': 'no-store, no-transform' })
    },
  )
}

function toTable({ version, updating, columns, rows, truncated, tookMs, notices }: Answer): TableAnswer {
  return { version, updating, columns, rows, truncated, tookMs, ...(notices === undefined ? {} : { notices }) }
}
