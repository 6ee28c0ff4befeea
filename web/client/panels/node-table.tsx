import { useSignal } from '@preact/signals'
import type { ApiNode } from '../../api.ts'
import type { Controller } from '../graph/controller.ts'
import { toggleChosen } from '../state/changes.ts'
import { canvasChange, go, selectedNode, view } from '../state/store.ts'
import { asWritten } from '../state/written.ts'
import { typeName, words } from '../strings.ts'
import { TypeDot } from './type-mark.tsx'

type Column = 'label' | 'type' | 'year' | 'papers' | 'degree'
const COLUMNS: Column[] = ['label', 'type', 'year', 'papers', 'degree']
const isNumeric = (column: Column): boolean => column === 'year' || column === 'papers' || column === 'degree'

/** Everything on the canvas as a table: the picture's equal for keyboard and screen reader. */
export function NodeTable({ controller }: { controller: Controller }) {
  const filter = useSignal('')
  const sort = useSignal<{ column: Column; isUp: boolean }>({ column: 'degree', isUp: false })
  canvasChange.value
  const wanted = filter.value.trim().toLowerCase()
  const nodes = controller
    .visibleNodes()
    .filter(({ label }) => label.toLowerCase().includes(wanted))
    .sort((a, b) => compare(a, b, sort.value.column) * (sort.value.isUp ? 1 : -1) || (a.id < b.id ? -1 : 1))
  const sortBy = (column: Column) => () => {
    const isSame = sort.value.column === column
    sort.value = { column, isUp: isSame ? !sort.value.isUp : !isNumeric(column) }
  }
  return (
    <>
      <p class="table-tools">
        <input
          type="search"
          placeholder={words.filter}
          aria-label={words.filter}
          value={filter.value}
          onInput={(event) => {
            filter.value = event.currentTarget.value
          }}
        />
        <span aria-live="polite">{words.tableOf(nodes.length)}</span>
      </p>
      <div class="scroll fill">
        <table class="nodes">
          <thead>
            <tr>
              <th class="col-choose">
                <span class="sr-only">{words.choose}</span>
              </th>
              {COLUMNS.map((column, at) => (
                <th
                  key={column}
                  class={`col-${column} ${isNumeric(column) ? 'number' : ''}`}
                  aria-sort={ariaSort(sort.value, column)}
                >
                  <button type="button" class="in-table" onClick={sortBy(column)}>
                    {words.tableColumns[at]}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {nodes.map((node) => (
              <tr key={node.id} class={node.id === selectedNode.value ? 'is-selected' : ''}>
                <td class="col-choose">
                  <input
                    type="checkbox"
                    aria-label={words.chooseNode(node.label)}
                    checked={view.value.chosen.includes(node.id)}
                    onChange={() => go(toggleChosen(view.value, node.id))}
                  />
                </td>
                <td>
                  <button
                    type="button"
                    class="in-table clamp"
                    {...asWritten(node.label)}
                    onClick={() => controller.goTo(node.id)}
                  >
                    {node.label}
                  </button>
                </td>
                <td class="col-type">
                  <TypeDot type={node.type} /> <span class="type-name">{typeName[node.type]}</span>
                </td>
                <td class="col-year number">{node.year}</td>
                <td class="col-papers number">{node.papers}</td>
                <td class="col-degree number">{node.degree}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function compare(a: ApiNode, b: ApiNode, column: Column): number {
  if (column === 'label' || column === 'type') return a[column].localeCompare(b[column], 'en')
  return (a[column] ?? -1) - (b[column] ?? -1)
}

function ariaSort(sort: { column: Column; isUp: boolean }, column: Column): 'ascending' | 'descending' | 'none' {
  if (sort.column !== column) return 'none'
  return sort.isUp ? 'ascending' : 'descending'
}
