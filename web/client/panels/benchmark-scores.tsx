import { useSignal } from '@preact/signals'
import { api } from '../api.ts'
import type { ScoreRow, Series } from '../state/scores.ts'
import { seriesIn } from '../state/scores.ts'
import { shownVersion } from '../state/store.ts'
import { words } from '../strings.ts'
import { benchmarkWords } from '../words/benchmark.ts'
import { ScoreChart } from './score-chart.tsx'
import { TypeDot } from './type-mark.tsx'
import { useAnswer } from './use-answer.ts'

const FIRST = 8
const MOST = '2000'

/** A benchmark's table: the numbers that papers state on it, the best first, and how they went over the years. */
export function BenchmarkScores({ id, onChoose }: { id: string; onChoose: (id: string) => void }) {
  const chosen = useSignal<string | undefined>(undefined)
  const { answer, failed } = useAnswer(
    (signal) => api.run('benchmark-table', Object.entries({ benchmark: id, limit: MOST }), signal),
    shownVersion.value,
  )
  if (failed) return <p class="panel-failed">{failed}</p>
  if (!answer) return <div class="skeleton" aria-busy="true" />
  const all = seriesIn(answer)
  const shown = all.find(({ key }) => key === chosen.value) ?? all[0]
  if (shown === undefined) return null
  const total = all.reduce((sum, { rows }) => sum + rows.length, 0)
  return (
    <section class="benchmark">
      <h2>
        {benchmarkWords.title}
        <span class="group-count">{words.ofTotal(shown.rows.length, total)}</span>
      </h2>
      {all.length > 1 && (
        <fieldset class="metric-tabs" aria-label={benchmarkWords.metrics}>
          {all.map((series) => (
            <button
              key={series.key}
              type="button"
              class="chip"
              aria-pressed={series === shown}
              onClick={() => {
                chosen.value = series.key
              }}
            >
              {benchmarkWords.tab(series)}
              <span class="group-count">{series.rows.length}</span>
            </button>
          ))}
        </fieldset>
      )}
      {all.length === 1 && <p class="metric-only">{benchmarkWords.tab(shown)}</p>}
      <ScoreChart key={`chart ${shown.key}`} series={shown} onChoose={onChoose} />
      <p class="metric-order">{benchmarkWords.order(shown)}</p>
      <ScoreTable key={`table ${shown.key}`} series={shown} onChoose={onChoose} />
    </section>
  )
}

function ScoreTable({ series, onChoose }: { series: Series; onChoose: (id: string) => void }) {
  const isWhole = useSignal(false)
  const { rows } = series
  const shown = isWhole.value || rows.length <= FIRST + 1 ? rows : rows.slice(0, FIRST)
  return (
    <>
      <table class="scores" aria-label={benchmarkWords.tab(series)}>
        <thead class="sr-only">
          <tr>
            {benchmarkWords.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, at) => (
            <Row key={`${row.paper.id} ${at}`} row={row} series={series} onChoose={onChoose} />
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
          {benchmarkWords.showAll(rows.length)}
        </button>
      )}
    </>
  )
}

function Row({ row, series, onChoose }: { row: ScoreRow; series: Series; onChoose: (id: string) => void }) {
  const isOpen = useSignal(false)
  const details = [
    row.paper.year,
    row.system === 'this paper' ? '' : row.system,
    series.isOther ? row.metric : '',
    benchmarkWords.kind(row.kind),
  ]
  return (
    <>
      <tr class={isOpen.value ? 'is-open' : ''}>
        <td>
          <button type="button" class="link-name" dir="auto" onClick={() => onChoose(row.paper.id)}>
            <TypeDot type="paper" />
            <span class="clamp">{row.paper.label}</span>
          </button>
          <span class="score-details" dir="auto">
            {details.filter(Boolean).join(' · ')}
          </span>
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
            aria-label={`${words.why} ${benchmarkWords.value(row)}, ${row.paper.label}`}
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
