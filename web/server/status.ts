import type { Hono } from 'hono'
import { z } from 'zod'
import type { StatusAnswer } from '../api.ts'
import { sendAnswer } from './answers.ts'
import { readQuery } from './parameters.ts'
import type { Served, ServerEnv } from './served.ts'

/** GET /status: which graph is open and what is in it. */
export function addStatusRoute(api: Hono<ServerEnv>, served: Served): void {
  api.get('/status', async (c) => {
    readQuery(c.req.url, z.strictObject({}))
    const { store, engine, version, extractor, updating, counts, memoryLimitText } = await served.reader.status()
    const { papergraph, graph, name } = served.info
    const { nodes, relationships } = counts
    const body: StatusAnswer = {
      ...{ papergraph, graph, name, store, engine, version, extractor, updating },
      ...{ nodes, relationships, memoryLimit: memoryLimitText },
    }
    return sendAnswer(c, served, body, body)
  })
}
