import type Sigma from 'sigma'
import type { EdgeAttributes, NodeAttributes } from './canvas.ts'
import { blockedBoxes, freeArea } from './free-area.ts'
import { type Box, type LabelWish, type NodeBox, placeLabels } from './label-places.ts'
import { directionOf, FONT, shorten, TextWidths } from './label-text.ts'
import { layerOf } from './layers.ts'
import type { Palette } from './palette.ts'
import type { RegionLayer } from './region-layer.ts'

/** One label for so many square pixels: a map stays a picture. */
const AREA_PER_LABEL = 11_000
/** Radius in pixels below which a node may rather be covered by a great name. */
const SMALL = 5
/** Radius from which a name is great. */
const GREAT = 7
const MEASURE_EVERY_MS = 200

/** How a node's label stands: `focus` is selected or pointed at, `kept` is beside it, `faded` is neither. */
export type Standing = 'focus' | 'kept' | 'rest' | 'faded'

/** All labels on one canvas above the nodes, redrawn after each frame, so that none lies over another. */
export class LabelLayer {
  private readonly context: CanvasRenderingContext2D
  private area: Box | undefined
  private waiting: number | undefined
  private blocked: Box[] = []
  private measuredAt = 0
  private readonly widths: TextWidths
  private readonly sigma: Sigma<NodeAttributes, EdgeAttributes>
  private readonly standing: (id: string) => Standing
  private readonly palette: () => Palette
  private readonly regions: RegionLayer
  /** Where there are too many nodes to look at each: those that may be given a name. */
  private readonly candidates: (area: Box) => string[] | undefined

  constructor(
    sigma: Sigma<NodeAttributes, EdgeAttributes>,
    standing: (id: string) => Standing,
    palette: () => Palette,
    regions: RegionLayer,
    candidates: (area: Box) => string[] | undefined,
  ) {
    this.candidates = candidates
    this.sigma = sigma
    this.standing = standing
    this.palette = palette
    this.regions = regions
    this.context = layerOf(sigma, 'names')
    this.widths = new TextWidths(this.context)
    sigma.on('afterRender', () => {
      if (this.waiting === undefined) this.draw()
    })
    // Panels come and go: names move out of their way.
    new MutationObserver(() => {
      this.area = undefined
      sigma.scheduleRender()
    }).observe(document.body, { childList: true, subtree: true })
  }

  /** The picture is drawn afresh: its names come with the frame after it. */
  wait(): void {
    if (this.waiting !== undefined) cancelAnimationFrame(this.waiting)
    this.waiting = requestAnimationFrame(() => {
      this.waiting = requestAnimationFrame(() => this.draw())
    })
  }

  draw(): void {
    this.waiting = undefined
    const { context, sigma } = this
    const { width, height } = sigma.getDimensions()
    context.clearRect(0, 0, width, height)
    const area = this.freeArea()
    // What lies in a corner covers even the greatest name.
    const taken = [...this.blocked, ...this.regions.draw(context, this.widths, area, this.blocked)]
    const { wishes, nodes } = this.read(area)
    const room = Math.max(0, area.right - area.left) * Math.max(0, area.bottom - area.top)
    const limit = Math.max(10, Math.round(room / AREA_PER_LABEL))
    const texts = new Map(wishes.map((wish) => [wish.id, wish]))
    // Drawn the other way round: what matters most lies on top.
    for (const { id, x, y } of placeLabels(wishes, nodes, area, limit, taken).reverse()) {
      const wish = texts.get(id)
      if (wish) this.drawOne(wish, x, y)
    }
  }

  /** Names stay clear of panels; asking the page where they are is not for every frame. */
  private freeArea(): Box {
    const now = performance.now()
    if (!this.area || now - this.measuredAt > MEASURE_EVERY_MS) {
      const { width, height } = this.sigma.getDimensions()
      const { left, top, right, bottom } = freeArea(this.sigma.getContainer(), 6)
      this.area = { left, top, right: width - right, bottom: height - bottom }
      this.blocked = blockedBoxes(this.sigma.getContainer())
      this.measuredAt = now
    }
    return this.area
  }

  /** What wants a label, the most important first, and the room that nodes take. */
  private read(area: Box): { wishes: Wish[]; nodes: NodeBox[] } {
    const { sigma } = this
    const nodes: NodeBox[] = []
    const found: { id: string; x: number; y: number; radius: number; rank: number }[] = []
    const graph = sigma.getGraph()
    const look = (id: string, { kind, node }: NodeAttributes): void => {
      const data = sigma.getNodeDisplayData(id)
      if (!data || data.hidden) return
      const { x, y } = sigma.framedGraphToViewport(data)
      const radius = sigma.scaleSize(data.size)
      if (x + radius < area.left || x - radius > area.right || y + radius < area.top || y - radius > area.bottom) return
      const standing = this.standing(id)
      if (standing === 'faded') return
      nodes.push({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius, isSmall: radius < SMALL })
      // The name of its community says it already.
      if (standing === 'rest' && this.regions.named.has(id)) return
      // A paper's title waits for room: first what the papers have in common.
      const weight = kind === 'paper' ? node.degree / 1000 : radius
      found.push({ id, x, y, radius, rank: { focus: 2e6, kept: 1e3, rest: 0, faded: 0 }[standing] + weight })
    }
    const candidates = this.candidates(area)
    if (candidates) for (const id of candidates) look(id, graph.getNodeAttributes(id))
    else graph.forEachNode(look)
    found.sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1))
    const wishes = found.map(({ id, x, y, radius, rank }) => this.wish(id, x, y, radius, rank >= 2e6, radius > GREAT))
    return { wishes, nodes }
  }

  private wish(id: string, x: number, y: number, radius: number, isForced: boolean, isGreat: boolean): Wish {
    const { kind, label, fullLabel } = this.sigma.getGraph().getNodeAttributes(id)
    const isPaper = kind === 'paper'
    const size = isPaper ? 12 : Math.min(16, 11.5 + radius / 5)
    const font = `${isForced ? 650 : isPaper ? 450 : 600} ${isForced ? 13.5 : size}px ${FONT}`
    const text = isForced ? this.fitting(font, fullLabel) : label
    const padding = isForced ? 9 : 0
    const width = this.widths.of(font, text) + 2 * padding
    const height = isForced ? 26 : size * 1.25
    return { id, x, y, radius, width, height, isForced, isGreat, font, text, isPaper, padding }
  }

  /** As much of a name as half of what is free has room for. */
  private fitting(font: string, name: string): string {
    const { left, right } = this.freeArea()
    const room = Math.max(120, (right - left) / 2)
    const width = this.widths.of(font, name)
    return width <= room ? name : shorten(name, Math.floor(([...name].length * room) / width))
  }

  private drawOne({ text, font, isForced, isPaper, width, height, padding }: Wish, x: number, y: number): void {
    const { context } = this
    const { text: ink, textSoft, surface } = this.palette()
    context.font = font
    context.textBaseline = 'middle'
    context.textAlign = 'left'
    context.direction = directionOf(text)
    if (isForced) {
      context.beginPath()
      context.roundRect(x, y - height / 2, width, height, 7)
      context.fillStyle = ink
      context.fill()
      context.fillStyle = surface
    } else {
      context.lineJoin = 'round'
      context.lineWidth = 3.5
      context.strokeStyle = surface
      context.strokeText(text, x, y + 0.5)
      context.fillStyle = isPaper ? textSoft : ink
    }
    context.fillText(text, x + padding, y + 0.5)
  }
}

interface Wish extends LabelWish {
  text: string
  font: string
  isPaper: boolean
  padding: number
}
