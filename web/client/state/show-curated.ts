import { effect, untracked } from '@preact/signals'
import { api } from '../api.ts'
import { lastSettled, readCuration } from './curation.ts'
import { viewAfter, withStandingEdge } from './curation-changes.ts'
import { isShowingNew, untilServed } from './show-new.ts'
import { replace, report, shownVersion, view } from './store.ts'

let queue: Promise<void> = Promise.resolve()
let underWay = 0

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
      underWay++
      queue = queue.then(() => show(settled, reload)).catch((error: unknown) => report(error))
    })
  })
  return () => {
    forgetVersion()
    forgetSettled()
  }
}

const edgesAmong = async (ids: string[]) => {
  const { edges } = await api.edges(ids)
  return { edges: edges.map((each) => ({ ...each, key: each.key ?? '' })) }
}

async function show(
  { before, applied, undone, version }: NonNullable<typeof lastSettled.value>,
  reload: () => Promise<void>,
): Promise<void> {
  try {
    await untilServed(version)
    const now = view.value
    const others = undone.flatMap(({ nodes }) => nodes)
    const standing = await withStandingEdge(viewAfter(now, before, applied), edgesAmong, others)
    // Whoever went on in the meantime is not brought back.
    const next = view.value === now ? standing : viewAfter(view.value, before, applied)
    if (next !== view.value) replace(next)
    await reload()
  } finally {
    underWay--
    isShowingNew.value = underWay > 0
  }
}
