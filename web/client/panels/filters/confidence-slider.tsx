import { changeFilters } from '../../state/filters/change.ts'
import { view } from '../../state/store.ts'
import { filterWords } from '../../words/filters.ts'
import { adjust } from './adjust.ts'

/** How sure relationships must be, over a histogram of how sure they are. */
export function ConfidenceSlider({ counts }: { counts: readonly number[] }) {
  const least = view.value.filters.confidence ?? 0
  const most = Math.max(1, ...counts)
  return (
    <div class="confidence">
      <div class="confidence-bars" aria-hidden="true">
        {counts.map((count, at) => (
          <span
            key={at}
            class={(at + 1) / counts.length <= least + 1e-9 ? 'brush-bar is-out' : 'brush-bar'}
            title={String(count)}
          >
            <span style={{ height: `${count === 0 ? 0 : Math.max(4, (count / most) * 100)}%` }} />
          </span>
        ))}
      </div>
      <input
        type="range"
        min={0}
        max={100}
        step={100 / counts.length}
        value={Math.round(least * 100)}
        aria-label={filterWords.confidence}
        aria-valuetext={filterWords.atLeast(least)}
        onInput={({ currentTarget }) =>
          adjust('confidence', changeFilters(view.value, { confidence: currentTarget.valueAsNumber / 100 }))
        }
      />
      <p class="confidence-word">{filterWords.atLeast(least)}</p>
    </div>
  )
}
