import type { NodeType } from '../../api.ts'
import {
  type Expansion,
  MOST_CHOSEN,
  MOST_COUNTED,
  MOST_EXPANDED,
  MOST_PINNED,
  MOST_REMOVED,
  NODE_TYPES,
  type Pin,
  STEP,
  type View,
} from './view.ts'

/** How neighbours are chosen: the most connected first, or as said. */
export type ExpandChoice = Pick<Expansion, 'order' | 'relationship'>

const isSameChoice = (a: ExpandChoice, b: ExpandChoice): boolean =>
  a.order === b.order && a.relationship === b.relationship

/**
 * The view after a node's next 25 neighbours were asked for, of all or of those that somebody wants to see. What was asked
 * for before stays where it is in the list, so that nothing else moves on the map.
 */
export function expandMore(view: View, id: string, choice: ExpandChoice = {}): View {
  const isIt = (each: Expansion): boolean => each.id === id && isSameChoice(each, choice)
  const next = { id, ...choice, count: Math.min(MOST_COUNTED, (view.expanded.find(isIt)?.count ?? 0) + STEP) }
  const expanded = view.expanded.some(isIt)
    ? view.expanded.map((each) => (isIt(each) ? next : each))
    : [...view.expanded, next].slice(-MOST_EXPANDED)
  return { ...view, expanded }
}

/** Takes away whatever a node was expanded by. */
export function collapse(view: View, id: string): View {
  return { ...view, expanded: view.expanded.filter((each) => each.id !== id) }
}

/** The view with one id in the place of another: an address may hold a name that stands for it. */
export function withName(view: View, name: string, id: string): View {
  const { selected, way } = view
  const one = (each: string): string => (each === name ? id : each)
  const expanded = view.expanded.map((each) => ({ ...each, id: one(each.id) }))
  const once = expanded.filter(
    (each, at) => expanded.findIndex((other) => other.id === each.id && isSameChoice(other, each)) === at,
  )
  const pinned = view.pinned.map((each) => ({ ...each, id: one(each.id) }))
  const distinct = (list: readonly string[]): string[] => [...new Set(list.map(one))]
  const renamed: View = {
    ...{ ...view, expanded: once, chosen: distinct(view.chosen), removed: distinct(view.removed) },
    pinned: pinned.filter((each, at) => pinned.findIndex((other) => other.id === each.id) === at),
  }
  if (view.focus) renamed.focus = { ...view.focus, id: one(view.focus.id) }
  if (way) renamed.way = [one(way[0]), one(way[1])]
  if (selected?.kind === 'node') return { ...renamed, selected: { kind: 'node', id: one(selected.id) } }
  if (selected) return { ...renamed, selected: { ...selected, from: one(selected.from), to: one(selected.to) } }
  return renamed
}

export function toggleType(view: View, type: NodeType): View {
  const hidden = view.hidden.includes(type) ? view.hidden.filter((each) => each !== type) : [...view.hidden, type]
  return { ...view, hidden: NODE_TYPES.filter((each) => hidden.includes(each)) }
}

/** The view with nodes of this type alone; where that is so already, with all types. */
export function onlyType(view: View, type: NodeType): View {
  const others = NODE_TYPES.filter((each) => each !== type)
  return { ...view, hidden: isOnly(view, type) ? [] : others }
}

/** Whether all other types are switched off. */
export const isOnly = ({ hidden }: Pick<View, 'hidden'>, type: NodeType): boolean =>
  hidden.length === NODE_TYPES.length - 1 && !hidden.includes(type)

/** The view with a node among the chosen ones, or no longer. The first one that joins what is selected chooses both. */
export function toggleChosen(view: View, id: string): View {
  const { selected, chosen } = view
  if (chosen.includes(id))
    return withChosen(
      view,
      chosen.filter((each) => each !== id),
    )
  const before = chosen.length === 0 && selected?.kind === 'node' && selected.id !== id ? [selected.id] : chosen
  return withChosen(view, [...before, id].slice(-MOST_CHOSEN))
}

/** Who is chosen when several nodes are chosen at once, alone or beside those that are, and how many were too many. */
export function chooseMany(
  { chosen }: View,
  ids: readonly string[],
  isAlso: boolean,
): { chosen: string[]; leftOut: number } {
  const all = [...new Set([...(isAlso ? chosen : []), ...ids])]
  return { chosen: all.slice(0, MOST_CHOSEN), leftOut: Math.max(0, all.length - MOST_CHOSEN) }
}

/** Ways end with the choice that they were asked for. */
export function withChosen(view: View, chosen: string[]): View {
  const { way, ...rest } = view
  return { ...rest, chosen, ...(way?.every((end) => chosen.includes(end)) ? { way } : {}) }
}

/** Shows the ways between the two nodes that are chosen, or no longer; the same view where not just two are. */
export function toggleWay(view: View): View {
  const { way, ...rest } = view
  const [from, to, third] = view.chosen
  if (way || from === undefined || to === undefined || third !== undefined) return rest
  return { ...rest, way: [from, to] }
}

/** Takes a node off the map, and with it whatever it was selected, chosen or expanded for. */
export function removeNode(view: View, id: string): View {
  const removed = [...view.removed.filter((each) => each !== id), id].slice(-MOST_REMOVED)
  return { ...withoutNode(view, id), removed }
}

/** The view without whatever a node was selected, chosen, pinned or expanded for. */
export function withoutNode(view: View, id: string): View {
  const { selected, focus, ...rest } = withChosen(
    collapse(unpin(view, id), id),
    view.chosen.filter((each) => each !== id),
  )
  const isGone = selected?.kind === 'node' ? selected.id === id : selected?.from === id || selected?.to === id
  return {
    ...rest,
    ...(selected && !isGone ? { selected } : {}),
    ...(focus && focus.id !== id ? { focus } : {}),
  }
}

export function restoreRemoved(view: View): View {
  return { ...view, removed: [] }
}

/** Keeps a node where somebody put it. Places are rounded, so that the address holds them in full. */
export function pin(view: View, { id, x, y }: Pin): View {
  const rounded = { id, x: round(x), y: round(y) }
  return { ...view, pinned: [...view.pinned.filter((each) => each.id !== id), rounded].slice(-MOST_PINNED) }
}

export function unpinAll(view: View): View {
  return { ...view, pinned: [] }
}

export function unpin(view: View, id: string): View {
  return { ...view, pinned: view.pinned.filter((each) => each.id !== id) }
}

/** Four digits after the point are less than a pixel on a screen; none is left of a negative zero. */
export const round = (value: number): number => Math.round(value * 1e4) / 1e4 + 0
