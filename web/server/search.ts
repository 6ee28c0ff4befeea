import { z } from 'zod'
import { nodeType, searchAnswer } from '../api.ts'
import type { ApiRoutes } from './api-routes.ts'
import { count, text, year } from './parameters.ts'
import type { Served } from './served.ts'

const query = z.strictObject({
  q: text(500).describe('The words to search for; the last one may be unfinished'),
  limit: count(1, 50, 12).describe('At most so many nodes; more than 50 count as 50'),
  from: year.describe('Only papers of this year or later'),
  to: year.describe('Only papers of this year or earlier'),
  type: z
    .array(nodeType)
    .max(6, 'may be given six times')
    .optional()
    .describe('Only nodes of this type; may be given several times'),
})

/** GET /search: papers, concepts and repositories by name; with `from` or `to` papers of those years. */
export function addSearchRoute(routes: ApiRoutes, served: Served): void {
  routes.add(
    {
      ...{ method: 'get', path: '/search', name: 'search', tag: 'graph', query, answer: searchAnswer },
      summary: 'Search for nodes by name',
      description:
        'Papers by title and author, concepts by name and alias, repositories by name; forgives misspellings.',
    },
    async ({ query: { q, limit, type, from, to } }) => {
      const { hits, version } = await served.reader.search(q, {
        limit,
        ...(type === undefined ? {} : { types: type }),
        ...(from === undefined ? {} : { fromYear: from }),
        ...(to === undefined ? {} : { toYear: to }),
      })
      return { state: { version, updating: false }, body: { version, hits } }
    },
  )
}
