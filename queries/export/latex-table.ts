import type { Rows, Value } from '../store/store.ts'
import { latexText } from './latex-text.ts'
import { plainCell } from './table.ts'

/** Cells with more letters than this are broken into lines. */
const LONGEST_LINE = 40
/** More rows than a page holds. */
const ROWS_A_PAGE = 40

/**
 * A table as LaTeX with the rules of booktabs (https://ctan.org/pkg/booktabs): numbers to the right, long texts broken into lines; a
 * table of more than a page is a longtable. `caption` is what it asks.
 */
export function latexTable({ columns, rows }: Rows, caption: string): string {
  const cells = rows.map((row) => columns.map((_, at) => latexText(plainCell(row[at]))))
  const layout = columns.map((_, at) => columnLayout(rows.map((row) => row[at])))
  const head = `${columns.map((name) => `\\textbf{${latexText(name)}}`).join(' & ')} \\\\`
  const body = cells.map((row) => `${row.join(' & ')} \\\\\n`).join('')
  const isLong = rows.length > ROWS_A_PAGE
  const needs = ['booktabs', 'array', ...(isLong ? ['longtable'] : [])]
  const comment = `% Needs ${needs.map((name) => `\\usepackage{${name}}`).join(', ')} and \\usepackage[T1]{fontenc}.\n`
  const of = `{${layout.join('')}}`
  if (isLong) {
    return `${comment}\\begin{longtable}${of}
\\caption{${latexText(caption)}}\\\\
\\toprule
${head}
\\midrule
\\endhead
\\bottomrule
\\endfoot
${body}\\end{longtable}
`
  }
  return `${comment}\\begin{table}
\\centering
\\caption{${latexText(caption)}}
\\begin{tabular}${of}
\\toprule
${head}
\\midrule
${body}\\bottomrule
\\end{tabular}
\\end{table}
`
}

function columnLayout(values: readonly (Value | undefined)[]): string {
  const given = values.filter((value) => value !== null && value !== undefined)
  if (given.length > 0 && given.every((value) => typeof value === 'number')) return 'r'
  const longest = Math.max(0, ...given.map((value) => plainCell(value).length))
  return longest > LONGEST_LINE ? '>{\\raggedright\\arraybackslash}p{6cm}' : 'l'
}
