import { statusAnswer } from '../api.ts'
import type { ApiRoutes } from './api-routes.ts'
import type { Served } from './served.ts'

/** GET /status: which graph is open and what is in it. */
export function addStatusRoute(routes: ApiRoutes, served: Served): void {
  routes.add(
    {
      ...{ method: 'get', path: '/status', name: 'getStatus', tag: 'server', answer: statusAnswer },
      summary: 'Which graph is open and what it holds',
    },
    async () => {
      const { store, engine, version, extractor, updating, counts, memoryLimitText } = await served.reader.status()
      const { papergraph, graph, name } = served.info
      const { nodes, relationships } = counts
      const body = {
        ...{ papergraph, graph, name, store, engine, version, extractor, updating },
        ...{ nodes, relationships, memoryLimit: memoryLimitText },
      }
      return { state: body, body }
    },
  )
}
