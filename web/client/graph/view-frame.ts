import { boundsOf, type Place } from './place.ts'

/** What panels leave free of the canvas, in pixels from its edges. */
export interface Free {
  left: number
  top: number
  right: number
  bottom: number
}
export interface Size {
  width: number
  height: number
}

/** The camera does not come nearer than a third of the whole, unless it is asked to. */
export const CLOSEST = 0.35

/**
 * Where the camera goes so that some places fill what is free: by how much it goes away (1 = as now, 2 = twice as far)
 * and which point of the canvas comes to the middle of what is free. All in pixels of the canvas as it is now. `ratio` is
 * the camera's own now: it does not come nearer than `closest`.
 */
export function frameOf(
  places: readonly Place[],
  size: Size,
  free: Free,
  ratio: number,
  closest = CLOSEST,
): { factor: number; from: Place; to: Place } | undefined {
  if (places.length === 0) return undefined
  const { left, right, low: top, high: bottom } = boundsOf(places)
  const width = Math.max(60, size.width - free.left - free.right)
  const height = Math.max(60, size.height - free.top - free.bottom)
  const wanted = Math.max((right - left) / width, (bottom - top) / height)
  return {
    factor: Math.max(wanted, closest / ratio),
    from: { x: (left + right) / 2, y: (top + bottom) / 2 },
    to: { x: free.left + width / 2, y: free.top + height / 2 },
  }
}

/** Of more places than these a few may lie under what is in a corner. */
const FEW = 40

/** The same, clear of a box in the lower left corner where only a few places are framed: one of them under it would be missed. */
export function frameBeside(
  corner: Corner | undefined,
  places: readonly Place[],
  size: Size,
  free: Free,
  ratio: number,
  closest = CLOSEST,
): ReturnType<typeof frameOf> {
  const frame = frameOf(places, size, free, ratio, closest)
  if (frame === undefined || corner === undefined || places.length > FEW) return frame
  const { factor, from, to } = frame
  const isUnder = places.some(({ x, y }) =>
    isIn({ x: to.x + (x - from.x) / factor, y: to.y + (y - from.y) / factor }, corner),
  )
  const left = Math.max(free.left, corner.right)
  return isUnder ? frameOf(places, size, { ...free, left }, ratio, closest) : frame
}

/** From where on to the left and below nothing of the canvas can be seen. */
export interface Corner {
  right: number
  top: number
}
const isIn = ({ x, y }: Place, { right, top }: Corner): boolean => x < right && y > top

export function isFree({ x, y }: Place, size: Size, free: Free, corner?: Corner): boolean {
  if (corner !== undefined && isIn({ x, y }, corner)) return false
  return x >= free.left && x <= size.width - free.right && y >= free.top && y <= size.height - free.bottom
}

/**
 * How much to stretch a layout so that it fills a canvas of another shape; positions on a map of a graph mean only
 * nearness, so a moderate stretch costs nothing and a narrow screen is used from top to bottom.
 */
export function stretchOf(layout: Size, canvas: Size): { x: number; y: number } {
  const shape = (size: Size): number => (size.width > 0 && size.height > 0 ? size.width / size.height : 1)
  const wanted = Math.min(1.5, Math.max(0.55, shape(canvas) / shape(layout)))
  return wanted > 1 ? { x: wanted, y: 1 } : { x: 1, y: 1 / wanted }
}
