import { z } from 'zod'
import { problem } from '../api.ts'
import type { Declared, OpenApiParameter } from './api-routes.ts'
import { TAGS } from './api-routes.ts'
import { NamedSchemas } from './named-schemas.ts'
import { titleOf } from './problems.ts'

type Json = Readonly<Record<string, unknown>>

export interface OpenApiDocument {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string; license: Json }
  servers: readonly Json[]
  security: readonly Json[]
  tags: readonly { name: string; description: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown>; responses: Json; securitySchemes: Json }
}
export interface Operation {
  operationId: string
  tags: readonly string[]
  summary: string
  description?: string
  parameters: OpenApiParameter[]
  requestBody?: { required: true; content: Record<string, { schema: Json }> }
  responses: Record<string, Json>
}

/** What any request can come back with: refused before a route is looked at, or the graph's trouble. */
const ANY_PROBLEM = [400, 401, 403, 421, 429, 500, 502, 503, 504, 507]
const BODY_PROBLEM = [413, 415]

const DESCRIPTION = `A knowledge graph of papers and of the methods, models, benchmarks, topics and repositories that they name.

Every answer names the version of the graph that it is from (\`version\`), and answers to GET carry an ETag by it. Every
error is \`application/problem+json\` (RFC 9457) with one sentence and a stable code. A server that has a token wants it as
\`Authorization: Bearer …\`.`

/**
 * The OpenAPI document (https://spec.openapis.org/oas/v3.1.1) of the routes, from the schemas that check their requests
 * and type their answers.
 */
export function openApiOf(
  routes: readonly Declared[],
  about: { version: string; needsToken: boolean },
): OpenApiDocument {
  const schemas = new NamedSchemas()
  const paths: OpenApiDocument['paths'] = {}
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route, schemas) }
  const statuses = [...new Set(routes.flatMap(problemsOf))].sort((a, b) => a - b)
  return {
    openapi: '3.1.0',
    info: {
      title: 'papergraph',
      version: about.version,
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api' }],
    security: about.needsToken ? [{ token: [] }] : [{}],
    tags: Object.entries(TAGS)
      .filter(([name]) => routes.some(({ tag }) => tag === name))
      .map(([name, description]) => ({ name, description })),
    paths,
    components: {
      responses: Object.fromEntries(statuses.map((status) => [`Problem${status}`, problemEntry(status, schemas)])),
      // After all that refers to them.
      schemas: schemas.sorted(),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'The token that the server was started with' },
      },
    },
  }
}

function operationOf(route: Declared, schemas: NamedSchemas): Operation {
  const { name, tag, summary, description, query, params, body, answer, otherAnswers, otherBodies } = route
  const bodies = {
    ...(body && { 'application/json': { schema: schemas.read(body, 'input') } }),
    ...contentOf(otherBodies),
  }
  const answers = {
    ...(answer && { 'application/json': { schema: schemas.read(answer, 'output') } }),
    ...contentOf(otherAnswers),
  }
  const success = {
    description: description === undefined ? summary : 'The answer',
    ...(Object.keys(answers).length > 0 ? { content: answers } : {}),
  }
  return {
    operationId: name,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    parameters: [
      ...parametersOf(params, 'path', schemas),
      ...parametersOf(query, 'query', schemas),
      ...(route.parameters ?? []),
    ],
    ...(Object.keys(bodies).length > 0 ? { requestBody: { required: true, content: bodies } } : {}),
    responses: {
      [route.status ?? 200]: success,
      ...(route.method === 'get' && answer ? { 304: { description: 'You have it already (If-None-Match)' } } : {}),
      // Node's own answer, before any of ours is asked.
      431: { description: 'The address or the headers are too long (64 kB); there is no body' },
      ...Object.fromEntries(
        problemsOf(route).map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
      ),
    },
  }
}

/** The statuses of the problems that a route can answer with. */
function problemsOf({ body, otherBodies, problems = [] }: Declared): number[] {
  const all = [...ANY_PROBLEM, ...(body || otherBodies ? BODY_PROBLEM : []), ...problems]
  return [...new Set(all)].sort((a, b) => a - b)
}

const problemEntry = (status: number, schemas: NamedSchemas): Json => ({
  description: titleOf(status),
  content: { 'application/problem+json': { schema: schemas.read(problem, 'output') } },
})

const contentOf = (media: Readonly<Record<string, string>> = {}): Record<string, { schema: Json }> =>
  Object.fromEntries(Object.entries(media).map(([type, description]) => [type, { schema: { description } }]))

function parametersOf(
  schema: z.ZodObject | undefined,
  place: 'query' | 'path',
  schemas: NamedSchemas,
): OpenApiParameter[] {
  return Object.entries(schema?.shape ?? {}).map(([name, one]) => {
    // A parameter reads the texts of an address; what it makes of them is what a caller thinks of.
    const { description, ...rest } = schemas.read(one, 'output')
    return {
      name,
      in: place,
      required: !z.safeParse(one, undefined).success,
      ...(typeof description === 'string' ? { description } : {}),
      schema: rest,
    }
  })
}
