import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types'
import type { NodeType } from '../../api.ts'
import type { Canvas, EdgeAttributes, NodeAttributes } from './canvas.ts'
import type { Standing } from './label-layer.ts'
import type { Palette } from './palette.ts'

type DrawnNode = Partial<NodeDisplayData> & Record<string, unknown>

/** What is selected, pointed at and switched off, and how nodes and edges look because of it. */
export class Look {
  palette: Palette
  hovered: string | undefined
  selectedEdge: string | undefined
  hidden: ReadonlySet<NodeType> = new Set()
  /** Nodes are drawn smaller on small screens and in crowds. */
  nodeScale = 1
  private selected: string | undefined
  /** The selected node and its neighbours, or the ends of the selected edge; the rest fades. */
  private kept: ReadonlySet<string> | undefined
  private readonly canvas: Canvas

  constructor(canvas: Canvas, palette: Palette) {
    this.canvas = canvas
    this.palette = palette
  }

  select(node: string | undefined, edge: string | undefined): void {
    const { graph } = this.canvas
    this.selected = node !== undefined && graph.hasNode(node) ? node : undefined
    this.selectedEdge = edge !== undefined && graph.hasEdge(edge) ? edge : undefined
    if (this.selected !== undefined) this.kept = new Set([this.selected, ...graph.neighbors(this.selected)])
    else this.kept = this.selectedEdge === undefined ? undefined : new Set(graph.extremities(this.selectedEdge))
  }

  /** What the camera should show when something is selected. */
  get focus(): ReadonlySet<string> {
    return this.kept ?? new Set()
  }

  standing(id: string): Standing {
    if (id === this.hovered || id === this.selected) return 'focus'
    if (this.isBesideHovered(id)) return 'kept'
    if (this.kept) return this.kept.has(id) ? 'kept' : 'faded'
    return 'rest'
  }

  node(id: string, data: NodeAttributes): DrawnNode {
    const { types, surface, faded } = this.palette
    const isHollow = data.kind === 'paper'
    const drawn: DrawnNode = {
      ...data,
      size: data.size * this.nodeScale,
      label: null,
      color: isHollow ? surface : types[data.kind],
      borderColor: isHollow ? types.paper : surface,
      zIndex: isHollow ? 1 : 2,
      hidden: this.hidden.has(data.kind),
    }
    const isFaded = this.kept !== undefined && !this.kept.has(id) && !this.isBesideHovered(id)
    if (isFaded && id !== this.hovered)
      return { ...drawn, color: isHollow ? surface : faded, borderColor: isHollow ? faded : surface, zIndex: 0 }
    if (id !== this.selected) return { ...drawn, zIndex: this.kept ? 3 : (drawn.zIndex ?? 1) }
    return {
      ...drawn,
      size: (data.size + 3) * this.nodeScale,
      color: types[data.kind],
      borderColor: this.palette.text,
      zIndex: 4,
    }
  }

  edge(id: string, { edge: { type } }: EdgeAttributes): Partial<EdgeDisplayData> {
    const { graph } = this.canvas
    const tints = this.palette.edges[this.kindOf(id)]
    const weight = type === 'INTRODUCES' ? 2 : type === 'SCORES' ? 1.3 : 0.8
    if (id === this.selectedEdge) return { size: 4, color: this.palette.types[this.kindOf(id)], zIndex: 3 }
    const isNear = (node: string | undefined): boolean =>
      node !== undefined && graph.hasNode(node) && graph.hasExtremity(id, node)
    if (isNear(this.hovered) || isNear(this.selected)) return { size: weight + 0.7, color: tints.focus, zIndex: 2 }
    if (this.kept) return { size: 0.6, color: this.palette.faded, zIndex: 0 }
    return { size: weight, color: type === 'INTRODUCES' ? tints.strong : tints.rest, zIndex: 1 }
  }

  private isBesideHovered(id: string): boolean {
    const { graph } = this.canvas
    return this.hovered !== undefined && graph.hasNode(this.hovered) && graph.areNeighbors(id, this.hovered)
  }

  /** The type of what an edge names. */
  private kindOf(edge: string): NodeType {
    const { graph } = this.canvas
    const kinds = graph.extremities(edge).map((end) => graph.getNodeAttribute(end, 'kind'))
    return kinds.find((kind) => kind !== 'paper') ?? 'paper'
  }
}
