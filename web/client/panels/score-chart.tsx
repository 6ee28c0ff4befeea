import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { encodeView } from '../state/address.ts'
import { bestSoFar, type ScoreRow, type Series } from '../state/scores.ts'
import { EMPTY_VIEW } from '../state/view.ts'
import { benchmarkWords } from '../words/benchmark.ts'
import { scaleOf } from './chart-scale.ts'

const WIDTH = 352
const HEIGHT = 168
const LEFT = 40
const RIGHT = 14
const TOP = 12
const BOTTOM = 24

/** The numbers of one metric over the years; the table below says the same. Nothing where there are fewer than two years. */
export function ScoreChart({ series, onChoose }: { series: Series; onChoose: (id: string) => void }) {
  const pointed = useSignal<ScoreRow | undefined>(undefined)
  const name = useId()
  const text = useId()
  const rows = series.rows.filter(({ paper }) => paper.year !== undefined)
  const years = rows.map(({ paper }) => paper.year ?? 0)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  if (series.isOther || first >= last) return null
  const { ticks, low, high } = scaleOf(rows.map(({ value }) => value))
  const x = (year: number): number => LEFT + ((year - first) / (last - first)) * (WIDTH - LEFT - RIGHT)
  const y = (value: number): number => TOP + (1 - (value - low) / (high - low)) * (HEIGHT - TOP - BOTTOM)
  const best = bestSoFar(series)
  const span = last - first
  const labels =
    span < 6 ? Array.from({ length: span + 1 }, (_, at) => first + at) : [first, Math.round((first + last) / 2), last]
  const tab = benchmarkWords.tab(series)
  const without = series.rows.length - rows.length
  return (
    <figure class="score-chart">
      {/* biome-ignore lint/a11y/useSemanticElements: an SVG has no fieldset, and its points are links. */}
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-labelledby={name} aria-describedby={text}>
        <title id={name}>{benchmarkWords.chart(tab)}</title>
        <desc id={text}>{benchmarkWords.chartText(series)}</desc>
        <g class="chart-grid">
          {ticks.map((tick) => (
            <g key={tick}>
              <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} />
              <text x={LEFT - 6} y={y(tick) + 4} text-anchor="end">
                {tick}
              </text>
            </g>
          ))}
          {labels.map((year, at) => (
            <text
              key={year}
              x={x(year)}
              y={HEIGHT - 6}
              text-anchor={at === 0 ? 'start' : year === last ? 'end' : 'middle'}
            >
              {year}
            </text>
          ))}
        </g>
        {best.length > 0 && <path class="chart-best" d={stepsThrough(best, last, x, y)} />}
        {rows.map((row, at) => {
          const isPointed = pointed.value === row
          const point = (): void => {
            pointed.value = row
          }
          return (
            <a
              key={at}
              href={`?${encodeView({ ...EMPTY_VIEW, selected: { kind: 'node', id: row.paper.id } })}`}
              class={isPointed ? 'chart-point is-pointed' : 'chart-point'}
              aria-label={benchmarkWords.point(row)}
              onMouseEnter={point}
              onFocus={point}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return
                event.preventDefault()
                onChoose(row.paper.id)
              }}
            >
              <circle class="chart-target" cx={x(row.paper.year ?? first)} cy={y(row.value)} r="12" />
              <circle class="chart-dot" cx={x(row.paper.year ?? first)} cy={y(row.value)} r="4.5" />
            </a>
          )
        })}
      </svg>
      <figcaption dir="auto">
        {pointed.value ? benchmarkWords.point(pointed.value) : benchmarkWords.hint}
        {best.length > 0 && pointed.value === undefined && (
          <span class="chart-key">
            <i aria-hidden="true" />
            {benchmarkWords.bestLine}
          </span>
        )}
        {without > 0 && <span class="chart-without">{benchmarkWords.withoutYear(without)}</span>}
      </figcaption>
    </figure>
  )
}

/** The best so far holds until the next. */
function stepsThrough(
  best: readonly { year: number; value: number }[],
  last: number,
  x: (year: number) => number,
  y: (value: number) => number,
): string {
  const [begin] = best
  if (begin === undefined) return ''
  const steps = best.slice(1).map(({ year, value }) => `H${x(year)}V${y(value)}`)
  return `M${x(begin.year)} ${y(begin.value)}${steps.join('')}H${x(last)}`
}
