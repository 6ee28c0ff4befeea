import type Sigma from 'sigma'
import type { EdgeAttributes, NodeAttributes } from './canvas.ts'

/**
 * A canvas of its own among those of the map, above the ones that are there or before the one that is named; it takes
 * nothing from the pointer. It has the size of the map from the next `sigma.resize(true)` on, which takes long: once for all.
 */
export function layerOf(
  sigma: Sigma<NodeAttributes, EdgeAttributes>,
  name: string,
  beforeLayer?: string,
): CanvasRenderingContext2D {
  const style = { pointerEvents: 'none' }
  // Sigma takes the place of a layer here as for any other, though its types do not say so.
  const options = { style, ...(beforeLayer === undefined ? {} : { beforeLayer }) }
  sigma.createCanvasContext(name, options)
  const context = sigma.getCanvases()[name]?.getContext('2d')
  if (!context) throw new Error('the browser gives no canvas to draw on')
  return context
}
