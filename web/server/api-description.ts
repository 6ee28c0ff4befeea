import { sendAnswer } from './answers.ts'
import type { ApiRoutes } from './api-routes.ts'
import { docsPage } from './docs-page.ts'
import { DOCS_STYLE } from './docs-style.ts'
import { type OpenApiDocument, openApiOf } from './openapi.ts'
import type { Served } from './served.ts'

/** GET /openapi.json: the API for programs. GET /docs: the same for people. */
export function addDescription(routes: ApiRoutes, served: Served, needsToken: boolean): void {
  const other = { method: 'get', tag: 'server' } as const
  routes.describe({
    ...other,
    path: '/openapi.json',
    name: 'getOpenApi',
    summary: 'This API as an OpenAPI 3.1 document',
    otherAnswers: { 'application/json': 'An OpenAPI 3.1 document' },
  })
  routes.describe({
    ...other,
    path: '/docs',
    name: 'getDocs',
    summary: 'This API as a page to read',
    otherAnswers: { 'text/html': 'A page' },
  })
  let made: OpenApiDocument | undefined
  const document = (): OpenApiDocument => {
    made ??= openApiOf(routes.declared, { version: served.info.papergraph, needsToken })
    return made
  }
  // It comes with the program, whatever graph is open.
  const state = { version: '', updating: false }
  routes.hono.get('/openapi.json', (c) => sendAnswer(c, served, state, document()))
  const kept = { 'Cache-Control': 'private, no-cache' }
  routes.hono.get('/docs', async (c) => c.html(docsPage(document()), 200, kept))
  routes.hono.get('/docs.css', (c) => c.text(DOCS_STYLE, 200, { ...kept, 'Content-Type': 'text/css; charset=utf-8' }))
}
