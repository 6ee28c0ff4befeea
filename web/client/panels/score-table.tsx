import { useSignal } from '@preact/signals'
import type { NodeType } from '../../api.ts'
import { words } from '../strings.ts'
import { TypeDot } from './type-mark.tsx'

/** A stated number, of whatever it is stated on or by. */
export interface StatedRow {
  /** The paper that states it, or the benchmark that it is stated on. */
  other: { id: string; label: string; type: NodeType }
  details: (string | number | undefined)[]
  text: string
  unit: string
  sentence: string
  /** What the button that opens the sentence is about. */
  why: string
}

interface Props {
  rows: readonly StatedRow[]
  columns: readonly string[]
  /** Of more rows than this only so many are shown at first; one more than fits is not worth a button. */
  first: number
  label?: string
  showAll: (count: number) => string
  onChoose: (id: string) => void
}

/** Stated numbers as a table; each opens the sentence that it stands in. */
export function ScoreTable({ rows, columns, first, label, showAll, onChoose }: Props) {
  const isWhole = useSignal(false)
  const shown = isWhole.value || rows.length <= first + 1 ? rows : rows.slice(0, first)
  return (
    <>
      <table class="scores" aria-label={label}>
        <thead class="sr-only">
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, at) => (
            <ScoreRow key={`${row.other.id} ${at}`} row={row} onChoose={onChoose} />
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <button
          type="button"
          class="more"
          onClick={() => {
            isWhole.value = true
          }}
        >
          {showAll(rows.length)}
        </button>
      )}
    </>
  )
}

function ScoreRow({ row, onChoose }: { row: StatedRow; onChoose: (id: string) => void }) {
  const isOpen = useSignal(false)
  const { other, details, text, unit, sentence, why } = row
  return (
    <>
      <tr class={isOpen.value ? 'is-open' : ''}>
        <td>
          <button type="button" class="link-name" dir="auto" onClick={() => onChoose(other.id)}>
            <TypeDot type={other.type} />
            <span class="clamp">{other.label}</span>
          </button>
          <span class="score-details" dir="auto">
            {details.filter(Boolean).join(' · ')}
          </span>
        </td>
        <td class="number score-value">
          {text.replace(/\s*%$/, '')}
          <span class="score-unit">{unit}</span>
        </td>
        <td class="score-why">
          <button
            type="button"
            class="link-why"
            aria-expanded={isOpen.value}
            aria-label={`${words.why} ${why}`}
            onClick={() => {
              isOpen.value = !isOpen.value
            }}
          >
            {words.why}
          </button>
        </td>
      </tr>
      {isOpen.value && (
        <tr class="score-sentence">
          <td colSpan={3}>
            <figure class="evidence">
              <blockquote dir="auto">{sentence || words.noEvidence}</blockquote>
            </figure>
          </td>
        </tr>
      )}
    </>
  )
}
