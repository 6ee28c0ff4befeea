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

export function isFree({ x, y }: Place, size: Size, free: Free): boolean {
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
