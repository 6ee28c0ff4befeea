import { mapSizeIn } from '../../map-sizes.ts'
import {
  type Camera,
  COLOURS,
  EMPTY_VIEW,
  EXPAND_ORDERS,
  type Expansion,
  type Filters,
  LAYOUTS,
  MOST_CHOSEN,
  MOST_EXPANDED,
  MOST_PINNED,
  MOST_REMOVED,
  MOST_TIDY_STEPS,
  MOST_VENUES,
  NODE_TYPES,
  type Pin,
  RELATIONSHIPS,
  ROLES,
  SIZES,
  type View,
} from './view.ts'

/** The query part of the URL, without "?"; empty for the opening view. */
export function encodeView(view: View): string {
  const { most, selected, expanded, hidden, chosen, removed, way, focus, pinned, filters, picture, tidied, camera } =
    view
  const words = new URLSearchParams()
  if (selected?.kind === 'node') words.set('node', selected.id)
  if (selected?.kind === 'edge')
    for (const name of ['from', 'type', 'to', 'key'] as const)
      if (selected[name] !== '') words.set(name, selected[name])
  if (focus) words.set('focus', `${focus.steps}~${focus.id}`)
  for (const { id, count, order, relationship } of expanded)
    words.append('expand', `${[count, order, relationship].filter((each) => each !== undefined).join('.')}~${id}`)
  for (const id of chosen) words.append('choose', id)
  for (const id of way ?? []) words.append('way', id)
  for (const id of removed) words.append('without', id)
  if (hidden.length > 0) words.set('hide', hidden.join('.'))
  encodeFilters(filters, words)
  if (most !== undefined) words.set('most', String(most))
  for (const name of ['layout', 'colour', 'size'] as const)
    if (picture[name] !== EMPTY_VIEW.picture[name]) words.set(name, picture[name])
  if (tidied !== undefined) words.set('tidy', String(tidied))
  for (const { id, x, y } of pinned) words.append('pin', `${x}_${y}~${id}`)
  if (camera) words.set('camera', [camera.x, camera.y, camera.ratio].join('_'))
  return words.toString()
}

function encodeFilters(filters: Filters, words: URLSearchParams): void {
  const { withoutRelationships, years, venues, role, confidence, hasCode } = filters
  if (withoutRelationships.length > 0) words.set('no', withoutRelationships.join('.'))
  if (years) words.set('years', years.join('-'))
  for (const venue of venues) words.append('venue', venue)
  if (role) words.set('role', role)
  if (confidence !== undefined) words.set('sure', String(confidence))
  if (hasCode) words.set('code', 'own')
}

/** Reads what encodeView wrote; what it does not know it leaves out. */
export function decodeView(text: string): View {
  const words = new URLSearchParams(text)
  const view: View = { ...EMPTY_VIEW, filters: decodeFilters(words), picture: decodePicture(words) }
  const most = mapSizeIn(words)
  if (most !== undefined) view.most = most
  const node = words.get('node')
  const type = RELATIONSHIPS.find((each) => each === words.get('type'))
  const from = words.get('from')
  const to = words.get('to')
  if (node) view.selected = { kind: 'node', id: node }
  else if (from && to && type) view.selected = { kind: 'edge', from, type, to, key: words.get('key') ?? '' }
  const [, steps, focus] = /^([12])~([\s\S]+)$/.exec(words.get('focus') ?? '') ?? []
  if (focus) view.focus = { id: focus, steps: steps === '1' ? 1 : 2 }
  view.expanded = words.getAll('expand').flatMap(decodeExpansion).slice(0, MOST_EXPANDED)
  const hidden = words.get('hide')?.split('.') ?? []
  view.hidden = NODE_TYPES.filter((each) => hidden.includes(each))
  view.chosen = namesIn(words, 'choose').slice(0, MOST_CHOSEN)
  view.removed = namesIn(words, 'without').slice(0, MOST_REMOVED)
  const tidied = words.get('tidy') ?? ''
  if (/^[1-9]\d{0,2}$/.test(tidied)) view.tidied = Math.min(MOST_TIDY_STEPS, Number(tidied))
  view.pinned = decodePins(words.getAll('pin'))
  const camera = decodeCamera(words.get('camera') ?? '')
  if (camera) view.camera = camera
  const [begin, end] = namesIn(words, 'way')
  // Ways are between chosen nodes, whatever somebody writes into an address.
  if (begin !== undefined && end !== undefined && [begin, end].every((each) => view.chosen.includes(each)))
    view.way = [begin, end]
  return view
}

function decodeFilters(words: URLSearchParams): Filters {
  const without = words.get('no')?.split('.') ?? []
  const filters: Filters = {
    withoutRelationships: RELATIONSHIPS.filter((each) => without.includes(each)),
    venues: namesIn(words, 'venue').slice(0, MOST_VENUES),
  }
  const [, first, last] = /^(\d{1,4})-(\d{1,4})$/.exec(words.get('years') ?? '') ?? []
  if (Number(first) <= Number(last)) filters.years = [Number(first), Number(last)]
  const role = ROLES.find((each) => each === words.get('role'))
  if (role) filters.role = role
  const sure = words.get('sure') ?? ''
  if (/^(0\.\d{1,2}|1)$/.test(sure)) filters.confidence = Number(sure)
  if (words.get('code') === 'own') filters.hasCode = true
  return filters
}

function decodePicture(words: URLSearchParams): View['picture'] {
  const { layout, colour, size } = EMPTY_VIEW.picture
  return {
    layout: LAYOUTS.find((each) => each === words.get('layout')) ?? layout,
    colour: COLOURS.find((each) => each === words.get('colour')) ?? colour,
    size: SIZES.find((each) => each === words.get('size')) ?? size,
  }
}

function decodeExpansion(word: string): Expansion[] {
  const [, count, choices = '', id] = /^(\d{1,4})((?:\.\w+)*)~([\s\S]+)$/.exec(word) ?? []
  if (!id || !(Number(count) > 0)) return []
  const chosen = choices.split('.')
  const order = EXPAND_ORDERS.find((each) => chosen.includes(each))
  const relationship = RELATIONSHIPS.find((each) => chosen.includes(each))
  return [{ id, count: Number(count), ...(order ? { order } : {}), ...(relationship ? { relationship } : {}) }]
}

const NUMBER = String.raw`(-?\d+(?:\.\d+)?)`
const PIN = new RegExp(`^${NUMBER}_${NUMBER}~([\\s\\S]+)$`)
const CAMERA = new RegExp(`^${NUMBER}_${NUMBER}_${NUMBER}$`)

function decodePins(words: string[]): Pin[] {
  const pins = new Map<string, Pin>()
  for (const word of words) {
    const [, x, y, id] = PIN.exec(word) ?? []
    if (id && !pins.has(id)) pins.set(id, { id, x: Number(x), y: Number(y) })
  }
  return [...pins.values()].slice(0, MOST_PINNED)
}

function decodeCamera(word: string): Camera | undefined {
  const [, x, y, ratio] = CAMERA.exec(word) ?? []
  return Number(ratio) > 0 ? { x: Number(x), y: Number(y), ratio: Number(ratio) } : undefined
}

const namesIn = (words: URLSearchParams, key: string): string[] =>
  [...new Set(words.getAll(key))].filter((each) => each !== '')
