import type { Picture } from '../../state/view.ts'
import type { Canvas } from '../canvas.ts'
import { yearsOf } from '../kinship.ts'
import { crowdScale, sizeOf } from '../node-size.ts'
import { boundsOf, type Place } from '../place.ts'
import { type Group, layOutByType } from './by-type.ts'
import { type Band, layOutByYear } from './by-year.ts'
import type { Item } from './item.ts'

/** Groups or strips of a layout, where they are on the canvas. */
export type Marks = { kind: 'types'; groups: Group[] } | { kind: 'years'; bands: Band[] }

export interface LaidOut {
  places: ReadonlyMap<string, Place>
  marks: Marks
}

/**
 * Where the nodes of a canvas are by a layout other than the map: it depends on which nodes and lines there are, on where
 * they are on the map, and on nothing else, so that an address always gives the same picture.
 */
export function layOut({ layout, size }: Picture, canvas: Canvas): LaidOut | undefined {
  if (layout === 'map') return undefined
  const ground = canvas.mapGround().places
  const room = roomOf(ground)
  const crowd = crowdScale(ground.length)
  const { graph } = canvas
  const nodes = canvas.nodes()
  const years = layout === 'years' ? yearsOf(nodes, (id) => graph.neighbors(id)) : undefined
  const items = nodes.map((node): Item => {
    const { x, y } = canvas.belongs(node.id)
    return {
      ...{ id: node.id, type: node.type, radius: sizeOf(node, size) * crowd, year: years?.get(node.id) },
      home: { x: x - room.left, y: y - room.low },
    }
  })
  if (layout === 'years') {
    const { places, bands } = layOutByYear(items, room)
    return {
      places: moved(places, ({ x, y }) => ({ x: x + room.left, y: y + room.low })),
      marks: {
        kind: 'years',
        bands: bands.map((each) => ({ ...each, left: each.left + room.left, right: each.right + room.left })),
      },
    }
  }
  // The canvas counts from below, and the first row belongs at the top.
  const onCanvas = ({ x, y }: Place): Place => ({ x: x + room.left, y: room.low + room.height - y })
  const { places, groups } = layOutByType(items, room)
  return {
    places: moved(places, onCanvas),
    marks: { kind: 'types', groups: groups.map((each) => ({ ...each, ...onCanvas(each) })) },
  }
}

function roomOf(places: readonly Place[]): { left: number; low: number; width: number; height: number } {
  if (places.length < 2) return { left: 0, low: 0, width: 1000, height: 1000 }
  const { left, right, low, high } = boundsOf(places)
  return { left, low, width: Math.max(100, right - left), height: Math.max(100, high - low) }
}

const moved = (places: ReadonlyMap<string, Place>, by: (place: Place) => Place): Map<string, Place> =>
  new Map([...places].map(([id, place]) => [id, by(place)]))
