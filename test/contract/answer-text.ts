import type { Rows, Value } from '../../queries/store/store.ts'

/** An answer as text: the columns, then a row a line, keys in order (the stores keep properties in their own). */
export function textOf({ columns, rows, truncated }: Rows): string {
  const lines = rows.map((row) => JSON.stringify(row.map(sorted)))
  return [columns.join(' '), ...lines, `truncated: ${truncated}`, ''].join('\n')
}

function sorted(value: Value): Value {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]))
}
