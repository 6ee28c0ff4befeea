import { go, replace, steps } from '../../state/store.ts'
import type { View } from '../../state/view.ts'

const ONE_GESTURE_MS = 1200

let last = { name: '', at: 0, step: 0 }

/** Shows another view as a step that undo takes back; what follows it quickly on the same control belongs to that step. */
export function adjust(name: string, next: View): void {
  const now = performance.now()
  const isSameGesture = last.name === name && now - last.at < ONE_GESTURE_MS && last.step === steps.value.back
  if (isSameGesture) replace(next)
  else go(next)
  last = { name, at: now, step: steps.value.back }
}
