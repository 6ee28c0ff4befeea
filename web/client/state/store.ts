import { computed, signal } from '@preact/signals'
import type { StatusAnswer } from '../../api.ts'
import { ApiError } from '../api.ts'
import { decodeView, EMPTY_VIEW, encodeView, type Selection, type View } from './view.ts'

/** All state of the page, in one place. The view is the part that the URL holds. */
export const view = signal<View>(EMPTY_VIEW)
export const status = signal<StatusAnswer | undefined>(undefined)
/** The graph version that the picture shows; another one in `status` means that there is something new. */
export const shownVersion = signal<string | undefined>(undefined)
export const loading = signal(0)
/** Errors stay until they are dismissed. */
export const problems = signal<{ id: number; text: string; retry?: () => void }[]>([])
export const openDrawer = signal<'table' | 'ask' | 'help' | undefined>(undefined)
/** Raised whenever nodes or edges came to or left the canvas. */
export const canvasChange = signal(0)
/** The server does not answer; the banner stays until it does. */
export const isAway = signal(false)
export const isWebglLost = signal(false)
export const announcement = signal('')

export const selectedNode = computed(() => (view.value.selected?.kind === 'node' ? view.value.selected.id : undefined))

/** Shows another view and remembers it in the browser's history. */
export function go(next: View): void {
  const query = encodeView(next)
  if (query === encodeView(view.value)) return
  history.pushState(null, '', query ? `?${query}` : location.pathname)
  view.value = next
}

/** Corrects the address without a step in the history. */
export function replace(next: View): void {
  const query = encodeView(next)
  history.replaceState(null, '', query ? `?${query}` : location.pathname)
  view.value = next
}

export function select(selected: Selection | undefined): void {
  const { selected: _before, ...rest } = view.value
  go(selected ? { ...rest, selected } : rest)
}

/** The address decides at the start and when the person goes back or forward. */
export function followAddress(): void {
  view.value = decodeView(location.search.slice(1))
  window.addEventListener('popstate', () => {
    view.value = decodeView(location.search.slice(1))
  })
}

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
