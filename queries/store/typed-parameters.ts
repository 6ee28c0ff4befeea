import type { Parameter, Parameters, Value } from './store.ts'

/** The parameters of a typed query as a store takes them. */
export function typedParameters(values: Record<string, Value>): Parameters {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, parameterOf(value)]))
}

function parameterOf(value: Value): Parameter {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(parameterOf)
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, parameterOf(one)]))
}
