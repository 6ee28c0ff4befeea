import type { TableAnswer, Value } from '../../api.ts'
import type { Controller } from '../graph/controller.ts'
import { words } from '../strings.ts'

const ID_COLUMNS = /^(id|paper|from|to|repo)$|Id$/

/** Rows of an answer; what is an id of a node leads to it. */
export function AnswerTable({ answer, controller }: { answer: TableAnswer; controller: Controller }) {
  const { columns, rows, truncated, tookMs } = answer
  return (
    <>
      <p class="ask-count" aria-live="polite">
        {rows.length === 0 ? words.noRows : words.rows(rows.length, tookMs)} {truncated && words.truncated}
      </p>
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
                    <td key={columns[column]} class={typeof value === 'number' ? 'number' : ''} dir="auto">
                      <Cell value={value} column={columns[column] ?? ''} controller={controller} />
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

function Cell({ value, column, controller }: { value: Value; column: string; controller: Controller }) {
  if (typeof value === 'string' && ID_COLUMNS.test(column))
    return (
      <button type="button" class="in-table" onClick={() => controller.goTo(value)}>
        {value}
      </button>
    )
  return <>{textOf(value)}</>
}

function textOf(value: Value): string {
  if (value === null) return ''
  if (Array.isArray(value)) return value.map(nameOf).join(', ')
  return typeof value === 'object' ? nameOf(value) : String(value)
}

/** A map with a name is best shown by it; everything else as it is. */
function nameOf(value: Value): string {
  if (typeof value !== 'object' || value === null) return String(value)
  if ('name' in value && typeof value.name === 'string') return value.name
  return JSON.stringify(value)
}
