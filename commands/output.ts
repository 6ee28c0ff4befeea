import type { Value } from '../queries/store/store.ts'

const WIDEST = 60

/** Writes a line of results. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Writes a line for people that is no result. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** "1 paper", "2,000 papers" */
export const plural = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`

/** Rows as aligned columns, cells cut at 60 characters so that a row stays readable. */
export function table(columns: string[], rows: Value[][]): string {
  const cells = [columns, ...rows.map((row) => row.map((value) => cut(cell(value))))]
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => [...(row[column] ?? '')].length)))
  const isNumber = columns.map((_, column) => rows.every((row) => typeof row[column] === 'number'))
  const line = (row: string[]): string =>
    row
      .map((text, column) => pad(text, widths[column] ?? 0, rows.length > 0 && isNumber[column] === true))
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  return [line(cells[0] ?? []), rule, ...cells.slice(1).map(line)].join('\n')
}

/** One value as text on one line, with nothing in it that a terminal would obey. */
export function cell(value: Value | undefined): string {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'string' ? value : Array.isArray(value) ? list(value) : plain(value)
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
}

/** What has a name is shown by it: the whole is there with --json. */
const list = (values: Value[]): string => values.map((value) => nameOf(value) ?? cell(value)).join('; ')

function nameOf(value: Value): string | undefined {
  const hasName = typeof value === 'object' && value !== null && 'name' in value
  return hasName && typeof value.name === 'string' ? cell(value.name) : undefined
}

const plain = (value: Value): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))

function cut(text: string): string {
  const characters = [...text]
  return characters.length <= WIDEST ? text : `${characters.slice(0, WIDEST - 1).join('')}…`
}

function pad(text: string, width: number, toTheRight: boolean): string {
  const space = ' '.repeat(Math.max(0, width - [...text].length))
  return toTheRight ? space + text : text + space
}
