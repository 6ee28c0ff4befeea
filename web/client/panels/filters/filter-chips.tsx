import { activeFilters, clearFilters } from '../../state/filters/change.ts'
import { go, view } from '../../state/store.ts'
import { filterWords } from '../../words/filters.ts'
import { Icon } from '../icons.tsx'

/** The filters that are on, each with a way to take it away. */
export function FilterChips({ isOnMap = false }: { isOnMap?: boolean }) {
  const active = activeFilters(view.value)
  if (active.length === 0) return null
  return (
    <section
      class={isOnMap ? 'filter-chips is-on-map' : 'filter-chips'}
      data-covers={isOnMap ? 'top' : undefined}
      aria-label={filterWords.list}
    >
      {active.map((filter) => (
        <button
          key={filterWords.active(filter)}
          type="button"
          class="filter-chip"
          aria-label={filterWords.takeAway(filter)}
          title={filterWords.takeAway(filter)}
          onClick={() => go(filter.without)}
        >
          <span dir="auto">{filterWords.active(filter)}</span>
          <Icon name="close" />
        </button>
      ))}
      <button type="button" class="filter-clear" onClick={() => go(clearFilters(view.value))}>
        {filterWords.clearAll}
      </button>
    </section>
  )
}
