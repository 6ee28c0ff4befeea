import { describe, expect, it } from 'vitest'
import { layOutByType } from '../../web/client/graph/layouts/by-type.ts'
import { layOutByYear } from '../../web/client/graph/layouts/by-year.ts'
import type { Item } from '../../web/client/graph/layouts/item.ts'
import type { Place } from '../../web/client/graph/place.ts'
import { NODE_TYPES } from '../../web/client/state/view.ts'

const WIDE = { width: 1500, height: 1000 }
const NARROW = { width: 1000, height: 1818 }

/** The minimal standard generator of Park and Miller (1988). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

/** Nodes as a map has them: many small ones and a few that half of the papers name. */
function items(count: number, seed = 11): Item[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, (_, at): Item => {
    const year = random() < 0.9 ? 2010 + Math.floor(15 * Math.sqrt(random())) : undefined
    return {
      id: `n${at}`,
      type: NODE_TYPES[Math.floor(random() * 6)] ?? 'paper',
      radius: random() < 0.06 ? 10 + 12 * random() : 3 + 3 * random(),
      home: { x: random() * WIDE.width, y: random() * WIDE.height },
      year: at === 0 ? 1957 : year,
    }
  })
}

/** Pairs of nodes that lie over one another. */
function overlaps(all: readonly Item[], places: ReadonlyMap<string, Place>): string[] {
  const found: string[] = []
  for (const [at, a] of all.entries())
    for (const b of all.slice(at + 1)) {
      const [p, q] = [places.get(a.id), places.get(b.id)]
      if (p && q && Math.hypot(p.x - q.x, p.y - q.y) < a.radius + b.radius) found.push(`${a.id} ${b.id}`)
    }
  return found
}

describe.each([
  ['by type', layOutByType],
  ['by year', layOutByYear],
] as const)('a layout %s', (_name, layOut) => {
  it.each([1, 2, 50, 400, 900])('gives each of %i nodes a place of its own', (count) => {
    for (const room of [WIDE, NARROW]) {
      const all = items(count)
      const { places } = layOut(all, room)
      expect(places.size).toBe(count)
      expect(overlaps(all, places)).toEqual([])
      for (const { x, y } of places.values()) expect(Number.isFinite(x + y)).toBe(true)
    }
  })

  it('is the same for the same nodes, whatever their order', () => {
    const all = items(300)
    const { places } = layOut([...all].reverse(), WIDE)
    expect(Object.fromEntries(places)).toEqual(Object.fromEntries(layOut(all, WIDE).places))
  })

  it('keeps a usual map within its room', () => {
    for (const room of [WIDE, NARROW])
      for (const { x, y } of layOut(items(400), room).places.values()) {
        expect(x).toBeGreaterThanOrEqual(-1)
        expect(x).toBeLessThanOrEqual(room.width + 1)
        expect(y).toBeGreaterThanOrEqual(-room.height * 0.1)
        expect(y).toBeLessThanOrEqual(room.height * 1.1)
      }
  })

  it('copes with nothing', () => {
    expect(layOut([], WIDE).places.size).toBe(0)
  })

  it('takes not long for many nodes', () => {
    const begin = performance.now()
    expect(layOut(items(20_000), WIDE).places.size).toBe(20_000)
    expect(performance.now() - begin).toBeLessThan(10_000)
  })
})

describe('a layout by type', () => {
  it('keeps the groups apart, each around its middle', () => {
    const all = items(400)
    const { places, groups } = layOutByType(all, WIDE)
    expect(groups.map(({ type }) => type)).toEqual(NODE_TYPES)
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(400)
    for (const { type, x, y, radius } of groups) {
      for (const { id } of all.filter((each) => each.type === type)) {
        const place = places.get(id) ?? { x: 0, y: 0 }
        expect(Math.hypot(place.x - x, place.y - y)).toBeLessThanOrEqual(radius)
      }
      for (const other of groups)
        if (other.type !== type) expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThan(radius + other.radius)
    }
  })

  it('puts the largest node of a group in its middle', () => {
    const all = items(100)
    const { places, groups } = layOutByType(all, WIDE)
    for (const { type, x, y } of groups) {
      const largest = all.filter((each) => each.type === type).sort((a, b) => b.radius - a.radius)[0]
      expect(places.get(largest?.id ?? '')).toEqual({ x, y })
    }
  })
})

describe('a layout by year', () => {
  const all = items(400)
  const { places, bands } = layOutByYear(all, WIDE)

  it('places every node in the strip of its year, and the years from left to right', () => {
    const years = bands.flatMap(({ year }) => year ?? [])
    expect(years).toEqual([...years].sort((a, b) => a - b))
    for (const { id, year, radius } of all) {
      const band = bands.find((each) => each.year === year && each.kind !== 'gap')
      const { x } = places.get(id) ?? { x: Number.NaN }
      expect(x - radius).toBeGreaterThanOrEqual((band?.left ?? 0) - 0.01)
      expect(x + radius).toBeLessThanOrEqual((band?.right ?? 0) + 0.01)
    }
  })

  it('begins with what has no year and draws a long gap as one', () => {
    expect(bands.map(({ kind }) => kind).slice(0, 3)).toEqual(['none', 'year', 'gap'])
    expect(bands[1]?.year).toBe(1957)
    expect(bands.filter(({ kind }) => kind === 'gap')).toHaveLength(1)
    for (const [at, band] of bands.slice(1).entries()) expect(band.left).toBeCloseTo(bands[at]?.right ?? -1, 6)
    expect(bands.at(-1)?.right).toBeCloseTo(WIDE.width, 6)
  })

  it('shows a year in which there is nothing', () => {
    const two = all.slice(1, 3).map((item, at) => ({ ...item, year: 2020 + 2 * at }))
    expect(layOutByYear(two, WIDE).bands.map(({ year, count }) => [year, count])).toEqual([
      [2020, 1],
      [2021, 0],
      [2022, 1],
    ])
  })

  it('leaves a node at the height of the map where there is room', () => {
    const one = all.slice(1, 2).map((item) => ({ ...item, home: { x: 3, y: 700 }, year: 2020 }))
    expect(layOutByYear(one, WIDE).places.get('n1')?.y).toBe(700)
  })
})
