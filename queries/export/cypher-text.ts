import type { Properties, PropertyValue } from '../model.ts'
import type { PropertyType, PropertyTypes } from './properties.ts'
import { floatText } from './values.ts'

/**
 * Values as Cypher writes them (https://neo4j.com/docs/cypher-manual/current/syntax/expressions/#expressions-string-literals). Neo4j reads
 * \uXXXX anywhere in a query before anything else; as every backslash of a text is doubled, none of its own is left to be read so.
 */
export function cypherString(text: string): string {
  return `'${text.replace(SPECIAL, escaped)}'`
}

const SPECIAL = /[\\'\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]/gu
const SHORT: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function escaped(sign: string): string {
  return SHORT[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`
}

function cypherValue(value: PropertyValue, type: PropertyType | undefined): string {
  if (typeof value === 'string') return cypherString(value)
  if (Array.isArray(value)) return `[${value.map((one) => cypherValue(one, undefined)).join(', ')}]`
  if (typeof value === 'number' && type === 'float') return floatText(value).replace('e+', 'e')
  return String(value)
}

/** Properties as a map. Names are ours, from the table of properties. */
export function cypherMap(properties: Properties, types: PropertyTypes): string {
  const entries = Object.entries(properties).map(([name, value]) => `\`${name}\`: ${cypherValue(value, types[name])}`)
  return `{${entries.join(', ')}}`
}
