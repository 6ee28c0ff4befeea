import { signal } from '@preact/signals'
import { view } from './store.ts'

/** Whether a line may be drawn around nodes, instead of moving the map. */
export const isLassoOn = signal(false)

/** What a line around nodes chose, to be told on the map while that choice stands. */
const lassoNotice = signal<{ text: string; chosen: readonly string[] } | undefined>(undefined)

export function noteLasso(text: string): void {
  lassoNotice.value = { text, chosen: view.value.chosen }
}

export function dismissNotice(): void {
  lassoNotice.value = undefined
}

/** What is to be told now; undefined when people have gone on. */
export function noticeNow(): string | undefined {
  const notice = lassoNotice.value
  return notice?.chosen.join('\u0001') === view.value.chosen.join('\u0001') ? notice?.text : undefined
}
