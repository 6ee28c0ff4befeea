import type Sigma from 'sigma'
import type { EdgeAttributes, NodeAttributes } from './canvas.ts'

/** Pixels of a picture for one of the page: sharp on paper and on a large screen. */
export const SNAPSHOT_SCALE = 2

/**
 * All layers of the map as they are in sight, in one canvas with so many pixels for one of the page. Drawn and put back
 * within one turn, so that nobody sees it, and before the browser throws away what WebGL has drawn.
 */
export function snapshotOf(
  sigma: Sigma<NodeAttributes, EdgeAttributes>,
  background: string,
  scale = SNAPSHOT_SCALE,
): HTMLCanvasElement {
  const { width, height } = sigma.getDimensions()
  const copy = document.createElement('canvas')
  copy.width = Math.round(width * scale)
  copy.height = Math.round(height * scale)
  const context = copy.getContext('2d')
  if (!context) throw new Error('the browser gives no canvas to draw a picture on')
  context.fillStyle = background
  context.fillRect(0, 0, copy.width, copy.height)
  withPixelRatio(scale, () => {
    sigma.resize(true)
    sigma.refresh({ skipIndexation: true })
    for (const layer of sigma.getContainer().querySelectorAll('canvas'))
      if (layer.width > 0 && layer.height > 0) context.drawImage(layer, 0, 0, copy.width, copy.height)
  })
  sigma.resize(true)
  sigma.refresh({ skipIndexation: true })
  return copy
}

/** Sigma and its layers go by the window's own ratio. */
function withPixelRatio(ratio: number, draw: () => void): void {
  const own = Object.getOwnPropertyDescriptor(window, 'devicePixelRatio')
  Object.defineProperty(window, 'devicePixelRatio', { configurable: true, get: () => ratio })
  try {
    draw()
  } finally {
    if (own) Object.defineProperty(window, 'devicePixelRatio', own)
    else Reflect.deleteProperty(window, 'devicePixelRatio')
  }
}
