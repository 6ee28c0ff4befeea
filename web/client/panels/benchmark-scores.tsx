import { useSignal } from '@preact/signals'
import { api } from '../api.ts'
import { type Series, seriesIn } from '../state/scores.ts'
import { shownVersion } from '../state/store.ts'
import { words } from '../strings.ts'
import { benchmarkWords } from '../words/benchmark.ts'
import { ScoreChart } from './score-chart.tsx'
import { ScoreTable, type StatedRow } from './score-table.tsx'
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
      <ScoreTable
        key={`table ${shown.key}`}
        label={benchmarkWords.tab(shown)}
        rows={rowsOf(shown)}
        columns={benchmarkWords.columns}
        first={FIRST}
        showAll={benchmarkWords.showAll}
        onChoose={onChoose}
      />
    </section>
  )
}

function rowsOf(series: Series): StatedRow[] {
  return series.rows.map((row) => ({
    other: { ...row.paper, type: 'paper' },
    details: [
      row.paper.year,
      row.system === 'this paper' ? '' : row.system,
      series.isOther ? row.metric : '',
      benchmarkWords.kind(row.kind),
    ],
    ...{ text: row.text, unit: row.unit, sentence: row.sentence },
    why: `${benchmarkWords.value(row)}, ${row.paper.label}`,
  }))
}
