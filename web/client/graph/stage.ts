import { createNodeBorderProgram } from '@sigma/node-border'
import Sigma from 'sigma'
import { EdgeLineProgram } from 'sigma/rendering'
import type { Picture } from '../state/view.ts'
import type { Canvas, EdgeAttributes, NodeAttributes } from './canvas.ts'
import type { NamedCommunity } from './colouring.ts'
import type { Hidden } from './hidden.ts'
import { LabelLayer } from './label-layer.ts'
import { LayoutLayer } from './layout-layer.ts'
import { Look, type Selected } from './look.ts'
import { MapCamera } from './map-camera.ts'
import type { Palette } from './palette.ts'
import { listenToPointer, type StageEvents } from './pointer.ts'
import { RegionLayer } from './region-layer.ts'
import { listenToRegions, type RegionEvents } from './region-pointer.ts'

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
  readonly camera: MapCamera
  private readonly canvas: Canvas
  private readonly look: Look
  private selected: Selected = { selected: undefined, selectedEdge: undefined, chosen: [], way: [] }

  /** Throws where the browser has no WebGL. */
  constructor(container: HTMLElement, canvas: Canvas, colours: Palette, events: StageEvents & RegionEvents) {
    this.canvas = canvas
    this.look = new Look(canvas, colours)
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
      // The address holds no angle, and names would lie on their sides.
      enableCameraRotation: false,
      nodeReducer: (id, data) => this.look.node(id, data),
      edgeReducer: (id, data) => this.look.edge(id, data),
    })
    new LayoutLayer(this.sigma, canvas, () => this.look.palette)
    const palette = (): Palette => this.look.palette
    const regions = new RegionLayer(this.sigma, palette, () => this.look.quiet())
    new LabelLayer(this.sigma, (id) => this.look.standing(id), palette, regions)
    const whereNoRegionIs = listenToRegions(this.sigma, regions, events)
    listenToPointer(this.sigma, canvas, { ...whereNoRegionIs, onHover: (id) => this.hover(id) })
    this.camera = new MapCamera(this.sigma, canvas)
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

  /** Colours and sizes nodes in another way. */
  setPicture(picture: Picture, named: readonly NamedCommunity[]): void {
    this.look.setPicture(picture, named)
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

  /** What stands out; everything where nothing does. */
  get inFocus(): string[] {
    const { focus } = this.look
    return focus.size > 0 ? [...focus] : this.canvas.ids()
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
