import type { Parameter, Parameters, Rows, Value } from '../store/store.ts'

/** Turns the engine's rows into the answer, the same on both stores: pure, no clock, no randomness. */
export type Rank = (rows: Rows, parameters: Parameters) => Rows

/** Reads one row by the names of its columns; a column that is not there is null. */
export function fieldsOf(columns: readonly string[], row: readonly Value[]): (name: string) => Value {
  return (name) => row[columns.indexOf(name)] ?? null
}

/** A numeric parameter, whether it was wrapped as a float or not. */
export function numberParameter(value: Parameter | undefined, otherwise: number): number {
  if (typeof value === 'number') return value
  const isWrapped = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isWrapped && typeof value.float === 'number' ? value.float : otherwise
}

/** A number to so many decimals; never -0. */
export function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale + 0
}

/** A number to so many significant digits. */
export function significant(value: number, digits: number): number {
  return Number(value.toPrecision(digits))
}
