import { type Signal, signal } from '@preact/signals'
import type { Controller } from '../graph/controller.ts'
import type { Sorting } from '../state/table.ts'
import { tableWords } from '../words/table.ts'
import { FilterChips } from './filters/filter-chips.tsx'
import { NodeRows } from './table/node-rows.tsx'
import { RelationshipRows } from './table/relationship-rows.tsx'

const TABS = ['nodes', 'relationships'] as const
type Tab = (typeof TABS)[number]

/** Which list was looked at and how it was sorted outlives the drawer, as long as the page is there. */
const openTab = signal<Tab>('nodes')
const sortings: Record<Tab, Signal<Sorting>> = {
  nodes: signal({ column: 'degree', isUp: false }),
  relationships: signal({ column: 'from', isUp: true }),
}

/** Everything on the map as tables, its nodes and its relationships: the picture's equal for keyboard and screen reader. */
export function NodeTable({ controller }: { controller: Controller }) {
  const open = openTab.value
  const move = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    openTab.value = open === 'nodes' ? 'relationships' : 'nodes'
    document.getElementById(`table-tab-${openTab.value}`)?.focus()
  }
  return (
    <>
      <div class="table-tabs" role="tablist" aria-label={tableWords.tabs} onKeyDown={move}>
        {TABS.map((tab) => (
          <button
            key={tab}
            type="button"
            id={`table-tab-${tab}`}
            role="tab"
            aria-selected={open === tab}
            aria-controls="table-rows"
            tabIndex={open === tab ? 0 : -1}
            onClick={() => {
              openTab.value = tab
            }}
          >
            {tableWords[tab]}
          </button>
        ))}
      </div>
      <FilterChips />
      <div id="table-rows" class="table-rows" role="tabpanel" aria-labelledby={`table-tab-${open}`}>
        {open === 'nodes' ? (
          <NodeRows controller={controller} sorting={sortings.nodes} />
        ) : (
          <RelationshipRows controller={controller} sorting={sortings.relationships} />
        )}
      </div>
    </>
  )
}
