import type { Controller } from '../graph/controller.ts'
import { collapse, expandMore, removeNode, toggleChosen, toggleWay, withChosen } from '../state/changes.ts'
import { isLassoOn } from '../state/exploring.ts'
import { behind } from '../state/front.ts'
import { isPictureOpen } from '../state/picture.ts'
import { copyLink } from '../state/share.ts'
import { goToStart, isStartShown, leaveStart } from '../state/start.ts'
import { go, openDrawer, redo, select, selectedNode, undo, view } from '../state/store.ts'
import { words } from '../strings.ts'
import { closePicture } from './picture-panel.tsx'

/** Single keys for everything that the pointer does; not while a person types. Returns how to stop listening. */
export function listenToKeys(controller: Controller): () => void {
  const actions: Record<string, () => void> = {
    '/': () => document.getElementById('search')?.focus(),
    Escape: () => {
      // What lies in front closes first.
      if (isLassoOn.value) isLassoOn.value = false
      else if (isPictureOpen.value) closePicture()
      else if (openDrawer.value && behind.value !== 'drawer') openDrawer.value = undefined
      else if (isStartShown.value) leaveStart()
      else if (view.value.selected) select(undefined)
      else go(withChosen(view.value, []))
    },
    e: () => {
      if (selectedNode.value) go(expandMore(view.value, selectedNode.value))
    },
    c: () => {
      if (selectedNode.value) go(collapse(view.value, selectedNode.value))
    },
    s: () => {
      if (selectedNode.value) go(toggleChosen(view.value, selectedNode.value))
    },
    x: () => {
      if (selectedNode.value) go(removeNode(view.value, selectedNode.value))
    },
    p: () => {
      if (selectedNode.value) controller.togglePin(selectedNode.value)
    },
    o: () => controller.nextFocus(),
    l: () => {
      isLassoOn.value = !isLassoOn.value
    },
    i: () => {
      if (view.value.chosen.length > 1) toggle('common')
    },
    m: () => {
      if (view.value.chosen.length > 1) toggle('compare')
    },
    d: () => toggle('decisions'),
    w: () => go(toggleWay(view.value)),
    v: () => {
      if (isPictureOpen.value) closePicture()
      else isPictureOpen.value = true
    },
    k: () => void copyLink(),
    K: () => toggle('share'),
    y: () => controller.tidy(),
    z: undo,
    Z: redo,
    t: () => toggle('table'),
    r: () => toggle('filters'),
    a: () => toggle('ask'),
    u: () => toggle('add'),
    h: goToStart,
    Home: () => {
      // In a list or a panel the same key goes to its beginning.
      if (!document.activeElement?.closest('.drawer, .panel, .start')) goToStart()
    },
    '?': () => toggle('help'),
    f: () => controller.fit(),
    '+': () => controller.zoom(1 / 1.6),
    '=': () => controller.zoom(1 / 1.6),
    '-': () => controller.zoom(1.6),
  }
  const listen = (event: KeyboardEvent): void => {
    const isTyping =
      event.target instanceof HTMLElement &&
      event.target.matches('input:not([type="radio"], [type="checkbox"]), textarea, select')
    const command = commandOf(event)
    if (command && !isTyping) {
      event.preventDefault()
      command()
    }
    if (event.ctrlKey || event.metaKey || event.altKey || (isTyping && event.key !== 'Escape')) return
    const action = actions[event.key]
    if (!action || event.defaultPrevented) return
    event.preventDefault()
    action()
  }
  window.addEventListener('keydown', listen)
  return () => window.removeEventListener('keydown', listen)
}

/** Undo and redo by the keys that other programs have for them. */
function commandOf({ ctrlKey, metaKey, shiftKey, altKey, key }: KeyboardEvent): (() => void) | undefined {
  if (!(ctrlKey || metaKey) || altKey) return undefined
  if (key.toLowerCase() === 'z') return shiftKey ? redo : undo
  return key.toLowerCase() === 'y' ? redo : undefined
}

function toggle(drawer: NonNullable<typeof openDrawer.value>): void {
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
