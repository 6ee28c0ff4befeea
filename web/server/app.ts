import { type Handler, Hono } from 'hono'
import { COMPRESSIBLE_CONTENT_TYPE_REGEX, compress } from 'hono/compress'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { PapergraphError } from '../../errors.ts'
import { loadCatalogue } from '../../queries/catalogue.ts'
import type { GraphReader } from '../../queries/reader.ts'
import { addMcp } from '../mcp/route.ts'
import { LINES } from './answer-lines.ts'
import { addDescription } from './api-description.ts'
import { ApiRoutes } from './api-routes.ts'

import { choicesOf } from './choices.ts'
import { addClient } from './client.ts'
import { addCurationRoutes } from './curation.ts'
import { addEdgeRoutes } from './edges.ts'
import { addExportRoutes } from './export.ts'
import { checkHost, hostRule, isLoopback } from './hosts.ts'
import { addIngestsRoute } from './ingests.ts'
import type { Uploads } from './jobs/uploads.ts'
import { type Log, logFailures, logRequests } from './log.ts'
import { addMapRoute } from './map.ts'
import { createMetrics } from './metrics.ts'
import { addNeighboursRoute } from './neighbours.ts'
import { addNodeRoute } from './node.ts'
import { addOperationRoutes } from './operation.ts'
import { checkOrigin } from './origins.ts'
import { problemOf, problemResponse, RefusedRequest } from './problems.ts'
import { addQuestionRoutes } from './questions.ts'
import { limitRate } from './rate-limit.ts'
import { addSearchRoute } from './search.ts'
import { securityHeaders } from './security-headers.ts'
import type { GraphInfo, QuestionList, Served, ServerEnv } from './served.ts'
import { DEFAULT_SETTINGS, type Settings } from './settings.ts'
import { addStatusRoute } from './status.ts'
import { checkToken, type TokenGate, tokenGate } from './token.ts'
import { addUploadRoutes } from './uploads.ts'

export interface AppOptions {
  reader: GraphReader
  info: GraphInfo
  /** What requests must carry. Needed when `host` is not loopback. */
  token?: string
  /** The folder that vite built the view into. Without it there is no view. */
  clientFolder?: string
  /** mcp: /mcp alone, without the API (everything). */
  serves?: 'everything' | 'mcp'
  /** The address that the server will listen on (127.0.0.1). */
  host?: string
  /** Further names that the server is reached by, as behind a proxy. */
  allowedHosts?: readonly string[]
  /** Gets every request once (failures to standard error). */
  log?: Log
  settings?: Partial<Settings>
  /** The questions that the reader knows (the catalogue). */
  questions?: QuestionList
  /** Where work is kept that a restart should not repeat (nowhere). It is made when the folder that it is in is there. */
  cacheFolder?: string
  /** What becomes of files that are sent (none are taken). */
  uploads?: Uploads
}

/**
 * The HTTP server as a function of a request, without a port: the API over a graph, and the view.
 *
 * @example
 * const app = createApp({ reader, info, clientFolder: 'dist/client' })
 * const answer = await app.request('/api/status')
 */
export function createApp(options: AppOptions): Hono<ServerEnv> {
  const { reader, info, token, clientFolder, host = '127.0.0.1', allowedHosts, log = logFailures } = options
  if (token === undefined && !isLoopback(host))
    throw new PapergraphError('usage', `Listening on ${host} opens the graph to other machines and needs a token.`)
  const settings = { ...DEFAULT_SETTINGS, ...options.settings }
  const { questions = loadCatalogue(), uploads, cacheFolder } = options
  const served: Served = {
    ...{ reader, info, settings, questions },
    ...(uploads && { uploads }),
    ...(cacheFolder !== undefined && { cacheFolder }),
  }
  const gate = token === undefined ? undefined : tokenGate(token)

  const app = new Hono<ServerEnv>()
  const metrics = createMetrics(reader)
  app.use(logRequests(log, metrics.count), securityHeaders)
  if (!isLoopback(host)) app.use(limitRate(settings.requestsPerSecond))
  app.use(checkHost(hostRule(host, allowedHosts)), compress({ contentTypeFilter: isCompressible }))
  addOperationRoutes(app, { reader, metrics, gate })
  addMcp(app, served, gate)
  if (options.serves !== 'mcp') addApi(app, served, gate)
  if (clientFolder !== undefined) addClient(app, clientFolder, gate)
  else app.all('*', nothingHere('There is nothing at this address.'))

  app.notFound((c) => {
    const refused = new RefusedRequest(405, 'method-not-allowed', 'Only GET and HEAD are understood here.')
    return problemResponse(problemOf(refused, c.get('requestId')), { Allow: 'GET, HEAD' })
  })
  app.onError(async (error, c) => {
    const headers = error instanceof RefusedRequest ? error.headers : {}
    const choices = await choicesOf(error, reader)
    return problemResponse({ ...problemOf(error, c.get('requestId')), ...(choices && { choices }) }, headers)
  })
  return app
}

function addApi(app: Hono<ServerEnv>, served: Served, gate: TokenGate | undefined): void {
  app.use('/api/*', checkOrigin)
  if (gate !== undefined) app.use('/api/*', checkToken(gate))
  app.route('/api', buildApi(served, gate !== undefined))
  app.all('/api/*', nothingHere('There is nothing at this address; the API is described at /api/docs.'))
}

function nothingHere(detail: string): Handler<ServerEnv> {
  return (c) => problemResponse(problemOf(new RefusedRequest(404, 'not-found', detail), c.get('requestId')))
}

const isCompressible = (type: string): boolean => type.startsWith(LINES) || COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type)

function buildApi(served: Served, needsToken: boolean): Hono<ServerEnv> {
  const routes = new ApiRoutes(served)
  const api = routes.hono
  api.use(
    methodNotAllowed({
      app: api,
      onMethodNotAllowed: (c, methods) => {
        const allowed = methods.join(', ')
        const refused = new RefusedRequest(405, 'method-not-allowed', `This address understands ${allowed} only.`)
        return problemResponse(problemOf(refused, c.get('requestId')), { Allow: allowed })
      },
    }),
  )
  addStatusRoute(routes, served)
  addMapRoute(routes, served)
  addSearchRoute(routes, served)
  addNodeRoute(routes, served)
  addNeighboursRoute(routes, served)
  addEdgeRoutes(routes, served)
  addIngestsRoute(routes, served)
  addQuestionRoutes(routes, served)
  addExportRoutes(routes, served)
  addUploadRoutes(routes, served)
  addCurationRoutes(routes, served)
  addDescription(routes, served, needsToken)
  return api
}
