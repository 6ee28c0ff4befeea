import { batch, computed, signal } from '@preact/signals'
import type { StatusAnswer } from '../../api.ts'
import { ApiError } from '../api.ts'
import { decodeView, encodeView } from './address.ts'
import { type Camera, EMPTY_VIEW, type Selection, type View } from './view.ts'
import type { Ways } from './ways.ts'

/** All state of the page, in one place. The view is the part that the URL holds. */
export const view = signal<View>(EMPTY_VIEW)
export const status = signal<StatusAnswer | undefined>(undefined)
/** The graph version that the picture shows; another one in `status` means that there is something new. */
export const shownVersion = signal<string | undefined>(undefined)
export const loading = signal(0)
/** Errors stay until they are dismissed. */
export const problems = signal<{ id: number; text: string; retry?: () => void }[]>([])
export const openDrawer = signal<
  'table' | 'filters' | 'ask' | 'common' | 'help' | 'add' | 'share' | 'compare' | 'decisions' | undefined
>(undefined)
/** Raised whenever nodes or edges came to or left the canvas. */
export const canvasChange = signal(0)
/** The server does not answer; the banner stays until it does. */
export const isAway = signal(false)
export const announcement = signal('')

/** The ways that are shown; absent while there are none, or while they are looked for. */
export const ways = signal<Ways | undefined>(undefined)

export const selectedNode = computed(() => (view.value.selected?.kind === 'node' ? view.value.selected.id : undefined))

/** How many steps of this page lie behind the view and ahead of it: what undo and redo can do. */
export const steps = signal({ back: 0, ahead: 0 })

/** Whether the view came from the address or the history, not from something that a person did just now. */
export const isFromHistory = signal(true)

let cameraOf = (each: View): Camera | undefined => each.camera
/** Says where the camera is for a view that is shown now, so that it is kept; undefined where that view opens so by itself. */
export function readCameraBy(read: (view: View) => Camera | undefined): void {
  cameraOf = read
}

const withCamera = (each: View): View => ({ ...each, camera: cameraOf(each) })

/** Steps of the history whose address says where the camera is though they are first sights: something could be done again. */
const lentSteps = signal<ReadonlySet<number>>(new Set())
const isLent = computed(() => lentSteps.value.has(steps.value.back))
/** Takes such steps out. */
const giveBack = (isGone: (step: number) => boolean): void => {
  if ([...lentSteps.value].some(isGone)) lentSteps.value = new Set([...lentSteps.value].filter((each) => !isGone(each)))
}

/** Whether something can be undone: a step, or where the camera went while steps lay ahead. */
export const canUndo = computed(() => steps.value.back > 0 || isLent.value)

/**
 * Writes into the address where the camera is now. Leaving the first sight of a view is a step, so that undo leads back to
 * it; where that would cost what can be done again, it becomes one with the next step.
 */
export function keepCamera(): void {
  const kept = withCamera(view.value)
  if (encodeView(kept) === encodeView(view.value)) return
  if (view.value.camera === undefined && steps.value.ahead === 0) {
    step(kept)
    return
  }
  if (view.value.camera === undefined) lentSteps.value = new Set([...lentSteps.value, steps.value.back])
  replace(kept)
}

/**
 * Shows another view and remembers it in the browser's history, which is what undo goes back in. The camera stays where it
 * is unless the view says otherwise, or is to be seen as it opens by itself.
 */
export function go(wanted: View, { isSeenAfresh = false } = {}): void {
  const isCameraMeant = isSeenAfresh || wanted.camera !== view.value.camera
  keepCamera()
  const next = isCameraMeant ? wanted : withCamera(wanted)
  if (encodeView(next) === encodeView(view.value)) return
  if (isLent.value) {
    const moved = view.value
    // Nobody sees what lies between.
    batch(() => {
      replace({ ...moved, camera: undefined })
      step(moved)
    })
  }
  step(next)
}

function step(next: View): void {
  const query = encodeView(next)
  const back = steps.value.back + 1
  // What lay ahead is gone, and here is none any more.
  giveBack((each) => each >= back - 1)
  history.pushState(back, '', query ? `?${query}` : location.pathname)
  batch(() => {
    steps.value = { back, ahead: 0 }
    isFromHistory.value = false
    view.value = next
  })
}

/** The browser takes a moment to go a step; a key that is held down must not lead out of the page meanwhile. */
let isOnItsWay = false

export function undo(): void {
  if (isOnItsWay) return
  if (isLent.value) {
    seeAtFirst(view.value)
    return
  }
  if (steps.value.back === 0) return
  keepCameraHere()
  isOnItsWay = true
  history.back()
}

/** Shows a view at its first sight again, whose address held the camera for a while. */
function seeAtFirst(each: View): void {
  giveBack((step) => step === steps.value.back)
  replace({ ...each, camera: undefined })
}

export function redo(): void {
  if (isOnItsWay || steps.value.ahead === 0) return
  keepCameraHere()
  isOnItsWay = true
  history.forward()
}

/** Before another step is gone to: a camera that is on its way from the first sight must not become a step of its own now. */
function keepCameraHere(): void {
  if (view.value.camera !== undefined) keepCamera()
}

/** Corrects the address without a step in the history. */
export function replace(next: View): void {
  const query = encodeView(next)
  history.replaceState(steps.value.back, '', query ? `?${query}` : location.pathname)
  view.value = next
}

export function select(selected: Selection | undefined): void {
  const { selected: _before, ...rest } = view.value
  go(selected ? { ...rest, selected } : rest)
}

/** The address decides at the start and when the person goes back or forward. */
export function followAddress(): void {
  view.value = decodeView(location.search.slice(1))
  // A page that is loaded again in the middle of its history knows what lies behind it, not what lies ahead.
  steps.value = { back: stepOf(history.state), ahead: 0 }
  window.addEventListener('popstate', ({ state }) => {
    const back = stepOf(state)
    isOnItsWay = false
    batch(() => {
      steps.value = { back, ahead: Math.max(0, steps.value.back + steps.value.ahead - back) }
      isFromHistory.value = true
      const found = decodeView(location.search.slice(1))
      // Who comes back to a first sight finds it as it was at first.
      if (isLent.value) seeAtFirst(found)
      else view.value = found
    })
  })
}

const stepOf = (state: unknown): number => (typeof state === 'number' ? state : 0)

let lastProblem = 0
export function report(error: unknown, retry?: () => void): void {
  if (error instanceof DOMException && error.name === 'AbortError') return
  if (error instanceof ApiError && error.code === 'away') {
    isAway.value = true
    return
  }
  const text = error instanceof Error ? error.message : String(error)
  if (problems.value.some((each) => each.text === text)) return
  problems.value = [...problems.value, { id: ++lastProblem, text, ...(retry ? { retry } : {}) }]
}
export function dismiss(id: number): void {
  problems.value = problems.value.filter((each) => each.id !== id)
}

/** Counts what is under way, so that the bar at the top shows. */
export async function busy<T>(work: Promise<T>): Promise<T> {
  loading.value++
  try {
    return await work
  } finally {
    loading.value--
  }
}
