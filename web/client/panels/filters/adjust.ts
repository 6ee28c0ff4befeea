import { go, replace } from '../../state/store.ts'
import type { View } from '../../state/view.ts'

const ONE_GESTURE_MS = 1200

let last = { name: '', at: 0 }

/** Shows another view as a step that undo takes back; what follows it quickly on the same control belongs to that step. */
export function adjust(name: string, next: View): void {
  const now = performance.now()
  if (last.name === name && now - last.at < ONE_GESTURE_MS) replace(next)
  else go(next)
  last = { name, at: now }
}
