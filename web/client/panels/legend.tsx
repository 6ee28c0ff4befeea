import type { NodeType } from '../../api.ts'
import type { Controller } from '../graph/controller.ts'
import { restoreRemoved, toggleType } from '../state/changes.ts'
import { go, view } from '../state/store.ts'
import { NODE_TYPES } from '../state/view.ts'
import { typeNames, words } from '../strings.ts'
import { TypeDot } from './type-mark.tsx'

/** Says what colours and lines mean, and switches types on and off. */
export function Legend({ controller }: { controller: Controller }) {
  // A type keeps its row when filters leave none of it: it may be what one looks for.
  const { columns, visible } = controller.shown
  const counts = new Map<NodeType, number>(columns.value.nodes.map(({ type }) => [type, 0]))
  columns.value.nodes.forEach(({ type }, at) => {
    if (visible.value.ofAnyType[at] === 1) counts.set(type, (counts.get(type) ?? 0) + 1)
  })
  const removed = new Set(view.value.removed)
  const shown = [...counts.values()].reduce((sum, each) => sum + each, 0)
  const hidden = view.value.hidden.reduce((sum, type) => sum + (counts.get(type) ?? 0), 0)
  return (
    <section class="legend" aria-label={words.legend}>
      <ul class="legend-types">
        {NODE_TYPES.filter((type) => counts.has(type)).map((type) => (
          <li key={type}>
            <button
              type="button"
              role="switch"
              aria-checked={!view.value.hidden.includes(type)}
              class="legend-row"
              title={view.value.hidden.includes(type) ? words.switchOn(type) : words.switchOff(type)}
              onClick={() => go(toggleType(view.value, type))}
            >
              <TypeDot type={type} />
              <span class="legend-name">{typeNames[type]}</span>
              <span class="legend-count">{counts.get(type)?.toLocaleString('en')}</span>
            </button>
          </li>
        ))}
      </ul>
      <ul class="legend-lines" aria-label={words.legendLines}>
        {words.lines.map(([weight, meaning]) => (
          <li key={weight}>
            <span class={`line line-${weight}`} aria-hidden="true" />
            {meaning}
          </li>
        ))}
      </ul>
      {removed.size > 0 && (
        <p class="legend-removed">
          {words.removedNodes(removed.size)}{' '}
          <button type="button" class="in-table" onClick={() => go(restoreRemoved(view.value))}>
            {words.restore}
          </button>
        </p>
      )}
      <p class="legend-total" aria-live="polite">
        {words.onMap(shown - hidden, Math.max(shown, controller.graphTotals.nodes))}
      </p>
    </section>
  )
}
