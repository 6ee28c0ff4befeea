import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types'
import type { NodeType } from '../../api.ts'
import { EMPTY_VIEW, type Picture } from '../state/view.ts'
import type { Canvas, EdgeAttributes, NodeAttributes } from './canvas.ts'
import { type Colouring, colouringOf, type NamedCommunity } from './colouring.ts'
import { type Hidden, NOTHING_HIDDEN } from './hidden.ts'
import type { Standing } from './label-layer.ts'
import { sizeOf } from './node-size.ts'
import type { Palette } from './palette.ts'
import type { Quiet } from './region-layer.ts'

/** Of more chosen nodes than this only those have a name that there is room for. */
const MOST_NAMED = 8

/** What is selected, chosen and on the ways that are shown. */
export interface Selected {
  selected: string | undefined
  selectedEdge: string | undefined
  chosen: readonly string[]
  way: readonly string[]
}

/** A node as Sigma draws it. */
export type DrawnNode = Partial<NodeDisplayData> & Record<string, unknown>

/** What is selected, pointed at and switched off, and how nodes and edges look because of it. */
export class Look {
  hovered: string | undefined
  selectedEdge: string | undefined
  hidden: Hidden = NOTHING_HIDDEN
  /** Nodes are drawn smaller on small screens and in crowds. */
  nodeScale = 1
  private selected: string | undefined
  private chosen: ReadonlySet<string> = new Set()
  /**
   * What stands out while the rest fades: the ways that are shown; the chosen nodes and what they share; the selected node and
   * its neighbours; the ends of the selected edge.
   */
  private kept: ReadonlySet<string> | undefined
  private isOnWay = false
  private picture: Picture = EMPTY_VIEW.picture
  private named: readonly NamedCommunity[] = []
  private inks: Palette
  private colouring: Colouring | undefined
  private readonly canvas: Canvas

  constructor(canvas: Canvas, palette: Palette) {
    this.canvas = canvas
    this.inks = palette
    const forget = (): void => {
      this.colouring = undefined
    }
    // Who belongs where, and what year is the median, depends on what is there.
    for (const change of ['nodeAdded', 'nodeDropped', 'edgeAdded', 'edgeDropped', 'cleared'] as const)
      canvas.graph.on(change, forget)
  }

  get palette(): Palette {
    return this.inks
  }
  set palette(palette: Palette) {
    this.inks = palette
    this.colouring = undefined
  }

  /** Colours and sizes from now on; `named` are the communities of the map. */
  setPicture(picture: Picture, named: readonly NamedCommunity[]): void {
    this.picture = picture
    this.named = named
    this.colouring = undefined
  }

  select({ selected: node, selectedEdge: edge, chosen, way }: Selected): void {
    const { graph } = this.canvas
    this.selected = node !== undefined && graph.hasNode(node) ? node : undefined
    this.selectedEdge = edge !== undefined && graph.hasEdge(edge) ? edge : undefined
    this.chosen = new Set(chosen.filter((id) => graph.hasNode(id)))
    this.isOnWay = way.length > 0
    if (this.isOnWay) this.kept = new Set(way.filter((id) => graph.hasNode(id)))
    else if (this.chosen.size > 1) this.kept = new Set([...this.chosen, ...this.sharedByChosen()])
    else if (this.selected !== undefined) this.kept = new Set([this.selected, ...graph.neighbors(this.selected)])
    else this.kept = this.selectedEdge === undefined ? undefined : new Set(graph.extremities(this.selectedEdge))
  }

  /** What the camera should show when something is selected. */
  get focus(): ReadonlySet<string> {
    return this.kept ?? new Set()
  }

  /** How far the names of communities step back. */
  quiet(): Quiet {
    // Other layouts tear communities apart, and have names of their own.
    if (this.kept || this.chosen.size > 0 || this.picture.layout !== 'map') return 'all'
    return this.hovered === undefined ? 'none' : 'some'
  }

  standing(id: string): Standing {
    const isNamed = this.chosen.size <= MOST_NAMED && this.chosen.has(id)
    if (id === this.hovered || id === this.selected || isNamed) return 'focus'
    if (this.isBesideHovered(id)) return 'kept'
    if (this.kept) return this.kept.has(id) ? 'kept' : 'faded'
    return 'rest'
  }

  /** How a node looks; written into `data`, which is Sigma's own copy of what the graph holds. */
  node(id: string, data: NodeAttributes): DrawnNode {
    const { surface, faded, text } = this.palette
    const isHollow = data.kind === 'paper'
    const size = sizeOf(data.node, this.picture.size)
    const isFaded = this.kept !== undefined && !this.kept.has(id) && !this.isBesideHovered(id) && id !== this.hovered
    const isMarked = !isFaded && (id === this.selected || this.chosen.has(id))
    const own = this.colourOf(id, data.kind)
    const colour = isFaded ? faded : own
    const drawn: DrawnNode = data as NodeAttributes & DrawnNode
    drawn.size = (isMarked ? size + 3 : size) * this.nodeScale
    drawn.label = null
    drawn.color = isMarked || !isHollow ? colour : surface
    drawn.borderColor = isMarked ? text : isHollow ? colour : surface
    drawn.zIndex = isFaded ? 0 : isMarked ? 4 : this.kept ? 3 : isHollow ? 1 : 2
    drawn.hidden = this.hidden.nodes.has(id)
    return drawn
  }

  edge(id: string, { edge }: EdgeAttributes): Partial<EdgeDisplayData> {
    if (this.hidden.lines.has(id)) return { hidden: true }
    const { type } = this.hidden.instead.get(id) ?? edge
    const ends: [string, string] = [edge.from, edge.to]
    const colour = this.edgeColour(ends)
    const tints = this.palette.edge(colour)
    const weight = type === 'INTRODUCES' ? 2 : type === 'SCORES' ? 1.3 : 0.8
    if (id === this.selectedEdge) return { size: 4, color: colour, zIndex: 3 }
    const isNear = (node: string | undefined): boolean => node !== undefined && ends.includes(node)
    if (this.isOnShown(ends)) return { size: weight + 1.2, color: tints.focus, zIndex: 2 }
    if (isNear(this.hovered) || (isNear(this.selected) && this.chosen.size < 2))
      return { size: weight + 0.7, color: tints.focus, zIndex: 2 }
    if (this.kept) return { size: 0.6, color: this.palette.faded, zIndex: 0 }
    return { size: weight, color: type === 'INTRODUCES' ? tints.strong : tints.rest, zIndex: 1 }
  }

  /** What at least two of the chosen nodes are linked to, as far as it is on the map. */
  private sharedByChosen(): string[] {
    const { graph } = this.canvas
    const times = new Map<string, number>()
    for (const id of this.chosen) for (const near of graph.neighbors(id)) times.set(near, (times.get(near) ?? 0) + 1)
    return [...times].filter(([, each]) => each > 1).map(([id]) => id)
  }

  /** Whether an edge lies between two nodes that stand out, while ways are shown or several nodes are chosen. */
  private isOnShown(ends: readonly string[]): boolean {
    if (this.kept === undefined || (this.chosen.size < 2 && !this.isOnWay)) return false
    return ends.every((end) => this.kept?.has(end))
  }

  private isBesideHovered(id: string): boolean {
    const { graph } = this.canvas
    return this.hovered !== undefined && graph.hasNode(this.hovered) && graph.areNeighbors(id, this.hovered)
  }

  private colourOf(id: string, kind: NodeType): string {
    const { graph } = this.canvas
    this.colouring ??= colouringOf(
      this.picture.colour,
      this.canvas.nodes(),
      (node) => graph.neighbors(node),
      this.named,
      this.palette,
    )
    return this.colouring.of(id, kind)
  }

  /** The colour of what an edge names. */
  private edgeColour([from, to]: readonly [string, string]): string {
    const { graph } = this.canvas
    const { kind } = graph.getNodeAttributes(from)
    if (kind !== 'paper') return this.colourOf(from, kind)
    const other = graph.getNodeAttributes(to).kind
    return other === 'paper' ? this.colourOf(from, kind) : this.colourOf(to, other)
  }
}
