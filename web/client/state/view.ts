import type { NodeType, RelationshipType } from '../../api.ts'

/** What the URL holds: everything that is needed to see the same picture again. */
export interface View {
  selected?: Selection
  /** Nodes whose neighbours were asked for, in order, and how many of them. */
  expanded: Expansion[]
  /** Types that are switched off, in the order of NODE_TYPES. */
  hidden: NodeType[]
}
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
export const EMPTY_VIEW: View = { expanded: [], hidden: [] }

const MOST_EXPANDED = 40

/** The query part of the URL, without "?"; empty for the opening view. */
export function encodeView({ selected, expanded, hidden }: View): string {
  const words = new URLSearchParams()
  if (selected?.kind === 'node') words.set('node', selected.id)
  if (selected?.kind === 'edge')
    for (const name of ['from', 'type', 'to', 'key'] as const)
      if (selected[name] !== '') words.set(name, selected[name])
  for (const { id, count } of expanded) words.append('expand', `${count}~${id}`)
  if (hidden.length > 0) words.set('hide', hidden.join('.'))
  return words.toString()
}

/** Reads what encodeView wrote; what it does not know it leaves out. */
export function decodeView(text: string): View {
  const words = new URLSearchParams(text)
  const view: View = { expanded: [], hidden: [] }
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
  return view
}

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
  const { selected } = view
  const one = (each: string): string => (each === name ? id : each)
  const expanded = view.expanded.map((each) => ({ ...each, id: one(each.id) }))
  const once = expanded.filter((each, at) => expanded.findIndex((other) => other.id === each.id) === at)
  const renamed = { ...view, expanded: once }
  if (selected?.kind === 'node') return { ...renamed, selected: { kind: 'node', id: one(selected.id) } }
  if (selected) return { ...renamed, selected: { ...selected, from: one(selected.from), to: one(selected.to) } }
  return renamed
}

export function toggleType(view: View, type: NodeType): View {
  const hidden = view.hidden.includes(type) ? view.hidden.filter((each) => each !== type) : [...view.hidden, type]
  return { ...view, hidden: NODE_TYPES.filter((each) => hidden.includes(each)) }
}
