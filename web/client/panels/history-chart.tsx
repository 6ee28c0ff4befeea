import { api } from '../api.ts'
import { recordsOf } from '../state/rows.ts'
import { shownVersion } from '../state/store.ts'
import { benchmarkWords } from '../words/benchmark.ts'
import { useAnswer } from './use-answer.ts'

const WIDTH = 352
const HEIGHT = 56
const MOST_BARS = 40

/** How many papers name a concept in each year. Nothing where they are all of one year. */
export function HistoryChart({ id }: { id: string }) {
  const { answer } = useAnswer(
    (signal) => api.run('concept-history', Object.entries({ concept: id, introducers: '0' }), signal),
    shownVersion.value,
  )
  if (!answer) return null
  const years = recordsOf(answer)
    .flatMap(({ year, papers, introducing }) =>
      typeof year === 'number' ? [{ year, papers: Number(papers), introducing: Number(introducing) }] : [],
    )
    .slice(-MOST_BARS)
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined || years.length < 2) return null
  const most = Math.max(...years.map(({ papers }) => papers))
  const step = WIDTH / years.length
  const width = Math.max(2, Math.min(26, step - 3))
  return (
    <figure class="history">
      <figcaption>
        <span>{benchmarkWords.history}</span>
        <span>{benchmarkWords.historyYears(first.year, last.year)}</span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={benchmarkWords.historyText(years)}>
        {years.map(({ year, papers, introducing }, at) => {
          const height = (papers / most) * (HEIGHT - 14)
          const x = at * step + (step - width) / 2
          return (
            <g key={year}>
              <title>{benchmarkWords.historyBar(year, papers, introducing)}</title>
              <rect class="history-room" x={at * step} y="0" width={step} height={HEIGHT} />
              <rect
                class="history-bar"
                x={x}
                y={HEIGHT - Math.max(papers > 0 ? 2 : 0, height)}
                width={width}
                height={Math.max(papers > 0 ? 2 : 0, height)}
                rx="2"
              />
              {papers === most && (
                <text x={x + width / 2} y={HEIGHT - height - 3} text-anchor="middle">
                  {papers}
                </text>
              )}
            </g>
          )
        })}
      </svg>
    </figure>
  )
}
