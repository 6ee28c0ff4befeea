import type { NodeType } from '../../api.ts'
import type { Controller } from '../graph/controller.ts'
import { canvasChange, go, view } from '../state/store.ts'
import { NODE_TYPES, toggleType } from '../state/view.ts'
import { typeNames, words } from '../strings.ts'
import { TypeDot } from './type-mark.tsx'

/** Says what the colours mean and switches types on and off. */
export function Legend({ controller }: { controller: Controller }) {
  canvasChange.value
  const counts = new Map<NodeType, number>()
  for (const { type } of controller.canvas.nodes()) counts.set(type, (counts.get(type) ?? 0) + 1)
  const shown = [...counts.values()].reduce((sum, each) => sum + each, 0)
  return (
    <section class="legend" aria-label={words.legend}>
      <ul>
        {NODE_TYPES.filter((type) => counts.has(type)).map((type) => (
          <li key={type}>
            <button
              type="button"
              role="switch"
              aria-checked={!view.value.hidden.includes(type)}
              class="legend-row"
              onClick={() => go(toggleType(view.value, type))}
            >
              <TypeDot type={type} />
              <span>{typeNames[type]}</span>
              <span class="legend-count">{counts.get(type)?.toLocaleString('en')}</span>
            </button>
          </li>
        ))}
      </ul>
      <p class="legend-total">{words.onMap(shown, Math.max(shown, controller.graphTotals.nodes))}</p>
    </section>
  )
}
