import { type Signal, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import type { Sorting, TableColumn } from '../../state/table.ts'
import { asWritten } from '../../state/written.ts'
import { words } from '../../strings.ts'
import { tableWords } from '../../words/table.ts'
import { useWindow } from './use-window.ts'

export interface GridColumn<Row> extends TableColumn<Row> {
  /** How a cell looks; its value where absent. */
  show?(row: Row): ComponentChildren
}

interface Props<Row> {
  label: string
  columns: readonly GridColumn<Row>[]
  /** As they are sorted and filtered. */
  rows: readonly Row[]
  sorting: Signal<Sorting>
  idOf(row: Row): string
  selected: string | undefined
  onOpen(row: Row): void
  onPoint?(row: Row | undefined): void
  choosing?: { isChosen(row: Row): boolean; nameOf(row: Row): string; onChoose(row: Row): void }
}

const ROW_HEIGHT = 36
const HEAD_HEIGHT = 34

/**
 * A table of any length of which only the rows in sight are drawn. The table itself has the keyboard's focus and names the row
 * that is meant, so that no row is lost while one moves; screen readers hear its number among all rows.
 */
export function Grid<Row>(props: Props<Row>) {
  const { label, columns, rows, sorting, idOf, selected, onOpen, onPoint, choosing } = props
  const box = useRef<HTMLDivElement>(null)
  const name = useId()
  const active = useSignal(0)
  const { from, to, pageRows, show } = useWindow(box, rows.length, ROW_HEIGHT, HEAD_HEIGHT)
  const at = Math.min(active.value, Math.max(0, rows.length - 1))
  const goTo = (next: number): void => {
    active.value = Math.max(0, Math.min(rows.length - 1, next))
    show(active.value)
    onPoint?.(rows[active.value])
  }
  // What is selected in the picture comes into sight here.
  useEffect(() => {
    const place = selected === undefined ? -1 : rows.findIndex((row) => idOf(row) === selected)
    if (place < 0) return
    active.value = place
    show(place)
  }, [selected, rows])
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return
    const row = rows[at]
    const action = {
      ...{ ArrowDown: () => goTo(at + 1), ArrowUp: () => goTo(at - 1) },
      ...{ PageDown: () => goTo(at + pageRows), PageUp: () => goTo(at - pageRows) },
      ...{ Home: () => goTo(0), End: () => goTo(rows.length - 1) },
      Enter: () => row && onOpen(row),
      ' ': () => row && choosing?.onChoose(row),
    }[event.key]
    if (!action) return
    event.preventDefault()
    event.stopPropagation()
    action()
  }
  return (
    <div class="scroll fill grid-box" ref={box}>
      <div class="grid-rows" style={{ height: `${HEAD_HEIGHT + rows.length * ROW_HEIGHT}px` }}>
        <table
          class="nodes grid"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that the keyboard goes through
          role="grid"
          aria-label={label}
          aria-rowcount={rows.length + 1}
          aria-multiselectable={choosing ? true : undefined}
          aria-activedescendant={rows.length > 0 && at >= from && at < to ? `${name}-${at}` : undefined}
          tabIndex={0}
          style={{ marginTop: `${from * ROW_HEIGHT}px` }}
          onKeyDown={press}
          onMouseLeave={() => onPoint?.(undefined)}
          onBlur={() => onPoint?.(undefined)}
        >
          <thead>
            <tr aria-rowindex={1}>
              {choosing && (
                <th class="col-choose">
                  <span class="sr-only">{words.choose}</span>
                </th>
              )}
              {columns.map((column) => (
                <HeadCell key={column.name} column={column} sorting={sorting} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(from, to).map((row, place) => {
              const index = from + place
              const isSelected = idOf(row) === selected
              const classes = [isSelected && 'is-selected', index === at && 'is-active'].filter(Boolean).join(' ')
              return (
                <tr
                  key={idOf(row)}
                  id={`${name}-${index}`}
                  class={classes}
                  aria-rowindex={index + 2}
                  aria-selected={choosing ? isSelected || choosing.isChosen(row) : isSelected}
                  onMouseEnter={() => onPoint?.(row)}
                  onClick={() => {
                    active.value = index
                  }}
                >
                  {choosing && (
                    <td class="col-choose">
                      <input
                        type="checkbox"
                        tabIndex={-1}
                        aria-label={words.chooseNode(choosing.nameOf(row))}
                        checked={choosing.isChosen(row)}
                        onChange={() => choosing.onChoose(row)}
                      />
                    </td>
                  )}
                  {columns.map((column, each) => (
                    <BodyCell key={column.name} column={column} row={row} isFirst={each === 0} onOpen={onOpen} />
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <p class="facet-word">{tableWords.noRows}</p>}
    </div>
  )
}

function HeadCell<Row>({ column, sorting }: { column: GridColumn<Row>; sorting: Signal<Sorting> }) {
  const { name, label, isNumeric } = column
  const isSorted = sorting.value.column === name
  const order = !isSorted ? 'none' : sorting.value.isUp ? 'ascending' : 'descending'
  return (
    <th class={`col-${name} ${isNumeric ? 'number' : ''}`} aria-sort={order}>
      <button
        type="button"
        class="in-table"
        onClick={() => {
          sorting.value = { column: name, isUp: isSorted ? !sorting.value.isUp : !isNumeric }
        }}
      >
        {label}
      </button>
    </th>
  )
}

interface CellProps<Row> {
  column: GridColumn<Row>
  row: Row
  isFirst: boolean
  onOpen(row: Row): void
}

function BodyCell<Row>({ column, row, isFirst, onOpen }: CellProps<Row>) {
  const value = column.value(row)
  const content = column.show?.(row) ?? value
  const written = typeof value === 'string' ? asWritten(value) : {}
  return (
    <td
      class={`col-${column.name} ${column.isNumeric ? 'number' : ''}`}
      title={typeof value === 'string' ? value : undefined}
      {...written}
    >
      {isFirst ? (
        <button type="button" class="in-table" tabIndex={-1} {...written} onClick={() => onOpen(row)}>
          {content}
        </button>
      ) : (
        content
      )}
    </td>
  )
}
