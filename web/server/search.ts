import type { Hono } from 'hono'
import { z } from 'zod'
import type { SearchAnswer } from '../api.ts'
import { sendAnswer } from './answers.ts'
import { count, readQuery, text, year } from './parameters.ts'
import type { Served, ServerEnv } from './served.ts'

const query = z.strictObject({
  q: text(500),
  limit: count(1, 50, 12),
  from: year,
  to: year,
  type: z
    .array(z.enum(['paper', 'method', 'model', 'benchmark', 'topic', 'repo'], 'must be a type of node'))
    .max(6, 'may be given six times')
    .optional(),
})

/** GET /search: papers, concepts and repositories by name; with `from` or `to` papers of those years. */
export function addSearchRoute(api: Hono<ServerEnv>, served: Served): void {
  api.get('/search', async (c) => {
    const { q, limit, type, from, to } = readQuery(c.req.url, query)
    const { hits, version } = await served.reader.search(q, {
      limit,
      ...(type === undefined ? {} : { types: type }),
      ...(from === undefined ? {} : { fromYear: from }),
      ...(to === undefined ? {} : { toYear: to }),
    })
    const body: SearchAnswer = { version, hits }
    return sendAnswer(c, served, { version, updating: false }, body)
  })
}
