import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { PapergraphError } from '../../errors.ts'
import {
  CONNECTION_LIMITS,
  type ConnectionLimits,
  endSlowReaders,
  limitConnections,
  limitPipelining,
} from './connections.ts'
import { isLoopback } from './hosts.ts'
import { problemOf, problemResponse, RefusedRequest } from './problems.ts'
import type { ServerEnv } from './served.ts'
import { endSlowSenders } from './slow-senders.ts'

const SERVER_LIMITS = {
  // Room for the longest ids that an address may give.
  maxHeaderSize: 64 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  uploadTimeout: 3600_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
}
const MOST_CONNECTIONS = 512
// Longer than any query may wait and run.
const IDLE_SOCKET_MS = 120_000
const CLOSE_WITHIN_MS = 3_000
const SWEEP_MS = 20

export interface RunningServer {
  /** Where a browser on this machine finds it. */
  url: string
  port: number
  /** Takes no more requests and waits for running answers, which are ended after three seconds. */
  close(): Promise<void>
}

/**
 * Listens; port 0 takes any that is free. Throws PapergraphError with one sentence: `port-in-use`, or `usage` for an
 * address or a port that this machine or user cannot have.
 */
export async function serve(options: {
  app: { fetch: (request: Request, env: ServerEnv['Bindings']) => Response | Promise<Response> }
  host: string
  port: number
  limits?: Partial<ConnectionLimits & typeof SERVER_LIMITS>
}): Promise<RunningServer> {
  const { app, host, port } = options
  const limits = { ...SERVER_LIMITS, ...CONNECTION_LIMITS, ...options.limits }
  const listener = getRequestListener((request, { incoming }) => app.fetch(request, { incoming }), {
    overrideGlobalObjects: false,
    errorHandler: answerMisshapen,
  })
  const server = createServer(
    { ...limits, requestTimeout: Math.max(limits.requestTimeout, limits.uploadTimeout) },
    limitPipelining(listener, limits.pipelined),
  )
  endSlowSenders(server, limits)
  server.maxConnections = MOST_CONNECTIONS
  server.timeout = IDLE_SOCKET_MS
  // On this machine alone, one client may well be all there are.
  if (!isLoopback(host)) limitConnections(server, limits.perClient)
  endSlowReaders(server, limits)
  const address = await listen(server, host.replace(/^\[|\]$/g, ''), port)
  return { url: `http://${nameFor(host)}:${address.port}/`, port: address.port, close: () => close(server) }
}

function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenProblem(error, host, port)))
    server.listen({ host, port }, () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('the server listens on no port'))
      else resolve(address)
    })
  })
}

function listenProblem(cause: NodeJS.ErrnoException, host: string, port: number): PapergraphError {
  const options = { cause, details: { host, port } }
  switch (cause.code) {
    case 'EADDRINUSE':
      return new PapergraphError(
        'port-in-use',
        `Port ${port} on ${host} is in use, perhaps by another papergraph: stop that one, or choose another port with --port (0 takes any that is free).`,
        options,
      )
    case 'EACCES':
      return new PapergraphError(
        'usage',
        `This user may not listen on port ${port}: choose one of 1024 or above with --port.`,
        options,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new PapergraphError(
        'usage',
        `This machine has no address ${host} to listen on: give --host one that it has, such as 127.0.0.1.`,
        options,
      )
    default:
      return new PapergraphError('internal', `The server cannot listen on ${host}:${port} (${cause.message}).`, options)
  }
}

/** What is no proper HTTP request never reaches the app. */
function answerMisshapen(error: unknown): Response {
  if (!(error instanceof Error) || error.name !== 'RequestError') throw error
  const refused = new RefusedRequest(400, 'usage', 'The request’s address or host is not well-formed.')
  return problemResponse(problemOf(refused, ''), { 'X-Content-Type-Options': 'nosniff' })
}

function nameFor(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '[::]') return 'localhost'
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection whose last answer is out stays open for a next request, which is not wanted any more.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
    const end = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS)
    server.close(() => {
      clearInterval(sweep)
      clearTimeout(end)
      resolve()
    })
  })
}
