import type { Controller } from '../../graph/controller.ts'
import { activeFilters, clearFilters } from '../../state/filters/change.ts'
import { go, view } from '../../state/store.ts'
import { filterWords } from '../../words/filters.ts'

/** Where filters leave nothing: which they are, and the ways out. */
export function NothingLeft({ controller }: { controller: Controller }) {
  const active = activeFilters(view.value)
  if (active.length === 0 || controller.visibleNodes().length > 0) return null
  return (
    <section class="empty nothing-left">
      <h1>{filterWords.nothingLeft}</h1>
      <p>{filterWords.nothingLeftWhy}</p>
      <p class="nothing-left-ways">
        {active.map((filter) => (
          <button key={filterWords.active(filter)} type="button" class="quiet" onClick={() => go(filter.without)}>
            {filterWords.clearOne(filter)}
          </button>
        ))}
        <button type="button" class="primary" onClick={() => go(clearFilters(view.value))}>
          {filterWords.clearEvery}
        </button>
      </p>
    </section>
  )
}
