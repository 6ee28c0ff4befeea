import type Sigma from 'sigma'
import { typeNames } from '../strings.ts'
import { pictureWords } from '../words/picture.ts'
import type { Canvas, EdgeAttributes, NodeAttributes } from './canvas.ts'
import { FONT, TextWidths } from './label-text.ts'
import { layerOf } from './layers.ts'
import type { Band } from './layouts/by-year.ts'
import type { Palette } from './palette.ts'

/** How high the axis at the top of the canvas is, in pixels. */
export const AXIS_HEIGHT = 26
const APART = 8

/** Names the strips or groups of a layout: strips under the nodes, their years and the names of groups above them. */
export class LayoutLayer {
  private readonly under: CanvasRenderingContext2D
  private readonly over: CanvasRenderingContext2D
  private readonly widths: TextWidths
  private readonly sigma: Sigma<NodeAttributes, EdgeAttributes>
  private readonly canvas: Canvas
  private readonly palette: () => Palette
  private isEmpty = true

  constructor(sigma: Sigma<NodeAttributes, EdgeAttributes>, canvas: Canvas, palette: () => Palette) {
    this.sigma = sigma
    this.canvas = canvas
    this.palette = palette
    this.under = layerOf(sigma, 'strips', 'edges')
    this.over = layerOf(sigma, 'axis')
    this.widths = new TextWidths(this.over)
    sigma.on('afterRender', () => this.draw())
  }

  private draw(): void {
    const { marks } = this.canvas
    if (marks === undefined && this.isEmpty) return
    this.isEmpty = marks === undefined
    const { width, height } = this.sigma.getDimensions()
    for (const context of [this.under, this.over]) context.clearRect(0, 0, width, height)
    if (marks?.kind === 'years') this.drawYears(marks.bands, width, height)
    if (marks?.kind === 'types')
      for (const { type, count, x, y, radius } of marks.groups) {
        const place = this.sigma.graphToViewport({ x, y: y + radius })
        this.write(`${typeNames[type]}  ${count.toLocaleString('en')}`, place.x, place.y - 20, 650, 14)
      }
  }

  private drawYears(bands: readonly Band[], width: number, height: number): void {
    const { surface, raised, line } = this.palette()
    const at = (x: number): number => this.sigma.graphToViewport({ x, y: 0 }).x
    for (const [index, { left, right, kind }] of bands.entries()) {
      const [from, to] = [at(left), at(right)]
      if (index % 2 === 1 && kind !== 'gap') {
        this.under.fillStyle = raised === surface ? line : raised
        this.under.globalAlpha = 0.75
        this.under.fillRect(from, 0, to - from, height)
        this.under.globalAlpha = 1
      }
      this.under.fillStyle = line
      this.under.globalAlpha = 0.5
      this.under.fillRect(Math.round(to), 0, 1, height)
      this.under.globalAlpha = 1
    }
    const { over } = this
    over.globalAlpha = 0.92
    over.fillStyle = surface
    over.fillRect(0, 0, width, AXIS_HEIGHT)
    over.globalAlpha = 1
    over.fillStyle = line
    over.fillRect(0, AXIS_HEIGHT, width, 1)
    this.drawTicks(bands, at, width)
  }

  /** A year stands in the middle of what is seen of its strip; where there is no room, every other is left out. */
  private drawTicks(bands: readonly Band[], at: (x: number) => number, width: number): void {
    let last = -Infinity
    for (const { left, right, kind, year } of bands) {
      const [from, to] = [Math.max(0, at(left)), Math.min(width, at(right))]
      if (to <= from) continue
      const text = kind === 'gap' ? '…' : kind === 'none' ? pictureWords.noYear : String(year)
      const half = this.widths.of(fontOf(600, 12), text) / 2
      const middle = Math.min(width - half - 2, Math.max(half + 2, (from + to) / 2))
      if (middle - half < last + APART) continue
      last = middle + half
      this.write(text, middle, AXIS_HEIGHT / 2 + 1, 600, 12)
    }
  }

  private write(text: string, x: number, y: number, weight: number, size: number): void {
    const { over } = this
    const { surface, textSoft } = this.palette()
    over.font = fontOf(weight, size)
    over.textAlign = 'center'
    over.textBaseline = 'middle'
    over.lineJoin = 'round'
    over.lineWidth = 4
    over.strokeStyle = surface
    over.strokeText(text, x, y)
    over.fillStyle = textSoft
    over.fillText(text, x, y)
  }
}

const fontOf = (weight: number, size: number): string => `${weight} ${size}px ${FONT}`
