import type { Curation, Decision } from '../openapi.ts'
import { withName, withoutNode } from './changes.ts'
import type { View } from './view.ts'

/** Whether the graph is to have a decision, or to lose it, and does not yet. */
export const isPending = ({ state }: Decision): boolean =>
  state === 'queued' || state === 'applying' || state === 'undoing'

/** Decisions that were pending and of which the graph has what they ask for now. */
export function settledSince(before: Curation | undefined, now: Curation): { applied: Decision[]; undone: Decision[] } {
  const known = new Map(now.decisions.map((each) => [each.id, each]))
  const pending = before?.decisions.filter(isPending) ?? []
  const applied = pending.flatMap((each) => {
    const after = known.get(each.id)
    // What it was called is known only of those that wait.
    return each.state !== 'undoing' && after?.state === 'applied' ? [{ ...after, names: each.names }] : []
  })
  const undone = pending.filter((each) => each.state === 'undoing' && !known.has(each.id))
  return { applied, undone }
}

/** The view over the graph that has these decisions: a node may have another id there, or be hidden. */
export function viewAfter(view: View, before: Curation | undefined, applied: readonly Decision[]): View {
  const old = new Map(before?.decisions.map((each) => [each.id, each.nodes]))
  return applied.reduce((next, { id, kind, nodes }) => {
    const from = old.get(id) ?? []
    if (kind === 'hide') return from.reduce(withoutNode, next)
    // Of one node that became two, the second thing is what it was.
    const last = new Map(from.map((each, at) => [each, nodes[at]]))
    return [...last].reduce(
      (each, [name, target]) => (target === undefined || target === name ? each : withName(each, name, target)),
      next,
    )
  }, view)
}
