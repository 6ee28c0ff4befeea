import type { ApiCommunity, MapAnswer } from '../../api.ts'
import { MOST_ROWS } from '../../map-sizes.ts'
import { api } from '../api.ts'
import type { OpeningMap } from './canvas.ts'
import { rowsOf } from './map-columns.ts'
import { boundsOf } from './place.ts'

export interface LoadedMap extends OpeningMap, Pick<MapAnswer, 'version' | 'layout' | 'totals'> {
  communities: readonly ApiCommunity[]
  /** The ids of its nodes, in order. */
  ids: readonly string[]
  /** Of its places. */
  span: { width: number; height: number }
}

let foreseen: { limit: number; map: Promise<LoadedMap> } | undefined

/** Asks for a map that will be wanted in a moment, while the page is still being made. */
export function foreseeMap(limit: number): void {
  const asked = { limit, map: fetchMap(limit) }
  foreseen = asked
  asked.map.catch(() => {
    if (foreseen === asked) foreseen = undefined
  })
}

/** The opening map of at most so many nodes. */
export function loadMap(limit: number): Promise<LoadedMap> {
  const asked = foreseen
  foreseen = undefined
  return asked?.limit === limit ? asked.map : fetchMap(limit)
}

async function fetchMap(limit: number): Promise<LoadedMap> {
  if (limit <= MOST_ROWS) {
    const map = await api.map(limit)
    const [xs, ys] = [map.nodes.map(({ x }) => x ?? 0), map.nodes.map(({ y }) => y ?? 0)]
    return { ...map, ids: map.nodes.map(({ id }) => id), span: spanOf(xs, ys) }
  }
  const map = await api.mapColumns(limit)
  const { version, layout, totals, communities, nodes } = map
  return { version, layout, totals, communities, ...rowsOf(map), ids: nodes.id, span: spanOf(nodes.x, nodes.y) }
}

/** Waits for the settled places of a map. Gives undefined when the graph has changed meanwhile. */
export async function settledPlaces(
  limit: number,
  version: string,
  signal: AbortSignal,
): Promise<{ x: number[]; y: number[] } | undefined> {
  while (!signal.aborted) {
    const places = await api.mapPlaces(limit, signal)
    if (places.version !== version) return undefined
    if (places.layout === 'settled') return places
  }
  return undefined
}

function spanOf(xs: readonly number[], ys: readonly number[]): { width: number; height: number } {
  const { left, right, low, high } = boundsOf(xs.map((x, at) => ({ x, y: ys[at] ?? 0 })))
  return { width: right - left, height: high - low }
}
