import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { Answer } from '../../queries/reader.ts'
import type { Value } from '../../queries/store/store.ts'
import type { QueriesAnswer, TableAnswer } from '../api.ts'
import { sendAnswer } from './answers.ts'
import { queryStrings, readQuery } from './parameters.ts'
import { readJson } from './request-body.ts'
import type { Served, ServerEnv } from './served.ts'

/** GET /queries and /query/NAME: the catalogue. POST /cypher: what a person typed. */
export function addQuestionRoutes(api: Hono<ServerEnv>, served: Served): void {
  const { reader, questions, settings } = served

  api.get('/queries', (c) => {
    readQuery(c.req.url, z.strictObject({}))
    const queries = questions.list().map(({ name, title, description, parameters, shape, text }) => ({
      ...{ name, title, description, shape, text },
      parameters: parameters.map(({ name, type, description, idOf, oneOf, default: value }) => ({
        ...{ name, type, description },
        ...(idOf === undefined ? {} : { idOf }),
        ...(oneOf === undefined ? {} : { oneOf }),
        ...(value === undefined ? {} : { default: value }),
      })),
    }))
    const body: QueriesAnswer = { queries }
    // The questions come with the program, whatever graph is open.
    return sendAnswer(c, served, { version: '', updating: false }, body)
  })

  api.get('/query/:name', async (c) => {
    // One value is a text, several are a list; the catalogue says what each question takes.
    const given = Object.entries(queryStrings(c.req.url))
    const parameters = Object.fromEntries(
      given.map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
    )
    const answer = await reader.run(c.req.param('name'), parameters, c.req.raw.signal)
    return sendAnswer(c, served, answer, toTable(answer))
  })

  const typed = z.strictObject({
    text: z.string('must be a text').min(1, 'must not be empty').max(100_000, 'must have at most 100000 characters'),
    parameters: z
      .record(
        z.string(),
        z.custom<Value>(() => true),
        'must be an object',
      )
      .optional(),
    timeoutMs: z.int('must be a whole number').positive('must be above 0').optional(),
    maxRows: z.int('must be a whole number').positive('must be above 0').optional(),
  })
  api.post('/cypher', async (c: Context<ServerEnv>) => {
    const { text, parameters, timeoutMs, maxRows } = await readJson(c, settings.bodyBytes, typed)
    const answer = await reader.cypher(text, parameters ?? {}, {
      timeoutMs: Math.min(timeoutMs ?? settings.cypherTimeoutMs, settings.cypherTimeoutMs),
      maxRows: Math.min(maxRows ?? settings.cypherRows, settings.cypherRows),
      // When the client goes away, nobody waits for the rest of a run.
      signal: c.req.raw.signal,
    })
    return c.json(toTable(answer), 200, { 'Cache-Control': 'no-store' })
  })
}

function toTable({ version, updating, columns, rows, truncated, tookMs, notices }: Answer): TableAnswer {
  return { version, updating, columns, rows, truncated, tookMs, ...(notices === undefined ? {} : { notices }) }
}
