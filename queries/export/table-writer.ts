import type { CatalogueEntry } from '../catalogue-entry.ts'
import type { Rows } from '../store/store.ts'
import { comparisonTable } from './comparison.ts'
import { csvTable } from './csv.ts'
import { latexTable } from './latex-table.ts'
import { markdownTable } from './markdown-table.ts'

/** Writes the answer of a question. Comparisons come as people print them, a column for each paper. */
export function tableWriter(
  kind: 'csv' | 'latex' | 'markdown',
): (question: Pick<CatalogueEntry, 'name' | 'title'>, rows: Rows) => string {
  return ({ name, title }, answer) => {
    const rows = name === 'compare' ? comparisonTable(answer) : answer
    if (kind === 'csv') return csvTable(rows)
    return kind === 'latex' ? latexTable(rows, title) : markdownTable(rows)
  }
}
