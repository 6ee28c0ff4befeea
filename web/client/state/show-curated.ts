import { effect, untracked } from '@preact/signals'
import { lastSettled, readCuration } from './curation.ts'
import { viewAfter } from './curation-changes.ts'
import { isShowingNew, untilServed } from './show-new.ts'
import { replace, report, shownVersion, view } from './store.ts'

let queue: Promise<void> = Promise.resolve()

/**
 * Shows the graph that has what was decided, as soon as the server has opened it, and stays at the place: what is selected
 * is followed to its new id. Returns how to stop.
 */
export function showCuratedGraphs(reload: () => Promise<void>): () => void {
  // Whatever made another graph may have changed what became of decisions.
  const forgetVersion = effect(() => {
    if (shownVersion.value !== undefined) untracked(() => void readCuration())
  })
  const forgetSettled = effect(() => {
    const settled = lastSettled.value
    if (settled === undefined) return
    untracked(() => {
      isShowingNew.value = true
      queue = queue.then(() => show(settled, reload)).catch((error: unknown) => report(error))
    })
  })
  return () => {
    forgetVersion()
    forgetSettled()
  }
}

async function show(
  { before, applied, version }: NonNullable<typeof lastSettled.value>,
  reload: () => Promise<void>,
): Promise<void> {
  try {
    await untilServed(version)
    const next = viewAfter(view.value, before, applied)
    if (next !== view.value) replace(next)
    await reload()
  } finally {
    isShowingNew.value = false
  }
}
