import type { Curation, Decision } from '../openapi.ts'
import { withName, withoutNode } from './changes.ts'
import type { EdgeName, View } from './view.ts'

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
  return applied.reduce((next, { id, kind, nodes, things }) => {
    const from = old.get(id) ?? []
    if (kind === 'hide') return from.reduce(withoutNode, next)
    // Of one node that became two, the second thing is what it was.
    const last = new Map(from.map((each, at) => [each, nodes[at]]))
    const named = [...last].reduce(
      (each, [name, target]) => (target === undefined || target === name ? each : withName(each, name, target)),
      next,
    )
    // The part may have kept the old id.
    const isParted = kind === 'different' && from[0] === from[1] && isEdge(next, things[0]?.paper, from[0])
    return isParted ? withEnd(named, nodes[0]) : named
  }, view)
}

const isEdge = ({ selected }: View, from: string | undefined, to: string | undefined): boolean =>
  selected?.kind === 'edge' && selected.from === from && selected.to === to

/** Of one thing that became two, the relationship of the paper that means the other one leads there. */
function withEnd(view: View, to: string | undefined): View {
  const { selected } = view
  return selected?.kind === 'edge' && to !== undefined ? { ...view, selected: { ...selected, to } } : view
}

/**
 * The view with what runs between the ends of the selected relationship now, where that is no longer there: a concept of another
 * type is related in another way. `others` are what its ends may be called now, after a decision was taken back. Where nothing
 * runs there, the end that it led to.
 */
export async function withStandingEdge(
  view: View,
  edgesAmong: (ids: string[]) => Promise<{ edges: readonly EdgeName[] }>,
  others: readonly string[] = [],
): Promise<View> {
  const { selected } = view
  if (selected?.kind !== 'edge') return view
  const { from, to, type, key } = selected
  const { edges } = await edgesAmong([...new Set([from, to, ...others])])
  const isIt = (each: EdgeName): boolean => each.type === type && each.key === key
  const near = edges.filter((each) => each.from === from || each.to === to)
  const between = near.filter((each) => each.from === from && each.to === to)
  if (between.some(isIt)) return view
  const next = near.find(isIt) ?? [...between, ...near].find((each) => each.type !== 'SCORES') ?? near[0]
  if (next === undefined) return { ...view, selected: { kind: 'node', id: to } }
  return { ...view, selected: { kind: 'edge', from: next.from, type: next.type, to: next.to, key: next.key } }
}
