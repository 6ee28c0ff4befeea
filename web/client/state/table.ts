import { formulaSafe } from '../../../queries/export/formulas.ts'

/** What a cell holds, for sorting and for files; undefined where there is nothing. */
export type Cell = string | number | undefined

export interface TableColumn<Row> {
  name: string
  /** What stands above it. */
  label: string
  isNumeric: boolean
  value(row: Row): Cell
}

export interface Sorting {
  column: string
  isUp: boolean
}

const { compare: compareText } = new Intl.Collator('en', { numeric: true })

/** Rows in another order; those with nothing in the column come last either way, ties stay as they were. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  { column: name, isUp }: Sorting,
): Row[] {
  const column = columns.find((each) => each.name === name)
  if (!column) return [...rows]
  const keyed = rows.map((row, at) => ({ row, at, value: column.value(row) }))
  const way = isUp ? 1 : -1
  keyed.sort((a, b) => {
    if (a.value === undefined || b.value === undefined)
      return a.value === b.value ? a.at - b.at : a.value === undefined ? 1 : -1
    return way * compareCells(a.value, b.value) || a.at - b.at
  })
  return keyed.map(({ row }) => row)
}

const compareCells = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b))

/** A table as CSV (RFC 4180): text in quotes and safe for spreadsheets, numbers bare, nothing where there is nothing. */
export function csvOf<Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[]): string {
  const text = (cell: Cell): string => {
    if (cell === undefined) return ''
    return typeof cell === 'number' ? String(cell) : `"${formulaSafe(cell).replaceAll('"', '""')}"`
  }
  const lines = [
    columns.map(({ label }) => text(label)),
    ...rows.map((row) => columns.map(({ value }) => text(value(row)))),
  ]
  return lines.map((line) => `${line.join(',')}\r\n`).join('')
}

/** "papergraph-nodes-my-papers-2026-11-27.csv" */
export function csvName(what: string, graph: string, now: Date): string {
  const slug = graph
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  return ['papergraph', what, slug, now.toISOString().slice(0, 10)]
    .filter((part) => part !== '')
    .join('-')
    .concat('.csv')
}

/** Which rows to draw of a list that is scrolled: those in sight and some around them. */
export function windowOf(
  { scrolled, height, rowHeight }: { scrolled: number; height: number; rowHeight: number },
  count: number,
): { from: number; to: number } {
  const AROUND = 10
  const from = Math.floor(scrolled / rowHeight) - AROUND
  const to = Math.ceil((scrolled + height) / rowHeight) + AROUND
  return { from: Math.min(Math.max(0, from), count), to: Math.min(Math.max(0, to), count) }
}
