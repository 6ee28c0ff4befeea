import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeView, encodeView } from '../../web/client/state/address.ts'
import {
  chooseMany,
  collapse,
  expandMore,
  onlyType,
  pin,
  removeNode,
  restoreRemoved,
  round,
  toggleChosen,
  toggleType,
  toggleWay,
  withName,
} from '../../web/client/state/changes.ts'
import {
  COLOURS,
  EMPTY_VIEW,
  EXPAND_ORDERS,
  LAYOUTS,
  MOST_CHOSEN,
  MOST_TIDY_STEPS,
  NODE_TYPES,
  RELATIONSHIPS,
  ROLES,
  SIZES,
  STEP,
  type View,
} from '../../web/client/state/view.ts'
import { MAP_SIZES } from '../../web/map-sizes.ts'

const id = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
const selection = fc.oneof(
  fc.record({ kind: fc.constant('node' as const), id }),
  fc.record({
    kind: fc.constant('edge' as const),
    from: id,
    type: fc.constantFrom(...RELATIONSHIPS),
    to: id,
    key: fc.string({ maxLength: 20 }),
  }),
)
const place = fc.double({ min: -50, max: 50, noNaN: true }).map(round)
const year = fc.integer({ min: 0, max: 9999 })
const filters = fc.record(
  {
    withoutRelationships: fc.subarray([...RELATIONSHIPS]),
    venues: fc.uniqueArray(id, { maxLength: 4 }),
    years: fc.tuple(year, year).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
    role: fc.constantFrom(...ROLES),
    confidence: fc.integer({ min: 1, max: 100 }).map((each) => each / 100),
    hasCode: fc.constant(true as const),
  },
  { requiredKeys: ['withoutRelationships', 'venues'] },
)
const expansion = fc.record(
  {
    id,
    count: fc.integer({ min: 1, max: 9999 }),
    order: fc.constantFrom(...EXPAND_ORDERS),
    relationship: fc.constantFrom(...RELATIONSHIPS),
  },
  { requiredKeys: ['id', 'count'] },
)
const view: fc.Arbitrary<View> = fc
  .record(
    {
      most: fc.constantFrom(...MAP_SIZES.slice(1)),
      selected: selection,
      expanded: fc.array(expansion, { maxLength: 8 }),
      hidden: fc.subarray([...NODE_TYPES]),
      chosen: fc.uniqueArray(id, { maxLength: 8 }),
      removed: fc.uniqueArray(id, { maxLength: 8 }),
      focus: fc.record({ id, steps: fc.constantFrom(1 as const, 2 as const) }),
      pinned: fc.uniqueArray(fc.record({ id, x: place, y: place }), { maxLength: 8, selector: (each) => each.id }),
      filters,
      picture: fc.record({
        layout: fc.constantFrom(...LAYOUTS),
        colour: fc.constantFrom(...COLOURS),
        size: fc.constantFrom(...SIZES),
      }),
      tidied: fc.integer({ min: 1, max: MOST_TIDY_STEPS }),
      camera: fc.record({ x: place, y: place, ratio: fc.double({ min: 0.001, max: 9, noNaN: true }).map(round) }),
      isWayShown: fc.boolean(),
    },
    { requiredKeys: ['expanded', 'hidden', 'chosen', 'removed', 'pinned', 'filters', 'picture', 'isWayShown'] },
  )
  .map(({ isWayShown, ...each }): View => (isWayShown ? toggleWay({ ...each, chosen: each.chosen.slice(0, 2) }) : each))

describe('the view in the address', () => {
  it('comes back exactly, whatever ids hold', () => {
    const comesBack = fc.property(view, (each) => {
      expect(decodeView(encodeView(each))).toEqual(each)
    })
    fc.assert(comesBack)
  })

  it('is empty for the opening view', () => {
    expect(encodeView(EMPTY_VIEW)).toBe('')
  })

  it('never throws on an address that somebody made up', () => {
    const isRead = fc.property(fc.string(), (text) => {
      expect(decodeView(text).hidden).toBeInstanceOf(Array)
    })
    fc.assert(isRead)
    const odd =
      'expand=0~a&expand=x&hide=nobody.paper&from=a&to=b&type=DROP&choose=&choose=a&choose=a&without=&way=a&way=b' +
      '&most=7&most=400&focus=3~a&pin=1_x~a&camera=1_2_0&years=2020-2010&sure=2&role=none&layout=maze&code=x&no=DROP&tidy=0'
    expect(decodeView(odd)).toEqual({ ...EMPTY_VIEW, hidden: ['paper'], chosen: ['a'] })
    expect(decodeView('tidy=999').tidied).toBe(MOST_TIDY_STEPS)
  })
})

describe('changes to the view', () => {
  const start: View = { ...EMPTY_VIEW, expanded: [{ id: 'a', count: STEP }] }

  it('asks for the next 25 neighbours each time', () => {
    expect(expandMore(expandMore(start, 'b'), 'a').expanded).toEqual([
      { id: 'a', count: 2 * STEP },
      { id: 'b', count: STEP },
    ])
  })

  it('keeps what was asked for by relationship or by year apart, and collapses it together', () => {
    const newest = expandMore(expandMore(start, 'a', { order: 'newest' }), 'a', { relationship: 'USES' })
    expect(expandMore(newest, 'a', { order: 'newest' }).expanded).toEqual([
      { id: 'a', count: STEP },
      { id: 'a', count: 2 * STEP, order: 'newest' },
      { id: 'a', count: STEP, relationship: 'USES' },
    ])
    expect(collapse(newest, 'a').expanded).toEqual([])
  })

  it('pins a node where it was put last', () => {
    const pinned = pin(pin(EMPTY_VIEW, { id: 'a', x: 1, y: 2 }), { id: 'a', x: 0.123456, y: -0.00001 })
    expect(pinned.pinned).toEqual([{ id: 'a', x: 0.1235, y: 0 }])
  })

  it('collapses what was expanded', () => {
    expect(collapse(expandMore(start, 'a'), 'a').expanded).toEqual([])
  })

  it('switches a type off and on again', () => {
    const off = toggleType(toggleType(start, 'topic'), 'paper')
    expect([off.hidden, toggleType(off, 'topic').hidden]).toEqual([['paper', 'topic'], ['paper']])
    const only = onlyType(off, 'model')
    expect([only.hidden, onlyType(only, 'model').hidden]).toEqual([
      ['paper', 'method', 'benchmark', 'topic', 'repo'],
      [],
    ])
  })

  it('puts an id in the place of a name that stood for it', () => {
    const named: View = {
      ...EMPTY_VIEW,
      selected: { kind: 'node', id: 'ImageNet' },
      expanded: [
        { id: 'imagenet', count: 25 },
        { id: 'ImageNet', count: 50 },
      ],
      chosen: ['bert', 'ImageNet'],
      removed: ['ImageNet', 'imagenet'],
      way: ['bert', 'ImageNet'],
    }
    expect(withName(named, 'ImageNet', 'imagenet')).toEqual({
      ...EMPTY_VIEW,
      selected: { kind: 'node', id: 'imagenet' },
      expanded: [{ id: 'imagenet', count: 25 }],
      chosen: ['bert', 'imagenet'],
      removed: ['imagenet'],
      way: ['bert', 'imagenet'],
    })
  })

  it('chooses a node beside the selected one, and beside others after that', () => {
    const selected: View = { ...EMPTY_VIEW, selected: { kind: 'node', id: 'a' } }
    const two = toggleChosen(selected, 'b')
    expect(two.chosen).toEqual(['a', 'b'])
    expect(toggleChosen(two, 'c').chosen).toEqual(['a', 'b', 'c'])
    expect(toggleChosen(two, 'a').chosen).toEqual(['b'])
    expect(toggleChosen(EMPTY_VIEW, 'a').chosen).toEqual(['a'])
    expect(toggleChosen(selected, 'a').chosen).toEqual(['a'])
  })

  it('chooses many at once, as far as there is room, alone or beside others', () => {
    const chosen: View = { ...EMPTY_VIEW, chosen: ['a', 'b'] }
    expect(chooseMany(chosen, ['b', 'c'], true)).toEqual({ chosen: ['a', 'b', 'c'], leftOut: 0 })
    expect(chooseMany(chosen, ['b', 'c'], false)).toEqual({ chosen: ['b', 'c'], leftOut: 0 })
    const many = Array.from({ length: MOST_CHOSEN + 3 }, (_, at) => `n${at}`)
    expect(chooseMany(chosen, many, true)).toEqual({
      chosen: ['a', 'b', ...many.slice(0, MOST_CHOSEN - 2)],
      leftOut: 5,
    })
  })

  it('shows ways between two chosen nodes until another choice', () => {
    const two: View = { ...EMPTY_VIEW, chosen: ['a', 'b'] }
    expect(toggleWay(two).way).toEqual(['a', 'b'])
    expect(toggleWay(toggleWay(two))).toEqual(two)
    expect(toggleWay({ ...EMPTY_VIEW, chosen: ['a'] })).toEqual({ ...EMPTY_VIEW, chosen: ['a'] })
    expect(toggleChosen(toggleWay(two), 'b')).toEqual({ ...EMPTY_VIEW, chosen: ['a'] })
  })

  it('takes a node off the map with all that hangs on it, and puts it back', () => {
    const before: View = {
      ...EMPTY_VIEW,
      selected: { kind: 'edge', from: 'p', type: 'USES', to: 'a', key: 'method' },
      expanded: [{ id: 'a', count: STEP }],
      hidden: ['topic'],
      chosen: ['a', 'b'],
      removed: ['z'],
      way: ['a', 'b'],
      focus: { id: 'a', steps: 2 },
      pinned: [
        { id: 'a', x: 0.5, y: 1 },
        { id: 'b', x: 0, y: 0.25 },
      ],
    }
    const after = removeNode(before, 'a')
    expect(after).toEqual({
      ...EMPTY_VIEW,
      hidden: ['topic'],
      chosen: ['b'],
      removed: ['z', 'a'],
      pinned: [{ id: 'b', x: 0, y: 0.25 }],
    })
    expect(restoreRemoved(after).removed).toEqual([])
    expect(removeNode(before, 'q').selected).toEqual(before.selected)
  })
})
