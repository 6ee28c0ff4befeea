import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Canvas } from '../../web/client/graph/canvas.ts'
import { inputOf } from '../../web/client/graph/tidy/input-of.ts'
import { Refinement } from '../../web/client/graph/tidy/refinement.ts'
import { makeRoom } from '../../web/client/graph/tidy/room.ts'
import type { TidyInput, TidyPlaces } from '../../web/client/graph/tidy/tidy-input.ts'
import { Turns } from '../../web/client/graph/turns.ts'
import { MOST_TIDY_STEPS } from '../../web/client/state/view.ts'
import { edge, node } from './drawn-graph.ts'

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/** Wheels side by side, each a hub with its spokes around it, and the hubs tied to each other. */
function wheels(hubs: number, spokes: number): TidyInput {
  const places: { x: number; y: number }[] = []
  const ties: [from: number, to: number][] = []
  for (let hub = 0; hub < hubs; hub++) {
    const first = hub * (spokes + 1)
    const angle = (2 * Math.PI * hub) / hubs
    const middle = { x: 500 + 400 * Math.cos(angle), y: 500 + 400 * Math.sin(angle) }
    places.push(middle)
    ties.push([first, ((hub + 1) % hubs) * (spokes + 1)])
    for (let spoke = 1; spoke <= spokes; spoke++) {
      const far = 12 * Math.sqrt(spoke)
      const turned = spoke * GOLDEN_ANGLE
      places.push({ x: middle.x + far * Math.cos(turned), y: middle.y + far * Math.sin(turned) })
      ties.push([first, first + spoke])
    }
  }
  const order = places.length
  const sorted = ties
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
    .sort(([a, c], [b, d]) => a - b || c - d)
  return {
    x: Float64Array.from(places, ({ x }) => x),
    y: Float64Array.from(places, ({ y }) => y),
    radius: new Float64Array(order).fill(4),
    isFixed: new Uint8Array(order),
    isHome: new Uint8Array(order).fill(1),
    gap: 2,
    from: Uint32Array.from(sorted, ([from]) => from),
    to: Uint32Array.from(sorted, ([, to]) => to),
    pull: new Float64Array(sorted.length).fill(1),
  }
}

function refined(input: TidyInput, steps = MOST_TIDY_STEPS): TidyPlaces & { done: number } {
  const refinement = new Refinement(input, MOST_TIDY_STEPS)
  while (!refinement.isDone && refinement.done < steps) refinement.step()
  return { ...refinement.places(), done: refinement.done }
}

const at = (column: Float64Array, index: number): number => column[index] ?? 0
const between = ({ x, y }: TidyPlaces, a: number, b: number): number =>
  Math.hypot(at(x, a) - at(x, b), at(y, a) - at(y, b))

function overlapsIn(places: TidyPlaces, { radius, isFixed }: Pick<TidyInput, 'radius' | 'isFixed'>, gap = 0): number {
  let found = 0
  for (let one = 0; one < radius.length; one++)
    for (let other = 0; other < one; other++)
      if (isFixed[one] !== 1 || isFixed[other] !== 1)
        if (between(places, one, other) < at(radius, one) + at(radius, other) + gap - 1e-6) found++
  return found
}

describe('a map that is tidied', () => {
  it('comes to the same places every time, and changes nothing of what it is given', () => {
    const input = wheels(6, 12)
    const given = structuredClone(input)
    expect(refined(input)).toEqual(refined(input))
    expect(input).toEqual(given)
  })

  it('comes to rest by itself before all steps are taken, and is then done', () => {
    const { done } = refined(wheels(6, 12))
    expect(done).toBeGreaterThan(5)
    expect(done).toBeLessThan(MOST_TIDY_STEPS)
  })

  it('is the same after so many steps, whether it was stopped there or asked for so many', () => {
    const input = wheels(5, 8)
    const stopped = new Refinement(input, MOST_TIDY_STEPS)
    for (let step = 0; step < 17; step++) stopped.step()
    const seen = stopped.places()
    expect({ ...seen, done: 17 }).toEqual(refined(input, 17))
    // Looking at places on the way changes nothing of what comes.
    for (let step = 0; step < 10; step++) stopped.step()
    expect(stopped.places()).toEqual({ x: refined(input, 27).x, y: refined(input, 27).y })
  })

  it('brings what lies far from what it is tied to back to it', () => {
    const input = wheels(6, 12)
    const strays = [3, 20, 45]
    for (const stray of strays) {
      input.x[stray] = 500
      input.y[stray] = 500
      input.isHome[stray] = 0
    }
    const hubOf = (spoke: number): number => Math.floor(spoke / 13) * 13
    const places = refined(input)
    for (const stray of strays)
      expect(between(places, stray, hubOf(stray))).toBeLessThan(between(input, stray, hubOf(stray)) / 2)
  })

  it('stays as large as it was', () => {
    const input = wheels(8, 10)
    const width = ({ x }: TidyPlaces): number => Math.max(...x) - Math.min(...x)
    expect(width(refined(input)) / width(input)).toBeGreaterThan(0.75)
    expect(width(refined(input)) / width(input)).toBeLessThan(1.3)
  })

  it('leaves fixed nodes where they are, and has no node on another', () => {
    const input = wheels(6, 12)
    for (const fixed of [0, 4, 30]) input.isFixed[fixed] = 1
    input.x[30] = 900
    input.y[30] = 80
    const places = refined(input)
    for (const fixed of [0, 4, 30])
      expect([at(places.x, fixed), at(places.y, fixed)]).toEqual([at(input.x, fixed), at(input.y, fixed)])
    expect(overlapsIn(places, input)).toBe(0)
  })

  it('is nothing without nodes, and one node stays', () => {
    expect(refined(wheels(0, 0)).x).toHaveLength(0)
    const { x, y } = refined(wheels(1, 0))
    expect([...x, ...y]).toEqual([900, 500])
  })
})

describe('room for nodes', () => {
  const place = fc.double({ min: 0, max: 300, noNaN: true })
  const disc = fc.record({
    ...{ x: place, y: place, radius: fc.double({ min: 1, max: 9, noNaN: true }) },
    isFixed: fc.integer({ min: 0, max: 9 }).map((each) => (each === 0 ? 1 : 0)),
  })

  it('is made wherever two lie on one another, but for two that are fixed; those never move', () => {
    const hasRoom = fc.property(fc.array(disc, { maxLength: 60 }), (discs) => {
      const given = {
        x: Float64Array.from(discs, ({ x }) => x),
        y: Float64Array.from(discs, ({ y }) => y),
        radius: Float64Array.from(discs, ({ radius }) => radius),
        isFixed: Uint8Array.from(discs, ({ isFixed }) => isFixed),
        gap: 1,
      }
      makeRoom(given)
      expect(overlapsIn(given, given)).toBe(0)
      for (const [index, { x, y, isFixed }] of discs.entries())
        if (isFixed === 1) expect([at(given.x, index), at(given.y, index)]).toEqual([x, y])
    })
    fc.assert(hasRoom)
  })

  it('is found for nodes that lie in one point', () => {
    const order = 9
    const given = {
      ...{ x: new Float64Array(order).fill(5), y: new Float64Array(order).fill(5) },
      ...{ radius: new Float64Array(order).fill(3), isFixed: new Uint8Array(order), gap: 1 },
    }
    makeRoom(given)
    expect(overlapsIn(given, given)).toBe(0)
  })
})

describe('what a tidied map is worked out from', () => {
  const nodes = ['b', 'a', 'd', 'c'].map((id, index) => ({
    ...node(id, id === 'a' ? 'benchmark' : 'paper', { papers: 4 }),
    ...{ x: index / 4, y: 1 - index / 4, community: index % 2 },
  }))
  const edges = [edge('b', 'USES', 'a'), edge('d', 'INTRODUCES', 'a'), edge('c', 'SCORES', 'a'), edge('c', 'USES', 'a')]
  const canvasWith = async (ordered: typeof nodes, lines: typeof edges): Promise<Canvas> => {
    const canvas = new Canvas()
    await canvas.open({ nodes: ordered, edges: lines }, new Turns())
    return canvas
  }

  it('does not depend on the order in which nodes and lines came, nor on where they are just now', async () => {
    const [one, other] = [await canvasWith(nodes, edges), await canvasWith(nodes.toReversed(), edges.toReversed())]
    other.graph.mergeNodeAttributes('a', { x: 77, y: 77 })
    const found = await inputOf(one, new Map(), 'papers', new Turns())
    expect(found?.ids).toEqual(['a', 'b', 'c', 'd'])
    expect(await inputOf(other, new Map(), 'papers', new Turns())).toEqual(found)
  })

  it('does not depend on the shape of the screen', async () => {
    const [square, wide] = [await canvasWith(nodes, edges), new Canvas()]
    wide.scale = { x: 1500, y: 1000 }
    await wide.open({ nodes, edges }, new Turns())
    const pins = (canvas: Canvas) => new Map([['b', { x: 0.3 * canvas.scale.x, y: 0.9 * canvas.scale.y }]])
    const found = await inputOf(square, pins(square), 'papers', new Turns())
    const same = await inputOf(wide, pins(wide), 'papers', new Turns())
    for (const [index, x] of found?.input.x.entries() ?? []) expect(same?.input.x[index]).toBeCloseTo(x, 9)
    expect(found?.input.isFixed).toEqual(Uint8Array.from([0, 1, 0, 0]))
  })

  it('is given up when lines come meanwhile', async () => {
    const canvas = await canvasWith(nodes, edges)
    class Interrupted extends Turns {
      override get isDue(): boolean {
        return true
      }
      override async next(): Promise<void> {
        canvas.connect([edge('b', 'USES', 'd')])
      }
    }
    expect(await inputOf(canvas, new Map(), 'papers', new Interrupted())).toBeUndefined()
    expect((await inputOf(canvas, new Map(), 'papers', new Turns()))?.input.from).toHaveLength(4)
  })
})
