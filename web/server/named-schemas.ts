import { z } from 'zod'

type Json = Readonly<Record<string, unknown>>

/** Turns zod schemas into JSON Schema 2020-12 and gathers those with a name (`meta({ id })`), to which the others refer. */
export class NamedSchemas {
  readonly #named = new Map<string, unknown>()

  /** `input` is what a caller sends, `output` what a check makes of it, with defaults. */
  read(schema: z.core.$ZodType, io: 'input' | 'output'): Json {
    const converted = z.toJSONSchema(schema, { io, override: ({ jsonSchema }) => simplify(jsonSchema) })
    const {
      $schema: _,
      $defs,
      id: __,
      ...json
    } = JSON.parse(JSON.stringify(converted).replaceAll('"#/$defs/', '"#/components/schemas/'))
    for (const [name, { id: _id, ...one }] of Object.entries<Json>($defs ?? {})) this.#named.set(name, one)
    return json
  }

  /** All that have a name, by name. */
  sorted(): Record<string, unknown> {
    return Object.fromEntries([...this.#named].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
}

/** Leaves out what says nothing: the bounds of JavaScript's whole numbers, and that names are texts. */
function simplify(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  const { propertyNames } = schema
  if (typeof propertyNames === 'object' && Object.keys(propertyNames).length === 1 && propertyNames.type === 'string')
    delete schema.propertyNames
}
