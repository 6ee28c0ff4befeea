import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  collapse,
  decodeView,
  encodeView,
  expandMore,
  NODE_TYPES,
  RELATIONSHIPS,
  STEP,
  toggleType,
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
const view: fc.Arbitrary<View> = fc.record(
  {
    selected: selection,
    expanded: fc.array(fc.record({ id, count: fc.integer({ min: 1, max: 9999 }) }), { maxLength: 8 }),
    hidden: fc.subarray([...NODE_TYPES]),
  },
  { requiredKeys: ['expanded', 'hidden'] },
)

describe('the view in the address', () => {
  it('comes back exactly, whatever ids hold', () => {
    const comesBack = fc.property(view, (each) => {
      expect(decodeView(encodeView(each))).toEqual(each)
    })
    fc.assert(comesBack)
  })

  it('is empty for the opening view', () => {
    expect(encodeView({ expanded: [], hidden: [] })).toBe('')
  })

  it('never throws on an address that somebody made up', () => {
    const isRead = fc.property(fc.string(), (text) => {
      expect(decodeView(text).hidden).toBeInstanceOf(Array)
    })
    fc.assert(isRead)
    expect(decodeView('expand=0~a&expand=x&hide=nobody.paper&from=a&to=b&type=DROP')).toEqual({
      expanded: [],
      hidden: ['paper'],
    })
  })
})

describe('changes to the view', () => {
  const start: View = { expanded: [{ id: 'a', count: STEP }], hidden: [] }

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
      selected: { kind: 'node', id: 'ImageNet' },
      expanded: [
        { id: 'imagenet', count: 25 },
        { id: 'ImageNet', count: 50 },
      ],
      hidden: [],
    }
    expect(withName(named, 'ImageNet', 'imagenet')).toEqual({
      selected: { kind: 'node', id: 'imagenet' },
      expanded: [{ id: 'imagenet', count: 25 }],
      hidden: [],
    })
  })
})
