import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Controller } from '../graph/controller.ts'
import { select, view } from '../state/store.ts'
import { words } from '../strings.ts'
import { EdgePanel } from './edge-panel.tsx'
import { Icon } from './icons.tsx'
import { NodePanel } from './node-panel.tsx'
import { useFocusIfLost } from './use-focus.ts'

/** What is selected: beside the map on a wide screen, a sheet from below on a narrow one. */
export function SidePanel({ controller }: { controller: Controller }) {
  const isTall = useSignal(false)
  const scroll = useRef<HTMLDivElement>(null)
  const { selected } = view.value
  const name = selected?.kind === 'node' ? selected.id : Object.values(selected ?? {}).join('\u0001')
  useEffect(() => {
    scroll.current?.scrollTo(0, 0)
  }, [name])
  const place = useRef<HTMLElement>(null)
  useFocusIfLost(place, name)
  if (!selected) return null
  return (
    <aside
      ref={place}
      tabIndex={-1}
      class={isTall.value ? 'panel is-tall' : 'panel'}
      data-covers="right"
      aria-label={words.panel}
    >
      <button
        type="button"
        class="sheet-handle"
        aria-expanded={isTall.value}
        aria-label={isTall.value ? words.sheetLower : words.sheetRaise}
        onClick={() => {
          isTall.value = !isTall.value
        }}
      />
      <button type="button" class="panel-close" aria-label={words.close} onClick={() => select(undefined)}>
        <Icon name="close" />
      </button>
      <div class="panel-scroll" ref={scroll}>
        {selected.kind === 'node' ? (
          <NodePanel key={name} id={selected.id} controller={controller} />
        ) : (
          <EdgePanel key={name} edge={selected} controller={controller} />
        )}
      </div>
    </aside>
  )
}
