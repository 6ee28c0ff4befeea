import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { decodeView, encodeView } from '../../web/client/state/address.ts'
import {
  chooseMany,
  collapse,
  expandMore,
  pin,
  removeNode,
  restoreRemoved,
  round,
  toggleChosen,
  toggleType,
  toggleWay,
  unpin,
  unpinAll,
  withChosen,
} from '../../web/client/state/changes.ts'
import {
  COLOURS,
  EXPAND_ORDERS,
  LAYOUTS,
  MOST_TIDY_STEPS,
  NODE_TYPES,
  RELATIONSHIPS,
  ROLES,
  SIZES,
  type View,
} from '../../web/client/state/view.ts'
import { FakeHistory } from './fake-history.ts'

type Change = (view: View) => View

const id = fc.constantFrom(...'abcdefgh', 'a~b', 'arxiv:1706.03762', 'x&y=z', '漢字')
const place = fc.double({ min: -3, max: 3, noNaN: true })
const choice = fc.record(
  { order: fc.constantFrom(...EXPAND_ORDERS), relationship: fc.constantFrom(...RELATIONSHIPS) },
  { requiredKeys: [] },
)
const year = fc.integer({ min: 1990, max: 2030 })
const filters = fc.record(
  {
    withoutRelationships: fc.subarray([...RELATIONSHIPS]),
    venues: fc.uniqueArray(id, { maxLength: 2 }),
    years: fc.tuple(year, year).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
    role: fc.constantFrom(...ROLES),
    confidence: fc.integer({ min: 1, max: 100 }).map((each) => each / 100),
    hasCode: fc.constant(true as const),
  },
  { requiredKeys: ['withoutRelationships', 'venues'] },
)

/** Everything that a person can do to the view. */
const change: fc.Arbitrary<Change> = fc.oneof(
  id.map(
    (each): Change =>
      (view) => ({ ...view, selected: { kind: 'node', id: each } }),
  ),
  fc.tuple(id, fc.constantFrom(...RELATIONSHIPS), id).map(
    ([from, type, to]): Change =>
      (view) => ({ ...view, selected: { kind: 'edge', from, type, to, key: 'k' } }),
  ),
  fc.constant<Change>(({ selected: _selected, ...rest }) => rest),
  fc.tuple(id, choice).map(
    ([each, how]): Change =>
      (view) =>
        expandMore(view, each, how),
  ),
  id.map(
    (each): Change =>
      (view) =>
        collapse(view, each),
  ),
  fc.constantFrom(...NODE_TYPES).map(
    (type): Change =>
      (view) =>
        toggleType(view, type),
  ),
  id.map(
    (each): Change =>
      (view) =>
        toggleChosen(view, each),
  ),
  fc.tuple(fc.array(id, { maxLength: 5 }), fc.boolean()).map(
    ([ids, isAlso]): Change =>
      (view) =>
        withChosen(view, chooseMany(view, ids, isAlso).chosen),
  ),
  fc.constant<Change>(toggleWay),
  id.map(
    (each): Change =>
      (view) =>
        removeNode(view, each),
  ),
  fc.constant<Change>(restoreRemoved),
  fc.tuple(id, place, place).map(
    ([each, x, y]): Change =>
      (view) =>
        pin(view, { id: each, x, y }),
  ),
  id.map(
    (each): Change =>
      (view) =>
        unpin(view, each),
  ),
  fc.constant<Change>(unpinAll),
  fc.tuple(id, fc.constantFrom(1 as const, 2 as const, undefined)).map(
    ([each, steps]): Change =>
      ({ focus: _focus, ...view }) =>
        steps ? { ...view, focus: { id: each, steps } } : view,
  ),
  filters.map(
    (each): Change =>
      (view) => ({ ...view, filters: each }),
  ),
  fc.option(fc.integer({ min: 1, max: MOST_TIDY_STEPS }), { nil: undefined }).map(
    (steps): Change =>
      ({ tidied: _tidied, ...view }) =>
        steps === undefined ? view : { ...view, tidied: steps },
  ),
  fc
    .record({
      layout: fc.constantFrom(...LAYOUTS),
      colour: fc.constantFrom(...COLOURS),
      size: fc.constantFrom(...SIZES),
    })
    .map(
      (picture): Change =>
        (view) => ({ ...view, picture }),
    ),
)
const camera = fc
  .tuple(place, place, fc.double({ min: 0.05, max: 3, noNaN: true }))
  .map(([x, y, ratio]) => ({ x: round(x), y: round(y), ratio: round(ratio) }))
const walk = fc.array(fc.record({ change, camera: fc.option(camera, { nil: undefined }) }), {
  minLength: 20,
  maxLength: 20,
})

describe('twenty things in a row', () => {
  let store: typeof import('../../web/client/state/store.ts')
  const browser = new FakeHistory()
  beforeAll(async () => {
    vi.stubGlobal('history', browser)
    vi.stubGlobal('location', browser.location)
    vi.stubGlobal('window', browser)
    store = await import('../../web/client/state/store.ts')
    store.followAddress()
  })

  it('give an address that opens to the same view, and undo leads back through each view to the first', () => {
    const leadsBack = fc.property(walk, (steps) => {
      const first = store.view.value
      const from = store.steps.value.back
      const before: View[] = []
      let moved: View['camera'] = first.camera
      store.readCameraBy(() => moved)
      for (const step of steps) {
        const then = store.view.value
        store.go(step.change(then))
        // Nothing changed: no step.
        if (store.steps.value.back === from + before.length) continue
        before.push(then)
        if (step.camera) {
          const still = store.view.value
          moved = step.camera
          store.keepCamera()
          // Leaving the first sight of a view is a step of its own.
          if (store.steps.value.back > from + before.length) before.push(still)
        }
        expect(decodeView(browser.location.search.slice(1))).toEqual(store.view.value)
      }
      const last = store.view.value
      for (const then of [...before].reverse()) {
        store.undo()
        moved = store.view.value.camera
        expect(store.view.value).toEqual(then)
      }
      expect(encodeView(store.view.value)).toBe(encodeView(first))
      for (const _ of before) {
        store.redo()
        moved = store.view.value.camera
      }
      expect(store.view.value).toEqual(last)
      for (const _ of before) {
        store.undo()
        moved = store.view.value.camera
      }
    })
    fc.assert(leadsBack, { numRuns: 200 })
  })
})
