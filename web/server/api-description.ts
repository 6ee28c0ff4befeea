import { sendAnswer } from './answers.ts'
import type { ApiRoutes } from './api-routes.ts'
import { type OpenApiDocument, openApiOf } from './openapi.ts'
import type { Served } from './served.ts'

/** GET /openapi.json: the API for programs. */
export function addDescription(routes: ApiRoutes, served: Served, needsToken: boolean): void {
  const other = { method: 'get', tag: 'server' } as const
  routes.describe({
    ...other,
    path: '/openapi.json',
    name: 'getOpenApi',
    summary: 'This API as an OpenAPI 3.1 document',
    otherAnswers: { 'application/json': 'An OpenAPI 3.1 document' },
  })
  let made: OpenApiDocument | undefined
  const document = (): OpenApiDocument => {
    made ??= openApiOf(routes.declared, { version: served.info.papergraph, needsToken })
    return made
  }
  // It comes with the program, whatever graph is open.
  const state = { version: '', updating: false }
  routes.hono.get('/openapi.json', (c) => sendAnswer(c, served, state, document()))
}
