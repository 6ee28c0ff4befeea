import type Sigma from 'sigma'
import type { EdgeAttributes, NodeAttributes } from './canvas.ts'
import { layerOf } from './layers.ts'
import type { Palette } from './palette.ts'

const RADIUS = 8.5
/** A head, a neck and a needle around the middle. */
const PIN = new Path2D('M-2.6-4.6h5.2M-1.5-4.6v3.6L-3.6 1h7.2L1.5-1v-3.6M0 1v4')

/** A small pin beside each node that stays where somebody put it. */
export class PinLayer {
  pinned: readonly string[] = []

  constructor(sigma: Sigma<NodeAttributes, EdgeAttributes>, palette: () => Palette) {
    const context = layerOf(sigma, 'pins')
    let isEmpty = true
    sigma.on('afterRender', () => {
      // A layer that is not touched need not be put together with the others anew.
      if (isEmpty && this.pinned.length === 0) return
      isEmpty = this.pinned.length === 0
      const { width, height } = sigma.getDimensions()
      context.clearRect(0, 0, width, height)
      const { text, surface } = palette()
      for (const id of this.pinned) {
        const data = sigma.getNodeDisplayData(id)
        if (!data || data.hidden) continue
        const { x, y } = sigma.framedGraphToViewport(data)
        const away = (sigma.scaleSize(data.size) + RADIUS * 0.4) * Math.SQRT1_2
        context.save()
        context.translate(x + away, y - away)
        context.beginPath()
        context.arc(0, 0, RADIUS, 0, 2 * Math.PI)
        context.fillStyle = text
        context.fill()
        context.lineWidth = 1.5
        context.strokeStyle = surface
        context.stroke()
        context.lineWidth = 1.4
        context.stroke(PIN)
        context.restore()
      }
    })
  }
}
