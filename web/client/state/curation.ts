import { computed, signal } from '@preact/signals'
import { decisions as api, type DecisionAsked } from '../api-curation.ts'
import type { Curation, Decision } from '../openapi.ts'
import { curationWords } from '../words/curation.ts'
import { isPending, settledSince } from './curation-changes.ts'
import { announcement, report } from './store.ts'

const ASK_MS = 400

/** What is decided, and whether the graph has it; undefined before it was asked. */
export const curation = signal<Curation | undefined>(undefined)
/** Decisions that the graph has since a moment ago, for the picture to follow. */
export const lastSettled = signal<
  { before: Curation | undefined; applied: Decision[]; undone: Decision[]; version: string } | undefined
>(undefined)
/** What was decided last and is in the graph; stays until it is dismissed, or the next. */
export const lastApplied = signal<Decision | undefined>(undefined)
/** Asked for, and not yet answered: the button that was pressed must show it at once. */
export const asking = signal(0)

export const pendingDecisions = computed(() => curation.value?.decisions.filter(isPending) ?? [])
export const failedDecisions = computed(() => curation.value?.decisions.filter(({ state }) => state === 'failed') ?? [])

/** What is decided about a node, or asked. */
export const decisionsOn = (id: string): Decision[] =>
  curation.value?.decisions.filter(({ nodes }) => nodes.includes(id)) ?? []

let isAsking = false

/** Asks what is decided; while something is pending, again and again. */
export async function readCuration(): Promise<void> {
  if (isAsking) return
  isAsking = true
  try {
    do {
      keep(await api.list())
      if (isUnderWay()) await new Promise((wait) => setTimeout(wait, ASK_MS))
    } while (isUnderWay())
  } catch (error) {
    report(error, () => void readCuration())
  } finally {
    isAsking = false
  }
}

/** Makes a decision. It is pending until the graph has it. */
export async function decide(made: DecisionAsked): Promise<void> {
  lastApplied.value = undefined
  await change(async () => {
    const decision = await api.add(made)
    announcement.value = `${curationWords.says(decision)}. ${curationWords.state[decision.state]}`
    return api.list()
  })
}

/** Decides once more what failed, or what is being taken back. */
export function decideAgain({ kind, things, type, note }: Decision): Promise<void> {
  return decide({ kind, things, ...(type === undefined ? {} : { type }), ...(note === undefined ? {} : { note }) })
}

export async function takeBack(decision: Decision): Promise<void> {
  if (lastApplied.value?.id === decision.id) lastApplied.value = undefined
  await change(() => api.remove(decision.id))
}

export async function applyFile(): Promise<void> {
  await change(() => api.apply())
}

async function change(ask: () => Promise<Curation>): Promise<void> {
  asking.value++
  try {
    keep(await ask())
  } catch (error) {
    report(error)
  } finally {
    asking.value--
  }
  void readCuration()
}

function keep(now: Curation): void {
  const before = curation.value
  const { applied, undone } = settledSince(before, now)
  curation.value = now
  const [last] = applied
  if (last !== undefined) {
    lastApplied.value = last
    announcement.value = curationWords.applied(curationWords.says(last))
  }
  for (const each of undone) announcement.value = curationWords.takenBack(curationWords.says(each))
  if (applied.length + undone.length > 0) lastSettled.value = { before, applied, undone, version: now.version }
}

const isUnderWay = (): boolean => curation.value?.isApplying === true
