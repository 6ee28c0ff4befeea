import type { Signal } from '@preact/signals'
import { download } from '../../state/share.ts'
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
        onClick={() => download(csvFile(csvOf(columns, rows)), csvName(what, status.value?.name ?? '', new Date()))}
      >
        <Icon name="out" />
        {tableWords.csv}
      </button>
    </p>
  )
}

// Spreadsheets take a file for UTF-8 only with a mark at its beginning.
const csvFile = (text: string): Blob => new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' })
