import type { TableAnswer, Value } from '../../api.ts'
import type { Controller } from '../graph/controller.ts'
import { words } from '../strings.ts'

/** Columns whose values are ids of nodes, by the names that the catalogue and people give them. */
const ID_COLUMN = /^(id|paper|concept|from|to|repo)$|Id$|\.id$/
/** Columns that say in words what the column `id` beside them says. */
const NAME_COLUMN = /^(title|name|label)$/

/** Rows of an answer; what is an id of a node leads to it. */
export function AnswerTable({ answer, controller }: { answer: TableAnswer; controller: Controller }) {
  const { columns, rows, truncated, tookMs, notices = [] } = answer
  return (
    <>
      <p class="ask-count" aria-live="polite">
        {rows.length === 0 ? words.noRows : words.rows(rows.length, tookMs)} {truncated && words.truncated}
      </p>
      {notices.map((notice) => (
        <p class="ask-notice" key={notice}>
          {notice}
        </p>
      ))}
      {rows.length > 0 && (
        <div class="scroll">
          <table class="answer">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column}>{column}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <tr key={at}>
                  {row.map((value, column) => (
                    <td key={columns[column]} class={classOf(value)} dir="auto">
                      <Cell value={value} id={idOf(columns, row, column)} onChoose={(id) => controller.goTo(id)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

function Cell({ value, id, onChoose }: { value: Value; id: string | undefined; onChoose: (id: string) => void }) {
  if (id === undefined || value === null) return <>{textOf(value)}</>
  return (
    <button type="button" class={id === value ? 'in-table is-id' : 'in-table'} onClick={() => onChoose(id)}>
      {textOf(value)}
    </button>
  )
}

/** The node that a cell stands for: a node itself, the text of a column of ids, or the name beside an id. */
function idOf(columns: readonly string[], row: readonly Value[], at: number): string | undefined {
  const value = row[at] ?? null
  const column = columns[at] ?? ''
  if (typeof value === 'string' && NAME_COLUMN.test(column)) {
    const id = row[columns.indexOf('id')]
    return typeof id === 'string' ? id : undefined
  }
  if (typeof value === 'string') return value !== '' && ID_COLUMN.test(column) ? value : undefined
  return isMap(value) && value.kind === 'node' && typeof value.id === 'string' ? value.id : undefined
}

function classOf(value: Value): string {
  if (typeof value === 'number') return 'number'
  return textOf(value).length > 60 ? 'long' : ''
}

function textOf(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(4)))
  if (Array.isArray(value)) return value.map(nameOf).join(', ')
  return typeof value === 'object' ? nameOf(value) : String(value)
}

/** A thing with a name is best shown by it; everything else as it is. */
function nameOf(value: Value): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return String(value)
  const inner = 'properties' in value && isMap(value.properties) ? value.properties : value
  for (const name of ['title', 'name', 'label']) {
    const text = Object.entries(inner).find(([key]) => key === name)?.[1]
    if (typeof text === 'string') return text
  }
  return JSON.stringify(value)
}

const isMap = (value: Value | undefined): value is { [key: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
