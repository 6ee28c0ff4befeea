import { z } from 'zod'
import { readRows } from '../../queries/rows.ts'
import { ingestsAnswer } from '../api.ts'
import type { ApiRoutes } from './api-routes.ts'
import { checkCursor, cursor, readCursor, writeCursor } from './cursors.ts'
import { count } from './parameters.ts'
import { ingestRow } from './rows.ts'
import type { Served } from './served.ts'

const query = z.strictObject({
  limit: count(1, 1000, 100).describe('At most so many ingests; more than 1000 count as 1000'),
  cursor,
})

/** GET /ingests: which ingests the graph's papers came with. */
export function addIngestsRoute(routes: ApiRoutes, served: Served): void {
  routes.add(
    {
      ...{ method: 'get', path: '/ingests', name: 'getIngests', tag: 'ingest', query, answer: ingestsAnswer },
      summary: 'The ingests that the papers came with, the last one first',
      problems: [410],
    },
    async ({ query: { limit, cursor: given }, signal }) => {
      const at = readCursor(given, { limit })
      const offset = at?.offset ?? 0
      const answer = await served.reader.run('ingests', { limit, offset }, signal)
      const { version, updating } = answer
      checkCursor(at, version)
      const rows = readRows(answer, ingestRow)
      const total = rows[0]?.total ?? 0
      const end = offset + rows.length
      const body = {
        version,
        ingests: rows.map(({ ingest, papers, firstYear, lastYear }) => ({
          ...{ ingest, papers },
          ...(firstYear === undefined ? {} : { firstYear }),
          ...(lastYear === undefined ? {} : { lastYear }),
        })),
        ...(end < total ? { next: writeCursor({ version, offset: end }, { limit }) } : {}),
      }
      return { state: { version, updating }, body }
    },
  )
}
