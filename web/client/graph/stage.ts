import type Sigma from 'sigma'
import type { Picture } from '../state/view.ts'
import type { Canvas, EdgeAttributes, NodeAttributes } from './canvas.ts'
import type { NamedCommunity } from './colouring.ts'
import type { Hidden } from './hidden.ts'
import { LabelLayer } from './label-layer.ts'
import type { Box } from './label-places.ts'
import { lassoOnSheet } from './lasso.ts'
import { LayoutLayer } from './layout-layer.ts'
import { Look, type Selected } from './look.ts'
import { MapCamera } from './map-camera.ts'
import { Mover } from './mover.ts'
import { drawnScale, PLAIN_ABOVE } from './node-size.ts'
import type { Palette } from './palette.ts'
import { PinLayer } from './pin-layer.ts'
import { PlainHover } from './plain-hover.ts'
import { PlainIndex } from './plain-index.ts'
import { PlainLineIndex } from './plain-line-index.ts'
import { listenToPointer, type StageEvents } from './pointer.ts'
import { RegionLayer } from './region-layer.ts'
import { listenToRegions, type RegionEvents } from './region-pointer.ts'
import { emptyGraph, makeRenderer } from './renderer.ts'
import { snapshotOf } from './snapshot.ts'
import { Stillness } from './stillness.ts'

/** A click this near to a line of a plain map means it, in pixels. */
const LINE_REACH = 4
const LINE_REACH_FINGER = 9
/** Nodes of a plain map that are looked at for a name. */
const MOST_NAMED = 400

/** The one Sigma of the page. Knows what is selected and where the camera is, and nothing of where data comes from. */
export class Stage {
  private readonly sigma: Sigma<NodeAttributes, EdgeAttributes>
  readonly camera: MapCamera
  private readonly pins: PinLayer
  private readonly canvas: Canvas
  private readonly look: Look
  private readonly index: PlainIndex
  private readonly pointed: PlainHover
  private readonly labels: LabelLayer
  private readonly regions: RegionLayer
  private readonly mover: Mover
  private readonly stillness = new Stillness(() => this.sigma.scheduleRender())
  private isPlain = false
  /** Of the lines of a plain map, from 0 to 1. */
  private lineOpacity = 1
  private isRefreshing = false
  /** While its graph is built. */
  private isPaused = true
  private hoverFrame = 0
  private selected: Selected = { selected: undefined, selectedEdge: undefined, chosen: [], way: [] }

  /** Throws where the browser has no WebGL. Nothing of it is seen until the first graph is drawn: layers without content cost as much. */
  constructor(container: HTMLElement, canvas: Canvas, colours: Palette, events: StageEvents & RegionEvents) {
    this.canvas = canvas
    container.style.visibility = 'hidden'
    this.look = new Look(canvas, colours)
    this.sigma = makeRenderer(container, this.look, {
      isPlain: () => this.isPlain,
      lineOpacity: () => this.lineOpacity,
      isMoving: () => this.stillness.isMoving,
    })
    new LayoutLayer(this.sigma, canvas, () => this.look.palette)
    const palette = (): Palette => this.look.palette
    const regions = new RegionLayer(this.sigma, palette, () => this.look.quiet())
    this.regions = regions
    this.mover = new Mover(this.sigma, canvas, () => !this.isPlain)
    canvas.onMoved = (ids, isLast) => this.moved(ids, isLast)
    this.pins = new PinLayer(this.sigma, palette)
    this.index = new PlainIndex(this.sigma)
    this.pointed = new PlainHover(this.sigma, canvas, this.look)
    this.sigma.on('afterRender', () => {
      if (this.isPlain) this.pointed.draw(this.look.hovered)
    })
    const nameable = (area: Box): string[] | undefined => (this.isPlain ? this.nameable(area) : undefined)
    this.labels = new LabelLayer(this.sigma, (id) => this.look.standing(id), palette, regions, nameable)
    this.pickFromIndex()
    const lines = new PlainLineIndex(this.sigma, canvas)
    const whereNoRegionIs = listenToRegions(this.sigma, regions, {
      ...events,
      onNothing: (at, isFinger) => {
        const line = this.isPlain ? lines.at(at, isFinger ? LINE_REACH_FINGER : LINE_REACH) : undefined
        if (line === undefined) events.onNothing(at, isFinger)
        else events.onEdge(line)
      },
    })
    listenToPointer(this.sigma, canvas, {
      ...whereNoRegionIs,
      onHover: (id, isMouse) => {
        this.pointAt(id)
        if (isMouse || id === undefined) canvas.point(id)
      },
      onMove: (id) => this.hasMoved(id),
    })
    this.sigma.resize(true)
    this.camera = new MapCamera(this.sigma, canvas)
    this.sigma.getCamera().on('updated', () => this.stillness.touch())
    this.sigma.on('resize', () => this.setScale())
    this.setScale()
  }

  get size(): { width: number; height: number } {
    return this.sigma.getDimensions()
  }

  /** Lets a line be drawn around nodes. Returns how to stop. */
  letDraw(onLasso: (ids: string[], isAlso: boolean) => void): () => void {
    return lassoOnSheet(this.sigma, onLasso)
  }

  pin(ids: readonly string[]): void {
    this.pins.pinned = ids
    this.sigma.scheduleRender()
  }

  show(selected: Selected, hidden: Hidden): void {
    this.selected = selected
    this.look.hidden = hidden
    this.refresh()
  }

  /** Colours and sizes nodes in another way. */
  setPicture(picture: Picture, named: readonly NamedCommunity[]): void {
    this.look.setPicture(picture, named)
    this.refresh()
  }

  paint(palette: Palette): void {
    this.look.palette = palette
    this.refresh()
  }

  /** After nodes or edges came or went. Several calls in a row draw once. */
  refresh(): void {
    if (this.isPaused) return
    this.look.select(this.selected)
    if (this.look.hovered !== undefined && !this.canvas.has(this.look.hovered)) this.look.hovered = undefined
    if (this.isRefreshing) return
    this.isRefreshing = true
    queueMicrotask(() => {
      // What was drawn afresh meanwhile needs no second time.
      if (!this.isRefreshing) return
      this.isRefreshing = false
      this.look.select(this.selected)
      this.choosePrograms()
      this.setScale()
      this.sigma.refresh()
    })
  }

  /** What is in sight, for a file. */
  snapshot(background: string): HTMLCanvasElement {
    return snapshotOf(this.sigma, background)
  }

  /** While a graph is built nothing of it is drawn: Sigma would look at each node as it comes. */
  pause(): void {
    if (this.isPaused) return
    this.isPaused = true
    this.isRefreshing = false
    this.look.hovered = undefined
    this.sigma.setGraph(emptyGraph())
  }

  /** Draws the graph, and from now on what comes to it leaves the frame as it is: the picture must not jump. */
  resume(): void {
    this.isPaused = false
    this.look.select(this.selected)
    this.choosePrograms()
    this.setScale()
    this.sigma.setCustomBBox(null)
    this.labels.wait()
    this.sigma.getContainer().style.visibility = ''
    this.sigma.setGraph(this.canvas.graph)
    this.sigma.setCustomBBox(this.sigma.getBBox())
  }

  /** What stands out; everything where nothing does. */
  get inFocus(): string[] {
    const { focus } = this.look
    return focus.size > 0 ? [...focus] : this.canvas.ids()
  }

  private choosePrograms(): void {
    const isPlain = this.canvas.graph.order > PLAIN_ABOVE
    if (isPlain === this.isPlain) return
    this.isPlain = isPlain
    this.pointed.draw(undefined)
    const type = { defaultNodeType: isPlain ? 'plain' : 'border', defaultEdgeType: isPlain ? 'plain' : 'line' }
    this.sigma.setSettings({ ...type, enableEdgeEvents: !isPlain })
  }

  /** Reading the picture back to see what is under the pointer waits until all of it is drawn. */
  private pickFromIndex(): void {
    const { sigma, index } = this
    const pick: (point: { x: number; y: number }) => string | null = Reflect.get(sigma, 'getNodeAtPosition')
    Object.assign(sigma, {
      getNodeAtPosition: (point: { x: number; y: number }) =>
        this.isPlain ? index.at(point) : pick.call(sigma, point),
    })
  }

  private nameable(area: Box): string[] {
    const [from, to] = [
      { x: area.left, y: area.top },
      { x: area.right, y: area.bottom },
    ]
    const { hovered } = this.look
    const wanted = [...this.look.focus].slice(0, MOST_NAMED)
    const near = hovered !== undefined && this.canvas.has(hovered) ? this.canvas.graph.neighbors(hovered) : []
    const first = [...(hovered === undefined ? [] : [hovered]), ...wanted, ...near.slice(0, MOST_NAMED)]
    return [...new Set([...first, ...this.index.inSight(from, to, MOST_NAMED)])].filter((id) => this.canvas.has(id))
  }

  private setScale(): void {
    const { width, height } = this.size
    const screen = Math.min(1, Math.max(0.72, Math.sqrt(Math.min(width, height) / 800)))
    const { order } = this.canvas.graph
    this.look.nodeScale = screen * drawnScale(order)
    this.lineOpacity = Math.min(1, Math.max(0.06, 70 / Math.sqrt(Math.max(1, this.canvas.graph.size))))
  }

  private moved(ids: readonly string[], isLast: boolean): void {
    this.mover.move(ids)
    this.index.forgetPlaces()
    this.stillness.touch()
    if (!this.isPlain || isLast) this.regions.forget()
    if (isLast) void this.mover.follow(() => this.stillness.touch())
  }

  private hasMoved(id: string): void {
    this.index.moved(id)
    this.stillness.touch()
  }

  /** Makes a node stand out as if the pointer were over it. */
  pointAt(id: string | undefined): void {
    const before = this.look.hovered
    if (before === id) return
    this.look.hovered = id
    if (!this.isPlain) this.refreshAround([before, id])
    else if (this.hoverFrame === 0)
      this.hoverFrame = requestAnimationFrame(() => {
        this.hoverFrame = 0
        this.pointed.draw(this.look.hovered)
        this.labels.draw()
      })
  }

  /** Hovering refreshes only what it changes: the nodes and edges around the old and the new place. */
  private refreshAround(ids: (string | undefined)[]): void {
    const { graph } = this.canvas
    const near = ids.filter((each): each is string => each !== undefined && graph.hasNode(each))
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
