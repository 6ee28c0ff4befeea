import { useSignal } from '@preact/signals'
import type { NodeAnswer } from '../../api.ts'
import { words } from '../strings.ts'
import { TypeDot } from './type-mark.tsx'

type Row = NodeAnswer['scores'][number]
const FIRST = 6

/** The numbers that abstracts state; each opens the sentence that it stands in. */
export function ScoreList({ answer, onChoose }: { answer: NodeAnswer; onChoose: (id: string) => void }) {
  const isWhole = useSignal(false)
  const isPaper = answer.node.type === 'paper'
  const rows = isWhole.value ? answer.scores : answer.scores.slice(0, FIRST)
  return (
    <section>
      <h2>
        {isPaper ? words.scores : words.scoresOn}
        <span class="group-count">{answer.scores.length}</span>
      </h2>
      <table class="scores">
        <thead class="sr-only">
          <tr>
            {[isPaper ? words.scoreOf.benchmark : words.scoreOf.paper, ...words.scoreColumns].map((column) => (
              <th key={column}>{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <ScoreRow
              key={`${row.paper.id} ${row.benchmark.id} ${at}`}
              row={row}
              isPaper={isPaper}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
      {rows.length < answer.scores.length && (
        <button
          type="button"
          class="more"
          onClick={() => {
            isWhole.value = true
          }}
        >
          {words.showAll(answer.scores.length)}
        </button>
      )}
    </section>
  )
}

function ScoreRow({ row, isPaper, onChoose }: { row: Row; isPaper: boolean; onChoose: (id: string) => void }) {
  const isOpen = useSignal(false)
  const other = isPaper ? row.benchmark : row.paper
  const details = [
    row.metric,
    row.system === 'this paper' ? '' : row.system,
    row.kind === 'absolute' ? '' : row.kind,
    isPaper ? '' : row.paper.year,
  ]
  return (
    <>
      <tr class={isOpen.value ? 'is-open' : ''}>
        <td>
          <button type="button" class="link-name" dir="auto" onClick={() => onChoose(other.id)}>
            <TypeDot type={isPaper ? 'benchmark' : 'paper'} />
            <span class="clamp">{other.label}</span>
          </button>
          <span class="score-details">{details.filter(Boolean).join(' · ')}</span>
        </td>
        <td class="number score-value">
          {row.text.replace(/\s*%$/, '')}
          <span class="score-unit">{row.unit}</span>
        </td>
        <td class="score-why">
          <button
            type="button"
            class="link-why"
            aria-expanded={isOpen.value}
            aria-label={`${words.why} ${other.label}`}
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
              <blockquote dir="auto">{row.sentence || words.noEvidence}</blockquote>
            </figure>
          </td>
        </tr>
      )}
    </>
  )
}
