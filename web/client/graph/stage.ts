import { createNodeBorderProgram } from '@sigma/node-border'
import Sigma from 'sigma'
import { EdgeLineProgram } from 'sigma/rendering'
import type { Canvas, EdgeAttributes, NodeAttributes } from './canvas.ts'
import { freeArea } from './free-area.ts'
import type { Hidden } from './hidden.ts'
import { LabelLayer } from './label-layer.ts'
import { Look, type Selected } from './look.ts'
import { isMotionReduced } from './motion.ts'
import type { Palette } from './palette.ts'
import { listenToPointer, type StageEvents } from './pointer.ts'
import { frameOf, isFree } from './view-frame.ts'

const BorderProgram = createNodeBorderProgram<NodeAttributes, EdgeAttributes>({
  borders: [
    { size: { value: 1.6, mode: 'pixels' }, color: { attribute: 'borderColor' } },
    { size: { fill: true }, color: { attribute: 'color' } },
  ],
})

/** Above this many nodes edges are left out while the camera moves. */
const MANY = 3000

/** The one Sigma of the page. Knows what is selected and where the camera is, and nothing of where data comes from. */
export class Stage {
  private readonly sigma: Sigma<NodeAttributes, EdgeAttributes>
  private readonly container: HTMLElement
  private readonly canvas: Canvas
  private readonly look: Look
  private selected: Selected = { selected: undefined, selectedEdge: undefined, chosen: [], way: [] }

  /** Throws where the browser has no WebGL. */
  constructor(container: HTMLElement, canvas: Canvas, palette: Palette, events: StageEvents) {
    this.container = container
    this.canvas = canvas
    this.look = new Look(canvas, palette)
    this.sigma = new Sigma<NodeAttributes, EdgeAttributes>(canvas.graph, container, {
      allowInvalidContainer: true,
      defaultNodeType: 'border',
      nodeProgramClasses: { border: BorderProgram },
      edgeProgramClasses: { line: EdgeLineProgram },
      enableEdgeEvents: true,
      // Names have a layer of their own, which keeps them apart.
      renderLabels: false,
      defaultDrawNodeHover: () => undefined,
      minEdgeThickness: 0.6,
      stagePadding: 44,
      zIndex: true,
      minCameraRatio: 0.02,
      maxCameraRatio: 3,
      nodeReducer: (id, data) => this.look.node(id, data),
      edgeReducer: (id, data) => this.look.edge(id, data),
    })
    new LabelLayer(
      this.sigma,
      (id) => this.look.standing(id),
      () => this.look.palette,
    )
    listenToPointer(this.sigma, canvas, { ...events, onHover: (id) => this.hover(id) })
    this.sigma.on('resize', () => this.setScale())
    this.setScale()
  }

  get size(): { width: number; height: number } {
    return this.sigma.getDimensions()
  }

  show(selected: Selected, hidden: Hidden): void {
    this.selected = selected
    this.look.hidden = hidden
    this.refresh()
  }

  paint(palette: Palette): void {
    this.look.palette = palette
    this.refresh()
  }

  /** After nodes or edges came or went. */
  refresh(): void {
    this.look.select(this.selected)
    if (this.look.hovered !== undefined && !this.canvas.has(this.look.hovered)) this.look.hovered = undefined
    this.sigma.setSetting('hideEdgesOnMove', this.canvas.graph.order > MANY)
    this.setScale()
    this.sigma.refresh()
  }

  /** From now on what comes to the canvas leaves the frame as it is: the picture must not jump. */
  holdFrame(): void {
    this.sigma.setCustomBBox(null)
    this.sigma.refresh()
    this.sigma.setCustomBBox(this.sigma.getBBox())
  }

  /** Shows a node with what is around it, in what panels leave free. */
  revealAround(id: string): void {
    this.frame([id, ...(this.canvas.has(id) ? this.canvas.graph.neighbors(id) : [])])
  }

  /** The first sight of the map: what is selected with what is around it, else everything. */
  open(): void {
    const { focus } = this.look
    this.frame(focus.size > 0 ? [...focus] : this.canvas.ids(), { isAtOnce: true })
  }

  /** Moves only if some of the selection is out of sight, and no nearer than it is. */
  revealSelection(): void {
    const free = freeArea(this.container)
    const places = this.placesOf([...this.look.focus])
    if (places.every((place) => isFree(place, this.size, free))) return
    this.frame([...this.look.focus], { isNearest: true })
  }

  zoom(factor: number): void {
    this.move({ ratio: this.sigma.getCamera().ratio * factor })
  }

  /** Everything that is not switched off. */
  fit(): void {
    this.frame(this.canvas.ids())
  }

  private frame(ids: string[], { isNearest = false, isAtOnce = false } = {}): void {
    const camera = this.sigma.getCamera()
    const frame = frameOf(this.placesOf(ids), this.size, freeArea(this.container), camera.ratio)
    if (!frame) return
    const factor = isNearest ? Math.max(1, frame.factor) : frame.factor
    const [from, to, middle] = [frame.from, frame.to, { x: this.size.width / 2, y: this.size.height / 2 }].map(
      (place) => this.sigma.viewportToFramedGraph(place),
    )
    if (!from || !to || !middle) return
    const state = {
      x: from.x - (to.x - middle.x) * factor,
      y: from.y - (to.y - middle.y) * factor,
      ratio: camera.ratio * factor,
    }
    if (isAtOnce) camera.setState(state)
    else this.move(state)
  }

  private placesOf(ids: string[]): { x: number; y: number }[] {
    const shown = ids.map((id) => this.sigma.getNodeDisplayData(id)).filter((data) => data && !data.hidden)
    // The camera may have moved since the last frame was drawn.
    const override = { cameraState: this.sigma.getCamera().getState() }
    return shown.flatMap((data) => (data ? [this.sigma.framedGraphToViewport(data, override)] : []))
  }

  private move(state: { x?: number; y?: number; ratio?: number }): void {
    void this.sigma.getCamera().animate(state, { duration: isMotionReduced() ? 1 : 420, easing: 'quadraticInOut' })
  }

  private setScale(): void {
    const { width, height } = this.size
    const screen = Math.min(1, Math.max(0.72, Math.sqrt(Math.min(width, height) / 800)))
    const crowd = Math.min(1.1, Math.max(0.6, Math.sqrt(380 / Math.max(1, this.canvas.graph.order))))
    this.look.nodeScale = screen * crowd
  }

  /** Hovering refreshes only what it changes: the nodes and edges around the old and the new place. */
  private hover(id: string | undefined): void {
    const before = this.look.hovered
    if (before === id) return
    this.look.hovered = id
    const { graph } = this.canvas
    const near = [before, id].filter((each): each is string => each !== undefined && graph.hasNode(each))
    this.sigma.refresh({
      partialGraph: {
        nodes: [...new Set(near.flatMap((each) => [each, ...graph.neighbors(each)]))],
        edges: [...new Set(near.flatMap((each) => graph.edges(each)))],
      },
      skipIndexation: true,
      schedule: true,
    })
  }
}
