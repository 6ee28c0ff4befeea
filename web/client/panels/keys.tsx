import type { Controller } from '../graph/controller.ts'
import { go, openDrawer, select, selectedNode, view } from '../state/store.ts'
import { collapse, expandMore } from '../state/view.ts'
import { words } from '../strings.ts'

/** Single keys for everything that the pointer does; not while a person types. Returns how to stop listening. */
export function listenToKeys(controller: Controller): () => void {
  const actions: Record<string, () => void> = {
    '/': () => document.getElementById('search')?.focus(),
    Escape: () => {
      if (openDrawer.value) openDrawer.value = undefined
      else select(undefined)
    },
    e: () => {
      if (selectedNode.value) go(expandMore(view.value, selectedNode.value))
    },
    c: () => {
      if (selectedNode.value) go(collapse(view.value, selectedNode.value))
    },
    t: () => toggle('table'),
    a: () => toggle('ask'),
    '?': () => toggle('help'),
    f: () => controller.fit(),
    '+': () => controller.zoom(1 / 1.6),
    '=': () => controller.zoom(1 / 1.6),
    '-': () => controller.zoom(1.6),
  }
  const listen = (event: KeyboardEvent): void => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
    if (event.ctrlKey || event.metaKey || event.altKey || (isTyping && event.key !== 'Escape')) return
    const action = actions[event.key]
    if (!action || event.defaultPrevented) return
    event.preventDefault()
    action()
  }
  window.addEventListener('keydown', listen)
  return () => window.removeEventListener('keydown', listen)
}

function toggle(drawer: 'table' | 'ask' | 'help'): void {
  openDrawer.value = openDrawer.value === drawer ? undefined : drawer
}

export function KeyList() {
  return (
    <dl class="key-list">
      {words.keyList.map(([key, what]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  )
}
