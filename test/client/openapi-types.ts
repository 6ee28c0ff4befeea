import type { Schema } from '../../web/server/docs-schema.ts'
import type { OpenApiDocument, Operation } from '../../web/server/openapi.ts'

const HEAD = `/**
 * The HTTP API's types, written by \`npm run client\` from its OpenAPI document (/api/openapi.json): edit the schemas of
 * web/api.ts and the routes of web/server instead. client.ts makes a client of them; openapi-fetch reads them as well.
 */

/** Any error is one of these, with a status of its own. */
interface Problems {
  default: { content: { 'application/problem+json': Problem } }
}
`

/**
 * TypeScript types of an OpenAPI document, in the form of openapi-typescript (which needs another compiler than ours). Knows the JSON Schema that our schemas use; throws on anything else.
 */
export function openApiTypes({ paths, components }: OpenApiDocument): string {
  const addresses = Object.entries(paths).map(([path, methods]) => {
    const each = Object.entries(methods).map(
      ([method, operation]) => `${words(operation.summary)}${method}: ${print(operation)}`,
    )
    return `  ${quoted(path)}: {\n${each.join('\n')}\n  }`
  })
  const schemas = Object.entries(components.schemas as Record<string, Schema>).map(
    ([name, schema]) => `${words(schema.description)}export type ${name} = ${typeOf(schema)}`,
  )
  return `${HEAD}
export interface paths {
${addresses.join('\n')}
}

${schemas.join('\n\n')}
`
}

function print({ parameters, requestBody, responses }: Operation): string {
  const groups = (['query', 'path'] as const).map((place) => {
    const own = parameters.filter((parameter) => parameter.in === place)
    if (own.length === 0) return `${place}?: never`
    const each = own.map(
      ({ name, required, description, schema }) =>
        `${words(description)}${name}${required ? '' : '?'}: ${typeOf(schema as Schema)}`,
    )
    return `${place}${own.some(({ required }) => required) ? '' : '?'}: {\n${each.join('\n')}\n}`
  })
  const success = Object.entries(responses).filter(([status]) => status.startsWith('2'))
  const answers = success.map(([status, { content }]) => `${status}: { content: ${media(content)} }`)
  return `{
    parameters: { ${groups.join('; ')}; header?: never; cookie?: never }
    requestBody${requestBody === undefined ? '?: never' : `: { content: ${media(requestBody.content)} }`}
    responses: { ${answers.join('; ')} } & Problems
  }`
}

function media(content: unknown): string {
  const types = Object.entries((content ?? {}) as Record<string, { schema: Schema }>)
  if (types.length === 0) return '{ }'
  return `{ ${types.map(([type, { schema }]) => `${quoted(type)}: ${typeOf(schema)}`).join('; ')} }`
}

function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1) ?? 'never'
  if (schema.enum !== undefined) return schema.enum.map(quoted).join(' | ')
  if (schema.const !== undefined) return quoted(schema.const)
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(' | ')
  switch (schema.type) {
    case 'integer':
    case 'number':
      return 'number'
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type
    case 'array':
      if (schema.prefixItems !== undefined) return `[${schema.prefixItems.map(typeOf).join(', ')}]`
      return `(${typeof schema.items === 'object' ? typeOf(schema.items) : 'unknown'})[]`
    case 'object':
      return objectType(schema)
    case undefined:
      return 'unknown'
  }
  throw new Error(`no type for ${JSON.stringify(schema)}`)
}

function objectType({ properties, required = [], additionalProperties }: Schema): string {
  if (properties === undefined && typeof additionalProperties === 'object') {
    const keys = required.length > 0 ? required.map(quoted).join(' | ') : 'string'
    return keys === 'string'
      ? `{ [key: string]: ${typeOf(additionalProperties)} }`
      : `{ [key in ${keys}]: ${typeOf(additionalProperties)} }`
  }
  const each = Object.entries(properties ?? {}).map(
    ([name, one]) => `${words(one.description)}${name}${required.includes(name) ? '' : '?'}: ${typeOf(one)}`,
  )
  return `{\n${each.join('\n')}\n}`
}

const words = (text: string | undefined): string =>
  text === undefined || text === '' ? '' : `/** ${text.replaceAll('*/', '*\\/').replace(/\s+/g, ' ')} */\n`

const quoted = (value: unknown): string =>
  typeof value === 'string' ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'` : JSON.stringify(value)
