import { computed, effect, signal } from '@preact/signals'
import { go, openDrawer, steps, view } from './store.ts'
import { EMPTY_VIEW, isFiltered, type View } from './view.ts'

/** Whether the page is where it opened: nothing was done yet, or somebody came back to the start. */
const isHome = signal(false)

/** The start page shows; an open drawer lies in its place. */
export const isStartShown = computed(() => isHome.value && openDrawer.value === undefined)

/** Whether nothing is looked at in particular. How the map is drawn and where the camera is do not count. */
export function isOpening(view: View): boolean {
  const { selected, expanded, chosen, removed, way, focus } = view
  return (
    !isFiltered(view) &&
    expanded.length + chosen.length + removed.length === 0 &&
    [selected, way, focus].every((each) => each === undefined)
  )
}

/** An address with a place for the camera was copied, or left, by someone who had begun to look. */
const isUntouched = (view: View): boolean => isOpening(view) && view.camera === undefined

/**
 * From the address on: the start page shows on the opening view, gives way to whatever else is looked at, and is there
 * again for who undoes everything.
 */
export function followStart(): void {
  isHome.value = isUntouched(view.value)
  effect(() => {
    if (!isOpening(view.value)) isHome.value = false
  })
  window.addEventListener('popstate', () => {
    if (steps.value.back === 0 && isUntouched(view.value)) isHome.value = true
  })
}

export function leaveStart(): void {
  isHome.value = false
}

/** Shows the start page on the opening view; the size of the map and how it is drawn stay as they were chosen. */
export function goToStart(): void {
  openDrawer.value = undefined
  isHome.value = true
  const { most, picture } = view.value
  // Once the page is there, so that the map can be placed beside it.
  requestAnimationFrame(() => {
    go({ ...EMPTY_VIEW, picture, ...(most === undefined ? {} : { most }) }, { isSeenAfresh: true })
    // On its way it may have written into the address where the camera was, which is not the start.
    isHome.value = true
  })
}

const FAR_PX = 6

/** The start page gives way when a person moves the map. Returns how to stop. */
export function leaveStartOnMove(canvas: HTMLElement): () => void {
  const move = ({ clientX, clientY, target }: PointerEvent): void => {
    if (!(target instanceof Node) || !canvas.contains(target)) return
    const follow = (event: PointerEvent): void => {
      if (Math.hypot(event.clientX - clientX, event.clientY - clientY) > FAR_PX) leaveStart()
    }
    window.addEventListener('pointermove', follow)
    for (const end of ['pointerup', 'pointercancel'])
      window.addEventListener(end, () => window.removeEventListener('pointermove', follow), { once: true })
  }
  canvas.addEventListener('pointerdown', move, { capture: true })
  canvas.addEventListener('wheel', leaveStart, { passive: true, capture: true })
  return () => {
    canvas.removeEventListener('pointerdown', move, { capture: true })
    canvas.removeEventListener('wheel', leaveStart, { capture: true })
  }
}
