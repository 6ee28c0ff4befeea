import type { NodeType, RelationshipType } from '../../api.ts'

/** What the URL holds: everything that is needed to see the same picture again. */
export interface View {
  selected?: Selection
  /** Nodes whose neighbours were asked for, in order, and how many of them. */
  expanded: Expansion[]
  /** Types that are switched off, in the order of NODE_TYPES. */
  hidden: NodeType[]
  /** Nodes that are looked at together, in the order of choosing. */
  chosen: string[]
  /** Nodes that were taken off the map. */
  removed: string[]
  /** The two nodes between which ways are shown. */
  way?: Way
}
export type Way = readonly [from: string, to: string]
export type Selection = { kind: 'node'; id: string } | ({ kind: 'edge' } & EdgeName)
export interface EdgeName {
  from: string
  type: RelationshipType
  to: string
  key: string
}
export interface Expansion {
  id: string
  count: number
}

export const NODE_TYPES: readonly NodeType[] = ['paper', 'method', 'model', 'benchmark', 'topic', 'repo']
export const RELATIONSHIPS: readonly RelationshipType[] = [
  'INTRODUCES',
  'USES',
  'SCORES',
  'ABOUT',
  'LINKS_TO',
  'VARIANT_OF',
]
/** How many neighbours one click asks for. */
export const STEP = 25
export const EMPTY_VIEW: View = { expanded: [], hidden: [], chosen: [], removed: [] }

const MOST_EXPANDED = 40
export const MOST_CHOSEN = 20
const MOST_REMOVED = 200

/** The query part of the URL, without "?"; empty for the opening view. */
export function encodeView({ selected, expanded, hidden, chosen, removed, way }: View): string {
  const words = new URLSearchParams()
  if (selected?.kind === 'node') words.set('node', selected.id)
  if (selected?.kind === 'edge')
    for (const name of ['from', 'type', 'to', 'key'] as const)
      if (selected[name] !== '') words.set(name, selected[name])
  for (const { id, count } of expanded) words.append('expand', `${count}~${id}`)
  if (hidden.length > 0) words.set('hide', hidden.join('.'))
  for (const id of chosen) words.append('choose', id)
  for (const id of removed) words.append('without', id)
  for (const id of way ?? []) words.append('way', id)
  return words.toString()
}

/** Reads what encodeView wrote; what it does not know it leaves out. */
export function decodeView(text: string): View {
  const words = new URLSearchParams(text)
  const view: View = { ...EMPTY_VIEW, expanded: [] }
  const node = words.get('node')
  const type = RELATIONSHIPS.find((each) => each === words.get('type'))
  const from = words.get('from')
  const to = words.get('to')
  if (node) view.selected = { kind: 'node', id: node }
  else if (from && to && type) view.selected = { kind: 'edge', from, type, to, key: words.get('key') ?? '' }
  for (const word of words.getAll('expand').slice(0, MOST_EXPANDED)) {
    const [, count, id] = /^(\d{1,4})~([\s\S]+)$/.exec(word) ?? []
    if (id && Number(count) > 0) view.expanded.push({ id, count: Number(count) })
  }
  const hidden = words.get('hide')?.split('.') ?? []
  view.hidden = NODE_TYPES.filter((each) => hidden.includes(each))
  view.chosen = namesIn(words, 'choose').slice(0, MOST_CHOSEN)
  view.removed = namesIn(words, 'without').slice(0, MOST_REMOVED)
  const [begin, end] = namesIn(words, 'way')
  // Ways are between chosen nodes, whatever somebody writes into an address.
  if (begin !== undefined && end !== undefined && [begin, end].every((each) => view.chosen.includes(each)))
    view.way = [begin, end]
  return view
}

const namesIn = (words: URLSearchParams, key: string): string[] =>
  [...new Set(words.getAll(key))].filter((each) => each !== '')

/** The view after a node's next 25 neighbours were asked for. */
export function expandMore(view: View, id: string): View {
  const before = view.expanded.find((each) => each.id === id)
  const next = { id, count: (before?.count ?? 0) + STEP }
  return { ...view, expanded: [...view.expanded.filter((each) => each.id !== id), next] }
}

export function collapse(view: View, id: string): View {
  return { ...view, expanded: view.expanded.filter((each) => each.id !== id) }
}

/** The view with one id in the place of another: an address may hold a name that stands for it. */
export function withName(view: View, name: string, id: string): View {
  const { selected, way } = view
  const one = (each: string): string => (each === name ? id : each)
  const expanded = view.expanded.map((each) => ({ ...each, id: one(each.id) }))
  const once = expanded.filter((each, at) => expanded.findIndex((other) => other.id === each.id) === at)
  const distinct = (list: readonly string[]): string[] => [...new Set(list.map(one))]
  const renamed: View = { ...view, expanded: once, chosen: distinct(view.chosen), removed: distinct(view.removed) }
  if (way) renamed.way = [one(way[0]), one(way[1])]
  if (selected?.kind === 'node') return { ...renamed, selected: { kind: 'node', id: one(selected.id) } }
  if (selected) return { ...renamed, selected: { ...selected, from: one(selected.from), to: one(selected.to) } }
  return renamed
}

export function toggleType(view: View, type: NodeType): View {
  const hidden = view.hidden.includes(type) ? view.hidden.filter((each) => each !== type) : [...view.hidden, type]
  return { ...view, hidden: NODE_TYPES.filter((each) => hidden.includes(each)) }
}

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
  const { selected, ...rest } = withChosen(
    collapse(view, id),
    view.chosen.filter((each) => each !== id),
  )
  const isGone = selected?.kind === 'node' ? selected.id === id : selected?.from === id || selected?.to === id
  const removed = [...view.removed.filter((each) => each !== id), id].slice(-MOST_REMOVED)
  return { ...rest, removed, ...(selected && !isGone ? { selected } : {}) }
}

export function restoreRemoved(view: View): View {
  return { ...view, removed: [] }
}
