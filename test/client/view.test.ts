import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  collapse,
  decodeView,
  EMPTY_VIEW,
  encodeView,
  expandMore,
  NODE_TYPES,
  RELATIONSHIPS,
  removeNode,
  restoreRemoved,
  STEP,
  toggleChosen,
  toggleType,
  toggleWay,
  type View,
  withName,
} from '../../web/client/state/view.ts'

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
const view: fc.Arbitrary<View> = fc
  .record(
    {
      selected: selection,
      expanded: fc.array(fc.record({ id, count: fc.integer({ min: 1, max: 9999 }) }), { maxLength: 8 }),
      hidden: fc.subarray([...NODE_TYPES]),
      chosen: fc.uniqueArray(id, { maxLength: 8 }),
      removed: fc.uniqueArray(id, { maxLength: 8 }),
      isWayShown: fc.boolean(),
    },
    { requiredKeys: ['expanded', 'hidden', 'chosen', 'removed', 'isWayShown'] },
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
      'expand=0~a&expand=x&hide=nobody.paper&from=a&to=b&type=DROP&choose=&choose=a&choose=a&without=&way=a&way=b'
    expect(decodeView(odd)).toEqual({ ...EMPTY_VIEW, hidden: ['paper'], chosen: ['a'] })
  })
})

describe('changes to the view', () => {
  const start: View = { ...EMPTY_VIEW, expanded: [{ id: 'a', count: STEP }] }

  it('asks for the next 25 neighbours each time', () => {
    expect(expandMore(expandMore(start, 'b'), 'a').expanded).toEqual([
      { id: 'b', count: STEP },
      { id: 'a', count: 2 * STEP },
    ])
  })

  it('collapses what was expanded', () => {
    expect(collapse(expandMore(start, 'a'), 'a').expanded).toEqual([])
  })

  it('switches a type off and on again', () => {
    const off = toggleType(toggleType(start, 'topic'), 'paper')
    expect([off.hidden, toggleType(off, 'topic').hidden]).toEqual([['paper', 'topic'], ['paper']])
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
      selected: { kind: 'node', id: 'imagenet' },
      expanded: [{ id: 'imagenet', count: 25 }],
      hidden: [],
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

  it('shows ways between two chosen nodes until another choice', () => {
    const two: View = { ...EMPTY_VIEW, chosen: ['a', 'b'] }
    expect(toggleWay(two).way).toEqual(['a', 'b'])
    expect(toggleWay(toggleWay(two))).toEqual(two)
    expect(toggleWay({ ...EMPTY_VIEW, chosen: ['a'] })).toEqual({ ...EMPTY_VIEW, chosen: ['a'] })
    expect(toggleChosen(toggleWay(two), 'b')).toEqual({ ...EMPTY_VIEW, chosen: ['a'] })
  })

  it('takes a node off the map with all that hangs on it, and puts it back', () => {
    const before: View = {
      selected: { kind: 'edge', from: 'p', type: 'USES', to: 'a', key: 'method' },
      expanded: [{ id: 'a', count: STEP }],
      hidden: ['topic'],
      chosen: ['a', 'b'],
      removed: ['z'],
      way: ['a', 'b'],
    }
    const after = removeNode(before, 'a')
    expect(after).toEqual({ expanded: [], hidden: ['topic'], chosen: ['b'], removed: ['z', 'a'] })
    expect(restoreRemoved(after).removed).toEqual([])
    expect(removeNode(before, 'q').selected).toEqual(before.selected)
  })
})
