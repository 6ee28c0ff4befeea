import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { type GraphState, sendAnswer } from './answers.ts'
import { checkAddress, readQuery } from './parameters.ts'
import { readJson } from './request-body.ts'
import type { Served, ServerEnv } from './served.ts'

const NO_PARAMETERS = z.strictObject({})

/** The groups that the API's page shows routes in, in its order. */
export const TAGS = {
  graph: 'What is in the graph: search, nodes, relationships, and who says so',
  questions: 'The catalogue of questions, each an address of its own',
  cypher: 'Your own questions, in Cypher that only reads',
  exports: 'The graph for other tools',
  ingest: 'Papers into the graph, and what came when',
  curation: 'What people know better than the words of the papers',
  server: 'The server itself',
} as const
export type Tag = keyof typeof TAGS

/** A parameter of the query string as OpenAPI writes it. */
export interface OpenApiParameter {
  name: string
  in: 'query' | 'path'
  required: boolean
  description?: string
  schema: Readonly<Record<string, unknown>>
}

/** What the OpenAPI document says of a route. */
export interface Declared {
  method: 'get' | 'post' | 'delete'
  /** Below /api, parameters in braces: /uploads/{id}. */
  path: string
  /** One name in camel case, from which clients make a function. */
  name: string
  tag: Tag
  summary: string
  /** Markdown. */
  description?: string
  /** Each parameter reads the list of texts that the address gives for it (parameters.ts). */
  query?: z.ZodObject
  /** Each parameter reads one text. */
  params?: z.ZodObject
  /** Of a JSON body. */
  body?: z.ZodType
  /** The most bytes of that body, where they are more than those of others (settings.ts). */
  mostBytes?: number
  /** The JSON that it answers with, a schema with a name (api.ts). */
  answer?: z.ZodType
  /** The status of a success, 200 unless told otherwise. */
  status?: 200 | 201 | 202 | 204
  /** Query parameters that no schema of ours checks: those of the catalogue's questions. */
  parameters?: readonly OpenApiParameter[]
  /** Bodies that are no JSON, by media type, each with what it is. */
  otherBodies?: Readonly<Record<string, string>>
  /** Answers that are no JSON, by media type, each with what it is. */
  otherAnswers?: Readonly<Record<string, string>>
  /** Statuses of problems beyond those that any route can have. */
  problems?: readonly number[]
}

type Read<S> = S extends z.ZodType ? z.output<S> : undefined

/** A request whose parts have been checked against the route's schemas. */
export interface Asked<R extends Declared> {
  query: Read<R['query']>
  params: Read<R['params']>
  body: Read<R['body']>
  /** Aborted when the client goes away. */
  signal: AbortSignal
  c: Context<ServerEnv>
}

/** An answer as JSON with the graph that it is from, or one that the route made itself. */
export type Told<R extends Declared> = { state: GraphState; body: Read<R['answer']> & object } | Response

/** The routes of the API: each is declared once, and from that are made both its checks and its entry in the OpenAPI document. */
export class ApiRoutes {
  readonly hono = new Hono<ServerEnv>()
  readonly declared: Declared[] = []
  readonly #served: Served

  constructor(served: Served) {
    this.#served = served
  }

  /**
   * Adds a route. GET answers carry an ETag and can be kept (answers.ts), others must not be.
   *
   * @example
   * routes.add({ method: 'get', path: '/search', name: 'search', tag: 'graph', summary: 'Search', query, answer },
   *   async ({ query }) => ({ state, body }))
   */
  add<const R extends Declared>(route: R, handler: (asked: Asked<R>) => Told<R> | Promise<Told<R>>): void {
    this.declared.push(route)
    const served = this.#served
    this.hono.on(route.method.toUpperCase(), [honoPath(route.path)], async (c: Context<ServerEnv>) => {
      // What somebody asks for by address is either understood or refused.
      if (route.method === 'get' && route.query === undefined) readQuery(c.req.url, NO_PARAMETERS)
      const asked = {
        params: route.params && checkAddress(c.req.param(), route.params),
        query: route.query && readQuery(c.req.url, route.query),
        body: route.body && (await readJson(c, route.mostBytes ?? served.settings.bodyBytes, route.body)),
        signal: c.req.raw.signal,
        c,
      }
      // The schemas of this very route have made these values.
      const told = await handler(asked as Asked<R>)
      if (told instanceof Response) return told
      if (route.method === 'get') return sendAnswer(c, served, told.state, told.body)
      return c.json(told.body, route.status === 204 ? 200 : (route.status ?? 200), { 'Cache-Control': 'no-store' })
    })
  }

  /** Adds an entry to the document alone, for an address that another route's pattern answers. */
  describe(route: Declared): void {
    this.declared.push(route)
  }
}

const honoPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1')
