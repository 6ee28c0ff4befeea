import type { ComponentChildren } from 'preact'
import type { Controller } from '../../graph/controller.ts'
import { isOnly, onlyType, toggleType } from '../../state/changes.ts'
import { changeFilters, toggleRelationship } from '../../state/filters/change.ts'
import type { Facets } from '../../state/filters/counts.ts'
import { go, view } from '../../state/store.ts'
import type { Role } from '../../state/view.ts'
import { typeNames } from '../../strings.ts'
import { filterWords } from '../../words/filters.ts'
import { TypeDot } from '../type-mark.tsx'
import { ConfidenceSlider } from './confidence-slider.tsx'
import { FilterChips } from './filter-chips.tsx'
import { Option } from './option.tsx'
import { VenueList } from './venue-list.tsx'
import { YearBrush } from './year-brush.tsx'

/** What may be left on the map, with how much of it there is. The counts of each part follow the other parts. */
export function FilterPanel({ controller }: { controller: Controller }) {
  const facets = controller.shown.facets.value
  const all = controller.shown.columns.value.nodes.length
  const { shown, withCode } = facets
  const { hasCode } = view.value.filters
  return (
    <div class="filters">
      <p class="filters-shown" aria-live="polite">
        {filterWords.shown(shown.nodes, all, shown.relationships)}
      </p>
      <FilterChips />
      <Years years={facets.years} />
      <Types facets={facets} />
      <Relationships facets={facets} />
      <Roles facets={facets} />
      <Facet name={filterWords.confidence}>
        <ConfidenceSlider counts={facets.confidences} />
      </Facet>
      <Facet name={filterWords.code}>
        <Option
          isOn={hasCode === true}
          count={withCode}
          onChange={() => go(changeFilters(view.value, { hasCode: hasCode ? undefined : true }))}
        >
          {filterWords.hasCode}
        </Option>
      </Facet>
      <Facet name={filterWords.venues}>
        <VenueList venues={facets.venues} />
      </Facet>
    </div>
  )
}

function Facet({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <fieldset class="facet">
      <legend>{name}</legend>
      {children}
    </fieldset>
  )
}

function Years({ years: { range, counts, undated } }: { years: Facets['years'] }) {
  if (range === undefined) return null
  const isChosen = view.value.filters.years !== undefined
  return (
    <Facet name={filterWords.years}>
      <YearBrush range={range} counts={counts} />
      {undated > 0 && <p class="facet-word">{filterWords.undated(undated, isChosen)}</p>}
    </Facet>
  )
}

function Types({ facets: { types } }: { facets: Facets }) {
  return (
    <Facet name={filterWords.types}>
      {[...types].map(([type, count]) => (
        <div key={type} class="option-row">
          <Option
            isOn={!view.value.hidden.includes(type)}
            count={count}
            onChange={() => go(toggleType(view.value, type))}
          >
            <TypeDot type={type} /> {typeNames[type]}
          </Option>
          <button
            type="button"
            class="option-only"
            aria-pressed={isOnly(view.value, type)}
            aria-label={filterWords.onlyType(type)}
            onClick={() => go(onlyType(view.value, type))}
          >
            {filterWords.only}
          </button>
        </div>
      ))}
    </Facet>
  )
}

function Relationships({ facets: { relationships } }: { facets: Facets }) {
  return (
    <Facet name={filterWords.relationships}>
      {[...relationships].map(([type, count]) => (
        <Option
          key={type}
          isOn={!view.value.filters.withoutRelationships.includes(type)}
          count={count}
          onChange={() => go(toggleRelationship(view.value, type))}
        >
          {filterWords.relationshipNames[type]}
        </Option>
      ))}
    </Facet>
  )
}

function Roles({ facets: { roles } }: { facets: Facets }) {
  const now = view.value.filters.role
  const choose = (role: Role | undefined) => () => go(changeFilters(view.value, { role }))
  return (
    <Facet name={filterWords.role}>
      <Option group="role" isOn={now === undefined} onChange={choose(undefined)}>
        {filterWords.anyRole}
      </Option>
      {[...roles].map(([role, count]) => (
        <Option key={role} group="role" isOn={now === role} count={count} onChange={choose(role)}>
          {filterWords.roles[role]}
        </Option>
      ))}
    </Facet>
  )
}
