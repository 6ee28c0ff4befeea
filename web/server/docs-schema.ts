/** What our JSON Schemas are made of. */
export interface Schema {
  $ref?: string
  type?: string
  description?: string
  default?: unknown
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  items?: Schema | boolean
  prefixItems?: Schema[]
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  minLength?: number
  maxLength?: number
  maxItems?: number
}

/** The name of the schema that this one is, or is a list of. */
export function nameOf({ $ref, items, additionalProperties }: Schema): string | undefined {
  if ($ref !== undefined) return $ref.split('/').at(-1)
  if (typeof items === 'object') return nameOf(items)
  return typeof additionalProperties === 'object' ? nameOf(additionalProperties) : undefined
}

/** A schema in a few words: "a whole number from 1 to 500, 25 unless given". */
export function schemaWords(schema: Schema): string {
  const otherwise = schema.default === undefined ? '' : `, ${JSON.stringify(schema.default)} unless given`
  return `${kindWords(schema)}${boundWords(schema)}${otherwise}`
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  null: 'null',
}

function kindWords(schema: Schema): string {
  const { $ref, type = '', enum: values, anyOf, items, prefixItems, additionalProperties, properties } = schema
  if ($ref !== undefined) return nameOf(schema) ?? ''
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (values !== undefined) return `one of ${values.join(', ')}`
  if (anyOf !== undefined) return anyOf.map(kindWords).join(' or ')
  if (prefixItems !== undefined) return `pair of ${prefixItems.map(kindWords).join(' and ')}`
  if (type === 'array') return `list of ${typeof items === 'object' ? kindWords(items) : 'anything'}`
  if (properties !== undefined) return `{${Object.keys(properties).join(', ')}}`
  if (type === 'object')
    return `object${typeof additionalProperties === 'object' ? ` of ${kindWords(additionalProperties)}` : ''}`
  return TYPES[type] ?? schema.description ?? 'anything'
}

function boundWords({ minimum, maximum, exclusiveMinimum, maxLength, maxItems }: Schema): string {
  if (exclusiveMinimum !== undefined) return ` above ${exclusiveMinimum}`
  if (maxLength !== undefined) return ` of at most ${maxLength} characters`
  if (maxItems !== undefined) return `, at most ${maxItems}`
  if (minimum === undefined) return maximum === undefined ? '' : ` up to ${maximum}`
  return maximum === undefined ? ` from ${minimum}` : ` from ${minimum} to ${maximum}`
}
