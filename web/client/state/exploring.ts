import { effect, signal } from '@preact/signals'
import { encodeView } from './address.ts'
import { steps, view } from './store.ts'

/** Whether a line may be drawn around nodes, instead of moving the map. */
export const isLassoOn = signal(false)

/** What a line around nodes chose, to be told on the map until people go on. */
const lassoNotice = signal<{ text: string; at: string } | undefined>(undefined)

/** Where in the history people are, and what they look at; the camera may come to rest meanwhile. */
const here = (): string => `${steps.value.back} ${encodeView({ ...view.value, camera: undefined })}`

// Gone for good once people go on: who comes back later has not drawn a line just now.
effect(() => {
  if (lassoNotice.value !== undefined && lassoNotice.value.at !== here()) lassoNotice.value = undefined
})

export function noteLasso(text: string): void {
  lassoNotice.value = { text, at: here() }
}

export function dismissNotice(): void {
  lassoNotice.value = undefined
}

/** What is to be told now; undefined when people have gone on. */
export function noticeNow(): string | undefined {
  return lassoNotice.value?.text
}
