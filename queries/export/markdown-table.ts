import type { Rows } from '../store/store.ts'
import { markdownText } from './markdown-text.ts'
import { plainCell } from './table.ts'

/** A table as GitHub's Markdown has it (https://github.github.com/gfm/#tables-extension-), numbers to the right. */
export function markdownTable({ columns, rows }: Rows): string {
  const isNumber = columns.map((_, at) => rows.length > 0 && rows.every((row) => typeof row[at] === 'number'))
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |\n`
  return [
    line(columns.map(markdownText)),
    line(isNumber.map((right) => (right ? '---:' : '---'))),
    ...rows.map((row) => line(columns.map((_, at) => markdownText(plainCell(row[at]))))),
  ].join('')
}
