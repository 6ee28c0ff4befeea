import type Sigma from 'sigma'
import type { Canvas, EdgeAttributes, NodeAttributes } from './canvas.ts'
import { layerOf } from './layers.ts'
import type { Look } from './look.ts'

/** More lines of one node are a blot. */
const MOST_LINES = 1500

/**
 * What a large map shows of the node that is pointed at: its lines and what they lead to, on a canvas of their own, so that the
 * rest of the picture need not be drawn again.
 */
export class PlainHover {
  private readonly context: CanvasRenderingContext2D
  private readonly sigma: Sigma<NodeAttributes, EdgeAttributes>
  private readonly canvas: Canvas
  private readonly look: Look
  private isEmpty = true

  constructor(sigma: Sigma<NodeAttributes, EdgeAttributes>, canvas: Canvas, look: Look) {
    this.sigma = sigma
    this.canvas = canvas
    this.look = look
    this.context = layerOf(sigma, 'pointed')
  }

  /** Draws the surroundings of a node, or nothing. */
  draw(id: string | undefined): void {
    const { context, sigma, canvas, look } = this
    const { width, height } = sigma.getDimensions()
    if (!this.isEmpty) context.clearRect(0, 0, width, height)
    this.isEmpty = true
    const middle = id === undefined ? undefined : sigma.getNodeDisplayData(id)
    if (id === undefined || !middle || middle.hidden || !canvas.has(id)) return
    this.isEmpty = false
    const from = sigma.framedGraphToViewport(middle)
    const near: string[] = []
    context.lineWidth = 1.4
    for (const edge of canvas.graph.edges(id).slice(0, MOST_LINES)) {
      const other = canvas.graph.opposite(id, edge)
      const data = sigma.getNodeDisplayData(other)
      if (!data || data.hidden || look.hidden.lines.has(edge)) continue
      near.push(other)
      const to = sigma.framedGraphToViewport(data)
      context.beginPath()
      context.moveTo(from.x, from.y)
      context.lineTo(to.x, to.y)
      // The look knows what is pointed at.
      context.strokeStyle = look.edge(edge, canvas.graph.getEdgeAttributes(edge)).color ?? look.palette.line
      context.stroke()
    }
    for (const each of [...near, id]) this.dot(each)
  }

  private dot(id: string): void {
    const { context, sigma, look } = this
    const data = sigma.getNodeDisplayData(id)
    if (!data) return
    const { x, y } = sigma.framedGraphToViewport(data)
    context.beginPath()
    context.arc(x, y, Math.max(2.5, sigma.scaleSize(data.size)), 0, 2 * Math.PI)
    context.fillStyle = data.color
    context.fill()
    context.lineWidth = 1.2
    context.strokeStyle = look.palette.surface
    context.stroke()
  }
}
