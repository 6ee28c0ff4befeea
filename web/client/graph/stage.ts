import { createNodeBorderProgram } from '@sigma/node-border'
import Sigma from 'sigma'
import { EdgeLineProgram } from 'sigma/rendering'
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types'
import type { NodeType } from '../../api.ts'
import type { Canvas, EdgeAttributes, NodeAttributes } from './canvas.ts'
import { hoverDrawer, labelDrawer } from './labels.ts'
import type { Palette } from './palette.ts'

export interface StageEvents {
  onNode(id: string): void
  onEdge(id: string): void
  onNothing(): void
  onOpen(id: string): void
  onLost(): void
}

const BorderProgram = createNodeBorderProgram<NodeAttributes, EdgeAttributes>({
  borders: [
    { size: { value: 1.6, mode: 'pixels' }, color: { attribute: 'borderColor' } },
    { size: { fill: true }, color: { attribute: 'color' } },
  ],
})

/** Above this many nodes edges are left out while the camera moves. */
const MANY = 3000

/** The one Sigma of the page. Knows colours, what is selected and hovered, and nothing of where data comes from. */
export class Stage {
  readonly sigma: Sigma<NodeAttributes, EdgeAttributes>
  private readonly canvas: Canvas
  private palette: Palette
  private selected: string | undefined
  private selectedEdge: string | undefined
  private hovered: string | undefined
  private hidden: ReadonlySet<NodeType> = new Set()
  /** The selected node and its neighbours; the rest fades. */
  private kept: Set<string> | undefined

  constructor(container: HTMLElement, canvas: Canvas, palette: Palette, events: StageEvents) {
    this.canvas = canvas
    this.palette = palette
    this.sigma = new Sigma<NodeAttributes, EdgeAttributes>(canvas.graph, container, {
      allowInvalidContainer: true,
      defaultNodeType: 'border',
      nodeProgramClasses: { border: BorderProgram },
      edgeProgramClasses: { line: EdgeLineProgram },
      enableEdgeEvents: true,
      labelFont: 'ui-sans-serif, system-ui, sans-serif',
      labelSize: 12.5,
      labelDensity: 0.9,
      labelGridCellSize: 110,
      labelRenderedSizeThreshold: 5.2,
      defaultDrawNodeLabel: labelDrawer(() => this.palette),
      defaultDrawNodeHover: hoverDrawer(() => this.palette),
      stagePadding: 48,
      zIndex: true,
      minCameraRatio: 0.02,
      maxCameraRatio: 3,
      nodeReducer: (id, data) => this.drawNode(id, data),
      edgeReducer: (id, data) => this.drawEdge(id, data),
    })
    this.listen(events)
    this.letNodesBeDragged()
  }

  show(state: { selected?: string | undefined; selectedEdge?: string | undefined; hidden: readonly NodeType[] }): void {
    this.selected = state.selected
    this.selectedEdge = state.selectedEdge
    this.hidden = new Set(state.hidden)
    this.refresh()
  }

  paint(palette: Palette): void {
    this.palette = palette
    this.refresh()
  }

  /** After nodes or edges came or went. */
  refresh(): void {
    const { graph } = this.canvas
    const ends =
      this.selectedEdge && graph.hasEdge(this.selectedEdge) ? graph.extremities(this.selectedEdge) : undefined
    const isThere = this.selected !== undefined && graph.hasNode(this.selected)
    this.kept = isThere && this.selected ? this.hood(this.selected) : ends ? new Set(ends) : undefined
    this.sigma.setSetting('hideEdgesOnMove', graph.order > MANY)
    this.sigma.refresh()
  }

  /** Moves the camera so that a node is in the middle of what panels leave free, only if it is not in sight already. */
  reveal(id: string, free: { left: number; top: number; right: number; bottom: number }): void {
    const place = this.sigma.getNodeDisplayData(id)
    if (!place) return
    const at = this.sigma.framedGraphToViewport(place)
    const { width, height } = this.sigma.getDimensions()
    const margin = 40
    const isInSight =
      at.x > free.left + margin &&
      at.x < width - free.right - margin &&
      at.y > free.top + margin &&
      at.y < height - free.bottom - margin
    if (isInSight) return
    const wanted = { x: (free.left + width - free.right) / 2, y: (free.top + height - free.bottom) / 2 }
    const from = this.sigma.viewportToFramedGraph(wanted)
    const to = this.sigma.viewportToFramedGraph(at)
    const camera = this.sigma.getCamera()
    this.move({ x: camera.x + to.x - from.x, y: camera.y + to.y - from.y })
  }

  zoom(factor: number): void {
    this.move({ ratio: this.sigma.getCamera().ratio * factor })
  }

  fit(): void {
    this.move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 })
  }

  private move(state: { x?: number; y?: number; ratio?: number; angle?: number }): void {
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    void this.sigma.getCamera().animate(state, { duration: isStill ? 1 : 420, easing: 'quadraticInOut' })
  }

  private hood(id: string): Set<string> {
    return new Set([id, ...this.canvas.graph.neighbors(id)])
  }

  private drawNode(id: string, data: NodeAttributes): Partial<NodeDisplayData> & Record<string, unknown> {
    const { types, surface, faded } = this.palette
    const isHollow = data.kind === 'paper'
    const drawn: Partial<NodeDisplayData> & Record<string, unknown> = {
      ...data,
      color: isHollow ? surface : types[data.kind],
      borderColor: isHollow ? types.paper : surface,
      zIndex: isHollow ? 1 : 2,
      hidden: this.hidden.has(data.kind),
    }
    const isNearHovered =
      this.hovered !== undefined && (id === this.hovered || this.canvas.graph.areNeighbors(id, this.hovered))
    if (this.kept && !this.kept.has(id) && !isNearHovered)
      return {
        ...drawn,
        color: isHollow ? surface : faded,
        borderColor: isHollow ? faded : surface,
        label: null,
        zIndex: 0,
      }
    if (id === this.selected) return { ...drawn, size: data.size + 3, highlighted: true, forceLabel: true, zIndex: 4 }
    if (this.kept && this.kept.size <= 40) return { ...drawn, forceLabel: !isHollow || this.kept.size <= 14, zIndex: 3 }
    if (isNearHovered) return { ...drawn, forceLabel: !isHollow, zIndex: 3 }
    return drawn
  }

  private drawEdge(id: string, data: EdgeAttributes): Partial<EdgeDisplayData> {
    const { edge, edgeStrong, faded, types } = this.palette
    const { graph } = this.canvas
    if (id === this.selectedEdge) return { size: 3, color: types[this.otherKind(id)], zIndex: 3 }
    const focus = this.hovered ?? this.selected
    if (focus !== undefined && graph.hasNode(focus) && graph.hasExtremity(id, focus))
      return { size: data.edge.type === 'INTRODUCES' ? 2.4 : 1.4, color: edgeStrong, zIndex: 2 }
    if (this.kept) return { size: 0.6, color: faded, zIndex: 0 }
    return { size: data.edge.type === 'INTRODUCES' ? 1.2 : 0.7, color: edge, zIndex: 1 }
  }

  private otherKind(edge: string): NodeType {
    const { graph } = this.canvas
    const kinds = graph.extremities(edge).map((end) => graph.getNodeAttribute(end, 'kind'))
    return kinds.find((kind) => kind !== 'paper') ?? 'paper'
  }

  /** Hovering refreshes only what it changes: the nodes and edges around the old and the new place. */
  private hover(id: string | undefined): void {
    const before = this.hovered
    if (before === id) return
    this.hovered = id
    const { graph } = this.canvas
    const near = [before, id].filter((each): each is string => each !== undefined && graph.hasNode(each))
    this.sigma.refresh({
      partialGraph: {
        nodes: [...new Set(near.flatMap((each) => [...this.hood(each)]))],
        edges: [...new Set(near.flatMap((each) => graph.edges(each)))],
      },
      skipIndexation: true,
      schedule: true,
    })
  }

  private listen(events: StageEvents): void {
    const container = this.sigma.getContainer()
    const point = (isOver: boolean): void => {
      container.classList.toggle('is-over', isOver)
    }
    this.sigma.on('enterNode', ({ node }) => {
      this.hover(node)
      point(true)
    })
    this.sigma.on('leaveNode', () => {
      this.hover(undefined)
      point(false)
    })
    this.sigma.on('enterEdge', () => point(true))
    this.sigma.on('leaveEdge', () => point(false))
    this.sigma.on('clickNode', ({ node }) => events.onNode(node))
    this.sigma.on('doubleClickNode', (event) => {
      event.preventSigmaDefault()
      events.onOpen(event.node)
    })
    this.sigma.on('clickEdge', ({ edge }) => events.onEdge(edge))
    this.sigma.on('clickStage', () => events.onNothing())
    for (const layer of Object.values(this.sigma.getCanvases()))
      layer.addEventListener('webglcontextlost', () => events.onLost())
  }

  private letNodesBeDragged(): void {
    let dragged: string | undefined
    const { graph } = this.canvas
    this.sigma.on('downNode', ({ node }) => {
      dragged = node
      // The frame must not follow a node that is pulled out of it.
      if (!this.sigma.getCustomBBox()) this.sigma.setCustomBBox(this.sigma.getBBox())
    })
    this.sigma.on('moveBody', ({ event }) => {
      if (dragged === undefined || !graph.hasNode(dragged)) return
      const { x, y } = this.sigma.viewportToGraph(event)
      graph.mergeNodeAttributes(dragged, { x, y })
      event.preventSigmaDefault()
      event.original.preventDefault()
      event.original.stopPropagation()
    })
    const drop = (): void => {
      dragged = undefined
    }
    this.sigma.on('upNode', drop)
    this.sigma.on('upStage', drop)
  }
}
