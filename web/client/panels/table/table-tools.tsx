import type { Signal } from '@preact/signals'
import { status } from '../../state/store.ts'
import { csvName, csvOf, type TableColumn } from '../../state/table.ts'
import { tableWords } from '../../words/table.ts'
import { Icon } from '../icons.tsx'

interface Props<Row> {
  /** What the rows are, in the name of a file. */
  what: 'nodes' | 'relationships'
  filter: Signal<string>
  filterLabel: string
  count: string
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
}

/** The field that filters by name, how many rows there are, and the way to take them along. */
export function TableTools<Row>({ what, filter, filterLabel, count, columns, rows }: Props<Row>) {
  return (
    <p class="table-tools">
      <input
        type="search"
        placeholder={filterLabel}
        aria-label={filterLabel}
        value={filter.value}
        onInput={({ currentTarget }) => {
          filter.value = currentTarget.value
        }}
      />
      <span aria-live="polite">{count}</span>
      <button
        type="button"
        class="quiet table-csv"
        title={tableWords.saveCsv}
        onClick={() => save(csvName(what, status.value?.name ?? '', new Date()), csvOf(columns, rows))}
      >
        <Icon name="out" />
        {tableWords.csv}
      </button>
    </p>
  )
}

/** Hands a text to the browser as a file. */
function save(name: string, text: string): void {
  // Spreadsheets take a file for UTF-8 only with a mark at its beginning.
  const address = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
