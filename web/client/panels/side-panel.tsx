import type { Controller } from '../graph/controller.ts'
import { select, view } from '../state/store.ts'
import { words } from '../strings.ts'
import { EdgePanel } from './edge-panel.tsx'
import { Icon } from './icons.tsx'
import { NodePanel } from './node-panel.tsx'

/** What is selected: beside the map on a wide screen, a sheet from below on a narrow one. */
export function SidePanel({ controller }: { controller: Controller }) {
  const { selected } = view.value
  if (!selected) return null
  return (
    <aside class="panel">
      <button type="button" class="panel-close" aria-label={words.close} onClick={() => select(undefined)}>
        <Icon name="close" />
      </button>
      {selected.kind === 'node' ? (
        <NodePanel key={selected.id} id={selected.id} controller={controller} />
      ) : (
        <EdgePanel key={Object.values(selected).join('\u0001')} edge={selected} controller={controller} />
      )}
    </aside>
  )
}
