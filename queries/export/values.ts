import type { PropertyValue } from '../model.ts'
import type { PropertyType } from './properties.ts'

/**
 * A property as text for formats that have no lists: strings and numbers as they are, lists as JSON, which any reader can
 * take apart again whatever their texts hold. A float that is whole keeps its point ("83.0"), so that its type shows.
 */
export function valueText(value: PropertyValue, type: PropertyType | undefined): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return JSON.stringify(value)
  if (typeof value === 'number' && type === 'float') return floatText(value)
  return String(value)
}

export function floatText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? `${value}.0` : String(value)
}
