import { effect, signal, untracked } from '@preact/signals'
import { words } from '../strings.ts'
import { readStatus } from './status.ts'
import { announcement, go, report, status } from './store.ts'
import { lastDone } from './uploads.ts'
import { EMPTY_VIEW } from './view.ts'

const ASK_MS = 400
const GIVE_UP_MS = 60_000

/** The new graph is on its way to the picture: nobody need be asked whether to show it. */
export const isShowingNew = signal(false)

/** Shows the graph that an upload made, as soon as the server has opened it. Returns how to stop. */
export function showNewGraphs(reload: () => Promise<void>): () => void {
  return effect(() => {
    const job = lastDone.value
    if (job?.report?.written !== undefined) untracked(() => void show(job.report?.version ?? '', reload))
  })
}

async function show(version: string, reload: () => Promise<void>): Promise<void> {
  const wasSample = status.value?.graph === 'sample'
  isShowingNew.value = true
  try {
    if (!(await untilServed(version))) return
    // What was looked at in the sample is not in this graph.
    if (wasSample) go(EMPTY_VIEW)
    await reload()
    announcement.value = words.newGraphShown
  } catch (error) {
    report(error)
  } finally {
    isShowingNew.value = false
  }
}

/** Waits until the server answers from a version of the graph. False where it does not within a minute: another ingest was quicker. */
export async function untilServed(version: string): Promise<boolean> {
  const until = performance.now() + GIVE_UP_MS
  while (status.value?.version !== version) {
    if (performance.now() > until) return false
    await new Promise((wait) => setTimeout(wait, ASK_MS))
    await readStatus()
  }
  return true
}
