import { describe, expect, it } from 'vitest'
import type { RelationshipType } from '../../queries/model.ts'
import { layOut } from '../../web/server/layout.ts'
import type { Point } from '../../web/server/map-graph.ts'

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)
const at = (places: ReadonlyMap<string, Point>, id: string): Point => {
  const place = places.get(id)
  if (place === undefined) throw new Error(`${id} has no place`)
  return place
}

/** `groups` stars of ten papers, each around a concept of its own, and some nodes alone. */
function stars(groups: number, alone: number) {
  const nodes: { id: string; degree: number }[] = []
  const edges: { from: string; to: string; type: RelationshipType }[] = []
  for (let group = 0; group < groups; group += 1) {
    nodes.push({ id: `hub${group}`, degree: 10 })
    for (let paper = 0; paper < 10; paper += 1) {
      nodes.push({ id: `p${group}:${paper}`, degree: 1 })
      edges.push({ from: `p${group}:${paper}`, to: `hub${group}`, type: 'USES' })
    }
  }
  for (let number = 0; number < alone; number += 1) nodes.push({ id: `alone${number}`, degree: 0 })
  return { nodes, edges }
}

describe('the layout of a map', () => {
  it('is the same for the same graph, in whatever order it comes', async () => {
    const { nodes, edges } = stars(5, 5)
    const once = await layOut(nodes, edges)
    const again = await layOut([...nodes].reverse(), [...edges].reverse())
    expect(Object.fromEntries(again)).toEqual(Object.fromEntries(once))
  })

  it('fills a square from 0 to 1', async () => {
    const { nodes, edges } = stars(8, 4)
    const places = [...(await layOut(nodes, edges)).values()]
    const spans = [places.map(({ x }) => x), places.map(({ y }) => y)].map((all) => [
      Math.min(...all),
      Math.max(...all),
    ])
    expect(places).toHaveLength(nodes.length)
    expect(Math.min(...spans.flat())).toBeGreaterThanOrEqual(0)
    expect(Math.max(...spans.flat())).toBeLessThanOrEqual(1)
    expect(Math.max(...spans.map(([low = 0, high = 0]) => high - low))).toBeCloseTo(1, 4)
    // Not a line: the shorter side is no less than half of the longer.
    expect(Math.min(...spans.map(([low = 0, high = 0]) => high - low))).toBeGreaterThan(0.5)
  })

  it('puts what belongs together side by side, and keeps pieces without a connection near', async () => {
    const { nodes, edges } = stars(6, 6)
    const places = await layOut(nodes, edges)
    let inside = 0
    let outside = 0
    for (let group = 0; group < 6; group += 1)
      for (let paper = 0; paper < 10; paper += 1) {
        inside += distance(at(places, `p${group}:${paper}`), at(places, `hub${group}`))
        outside += distance(at(places, `p${group}:${paper}`), at(places, `hub${(group + 1) % 6}`))
      }
    expect(inside * 2).toBeLessThan(outside)
    for (let number = 0; number < 6; number += 1) {
      const here = at(places, `alone${number}`)
      const nearest = Math.min(
        ...[...places].flatMap(([id, place]) => (id === `alone${number}` ? [] : [distance(here, place)])),
      )
      expect(nearest).toBeLessThan(0.35)
    }
  })

  it('leaves no two nodes on one spot', async () => {
    const { nodes, edges } = stars(10, 10)
    const places = [...(await layOut(nodes, edges)).values()]
    let nearest = Infinity
    for (const [number, a] of places.entries())
      for (const b of places.slice(number + 1)) nearest = Math.min(nearest, distance(a, b))
    expect(nearest).toBeGreaterThan(0.001)
  })

  it('lets other work run in between', async () => {
    const { nodes, edges } = stars(40, 0)
    let turns = 0
    let isLaidOut = false
    const work = (): void => {
      turns += 1
      if (!isLaidOut) setImmediate(work)
    }
    setImmediate(work)
    await layOut(nodes, edges)
    isLaidOut = true
    expect(turns).toBeGreaterThan(5)
  })

  it('copes with one node, with none, and with edges that lead out of it or back', async () => {
    expect(await layOut([], [])).toEqual(new Map())
    const odd = [
      { from: 'a', to: 'a', type: 'USES' as const },
      { from: 'a', to: 'gone', type: 'USES' as const },
    ]
    expect(await layOut([{ id: 'a', degree: 2 }], odd)).toEqual(new Map([['a', { x: 0.5, y: 0.5 }]]))
  })
})
