import type { Value } from '../store/store.ts'

/** A value of an answer as one text: lists by their names, or as JSON where they hold more than that. */
export function plainCell(value: Value | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map((one) => nameOf(one) ?? plainCell(one)).join('; ')
  return typeof value === 'object' ? (nameOf(value) ?? JSON.stringify(value)) : String(value)
}

function nameOf(value: Value): string | undefined {
  const isNamed = typeof value === 'object' && value !== null && !Array.isArray(value) && 'name' in value
  return isNamed && typeof value.name === 'string' ? value.name : undefined
}
