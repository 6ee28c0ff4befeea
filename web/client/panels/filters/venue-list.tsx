import { useSignal } from '@preact/signals'
import { toggleVenue } from '../../state/filters/change.ts'
import type { Facets } from '../../state/filters/counts.ts'
import { go, view } from '../../state/store.ts'
import { filterWords } from '../../words/filters.ts'
import { Option } from './option.tsx'

const FEW = 8
const MOST = 50

/** Venues, the most frequent first; many are found by typing. What is chosen stays in sight. */
export function VenueList({ venues }: { venues: Facets['venues'] }) {
  const typed = useSignal('')
  const chosen = view.value.filters.venues
  const wanted = typed.value.trim().toLowerCase()
  const found = venues.filter(({ name }) => name.toLowerCase().includes(wanted))
  const shown = found.filter(({ name }, at) => at < (wanted === '' ? FEW : MOST) || chosen.includes(name))
  if (venues.length === 0) return <p class="facet-word">{filterWords.venuesUnknown}</p>
  return (
    <>
      {venues.length > FEW && (
        <input
          type="search"
          class="venue-search"
          placeholder={filterWords.findVenue}
          aria-label={filterWords.findVenue}
          value={typed.value}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value
          }}
        />
      )}
      {shown.map(({ name, count }) => (
        <Option
          key={name}
          isOn={chosen.includes(name)}
          count={count}
          onChange={() => go(toggleVenue(view.value, name))}
        >
          {name}
        </Option>
      ))}
      {found.length === 0 && <p class="facet-word">{filterWords.noVenue}</p>}
      {found.length > shown.length && <p class="facet-word">{filterWords.moreVenues(found.length - shown.length)}</p>}
    </>
  )
}
