import type { Place } from '../place.ts'
import { areaOf, bySize, GAP, type Item, type Room } from './item.ts'
import { Taken } from './taken.ts'

/** How much of a year's strip its nodes may take, so that names have room. */
const FILL = 0.42
const NARROWEST = 46
/** So many years without anything in them, and more, are one gap. */
const LONG_GAP = 3
/** Strips of more nodes than this are filled row by row: looking for the nearest free place would take too long. */
const MOST_FITTED = 600

/** A strip of the canvas: a year, years in which there is nothing, or what has no year. */
export interface Band {
  left: number
  right: number
  kind: 'year' | 'gap' | 'none'
  year: number | undefined
  count: number
}
export interface ByYear {
  places: Map<string, Place>
  bands: Band[]
}

/**
 * Years from left to right, each as wide as what is in it needs. A node keeps the height that it has on the map where there
 * is room, so that what belongs together runs along one line. What has no year stands before the first.
 */
export function layOutByYear(items: readonly Item[], room: Room): ByYear {
  const members = new Map<number | undefined, Item[]>()
  for (const item of [...items].sort(bySize)) {
    const list = members.get(item.year)
    if (list) list.push(item)
    else members.set(item.year, [item])
  }
  const strips = stripsOf(members)
  const needed = strips.map(({ items: own, kind }) => {
    if (kind === 'gap' || own.length === 0) return NARROWEST / 2
    const widest = own.reduce((most, { radius }) => Math.max(most, 2 * radius + GAP), 0)
    return Math.max(NARROWEST, widest, areaOf(own) / (FILL * room.height))
  })
  const stretch = Math.max(1, room.width / needed.reduce((sum, each) => sum + each, 0))
  const places = new Map<string, Place>()
  let right = 0
  const bands = strips.map(({ items: own, kind, year }, at): Band => {
    const left = right
    right += (needed[at] ?? 0) * stretch
    fill(own, left, right, room.height, places)
    return { left, right, kind, year, count: own.length }
  })
  return { places, bands }
}

interface Strip {
  kind: Band['kind']
  year: number | undefined
  items: Item[]
}

function stripsOf(members: ReadonlyMap<number | undefined, Item[]>): Strip[] {
  const years = [...members.keys()].filter((year) => year !== undefined).sort((a, b) => a - b)
  const strips: Strip[] = []
  const none = members.get(undefined)
  if (none) strips.push({ kind: 'none', year: undefined, items: none })
  let last = years[0] ?? 0
  for (const year of years) {
    if (year - last > LONG_GAP) strips.push({ kind: 'gap', year: undefined, items: [] })
    else for (let empty = last + 1; empty < year; empty++) strips.push({ kind: 'year', year: empty, items: [] })
    strips.push({ kind: 'year', year, items: members.get(year) ?? [] })
    last = year
  }
  return strips
}

function fill(items: readonly Item[], left: number, right: number, height: number, places: Map<string, Place>): void {
  if (items.length > MOST_FITTED) fillRows(items, left, right, height, places)
  else fitIn(items, left, right, height, places)
}

/** Gives each node, the largest first, the free place that is nearest to where it would be. */
function fitIn(items: readonly Item[], left: number, right: number, height: number, places: Map<string, Place>): void {
  const taken = new Taken(items[0]?.radius ?? 1)
  const middle = (left + right) / 2
  for (const { id, radius, home } of items) {
    const step = Math.max(2, radius / 2)
    const aside = Math.max(0, (right - left) / 2 - radius - GAP / 2)
    const wanted = Math.min(height - radius, Math.max(radius, home.y))
    const place = nearest(middle, wanted, step, aside, height, radius, taken)
    taken.add(place, radius)
    places.set(id, place)
  }
}

/** Rows above and below by turns, each from its middle outward; beyond the room where that is full. */
function nearest(
  middle: number,
  wanted: number,
  step: number,
  aside: number,
  height: number,
  radius: number,
  taken: Taken,
): Place {
  for (let away = 0; ; away++) {
    const isBeyond = away * step > height
    for (const y of away === 0 ? [wanted] : [wanted - away * step, wanted + away * step]) {
      if (!isBeyond && (y < radius || y > height - radius)) continue
      // Every other row begins half a step aside, which looks less like a table.
      for (let x = away % 2 === 0 ? 0 : step / 2; x <= aside; x += step)
        for (const place of x === 0
          ? [{ x: middle, y }]
          : [
              { x: middle - x, y },
              { x: middle + x, y },
            ])
          if (taken.isFree(place, radius)) return place
    }
  }
}

/** From one end to the other in the order of the map. */
function fillRows(
  items: readonly Item[],
  left: number,
  right: number,
  height: number,
  places: Map<string, Place>,
): void {
  const sorted = [...items].sort((a, b) => a.home.y - b.home.y || (a.id < b.id ? -1 : 1))
  const rows: { items: Item[]; wide: number; high: number }[] = []
  for (const item of sorted) {
    const side = 2 * item.radius + GAP
    const last = rows.at(-1)
    if (last && last.wide + side <= right - left) {
      last.items.push(item)
      last.wide += side
      last.high = Math.max(last.high, side)
    } else rows.push({ items: [item], wide: side, high: side })
  }
  const spare = Math.max(0, height - rows.reduce((sum, { high }) => sum + high, 0)) / (rows.length + 1)
  let top = spare
  for (const row of rows) {
    let x = (left + right - row.wide) / 2
    for (const { id, radius } of row.items) {
      places.set(id, { x: x + radius + GAP / 2, y: top + row.high / 2 })
      x += 2 * radius + GAP
    }
    top += row.high + spare
  }
}
