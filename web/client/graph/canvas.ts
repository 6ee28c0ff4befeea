import Graph from 'graphology'
import type { ApiEdge, ApiNode } from '../../api.ts'
import { shorten } from './label-layer.ts'
import { type Place, placeAround } from './place.ts'
import { type Relationship, saysMore } from './relationships.ts'

export interface NodeAttributes extends Place {
  node: ApiNode
  size: number
  label: string
  fullLabel: string
  kind: ApiNode['type']
}
export interface EdgeAttributes {
  /** The relationship that says most of those between the two. */
  edge: ApiEdge
  /** The other ones. */
  others?: ApiEdge[]
}

/** Why a node is on the canvas: the opening map, somebody's expansion, or because it was asked for by name. */
type Reason = string

/** The graph on the canvas, and why each node is there. Several relationships of one pair are one line. */
export class Canvas {
  readonly graph = new Graph<NodeAttributes, EdgeAttributes>({ type: 'undirected', multi: false })
  private readonly reasons = new Map<string, Set<Reason>>()
  /** From the layout's unit square to the canvas; wider or higher as the screen is. */
  scale = { x: 1000, y: 1000 }

  clear(): void {
    this.graph.clear()
    this.reasons.clear()
  }

  has(id: string): boolean {
    return this.graph.hasNode(id)
  }

  ids(): string[] {
    return this.graph.nodes()
  }

  nodes(): ApiNode[] {
    return this.graph.mapNodes((_, attributes) => attributes.node)
  }

  /** Adds what has a place already (the map), or around a parent. Returns what is new and its place. */
  add(nodes: ApiNode[], reason: Reason, parent?: string): Map<string, Place> {
    const fresh = nodes.filter((node) => !this.graph.hasNode(node.id))
    const from = parent !== undefined && this.has(parent) ? this.placeOf(parent) : this.middle()
    const places = placeAround(
      from,
      fresh.filter((node) => node.x === undefined),
      this.graph.mapNodes((id) => this.placeOf(id)),
      this.gap(),
    )
    for (const node of fresh) {
      const { x, y } = places.get(node.id) ?? { x: (node.x ?? 0) * this.scale.x, y: (node.y ?? 0) * this.scale.y }
      this.graph.addNode(node.id, {
        x,
        y,
        node,
        size: sizeOf(node),
        label: shorten(node.label),
        fullLabel: node.label,
        kind: node.type,
      })
    }
    for (const node of nodes) this.reasons.set(node.id, (this.reasons.get(node.id) ?? new Set()).add(reason))
    return new Map(fresh.map(({ id }) => [id, this.placeOf(id)]))
  }

  connect(edges: ApiEdge[]): void {
    for (const edge of edges) {
      if (!this.has(edge.from) || !this.has(edge.to) || edge.from === edge.to) continue
      const before = this.graph.edge(edge.from, edge.to)
      if (before === undefined) {
        this.graph.addEdgeWithKey(edge.id, edge.from, edge.to, { edge })
        continue
      }
      const { edge: best, others = [] } = this.graph.getEdgeAttributes(before)
      if ([best, ...others].some(({ id }) => id === edge.id)) continue
      // A score beside a use, or an introduction beside both, says more than the line that is there.
      const isBetter = saysMore(edge, best)
      const attributes = { edge: isBetter ? edge : best, others: [...others, isBetter ? best : edge] }
      this.graph.mergeEdgeAttributes(before, attributes)
    }
  }

  /** Every relationship between nodes of the canvas; of one line the one that says most comes first. */
  relationships(): Relationship[] {
    const found: Relationship[] = []
    this.graph.forEachEdge((line, { edge, others = [] }) => {
      found.push({ line, edge })
      for (const each of others) found.push({ line, edge: each })
    })
    return found
  }

  /** Takes a reason away, and with it the nodes that have no other, except some. */
  remove(reason: Reason, spared: ReadonlySet<string> = new Set()): void {
    for (const [id, reasons] of this.reasons) {
      if (spared.has(id) || !reasons.delete(reason) || reasons.size > 0) continue
      this.reasons.delete(id)
      this.graph.dropNode(id)
    }
  }

  placeOf(id: string): Place {
    return { x: this.graph.getNodeAttribute(id, 'x'), y: this.graph.getNodeAttribute(id, 'y') }
  }

  private middle(): Place {
    const places = this.graph.mapNodes((id) => this.placeOf(id))
    const sum = places.reduce((all, each) => ({ x: all.x + each.x, y: all.y + each.y }), { x: 0, y: 0 })
    return places.length === 0 ? sum : { x: sum.x / places.length, y: sum.y / places.length }
  }

  /** The usual distance between neighbours in the layout at hand. */
  private gap(): number {
    const places = this.graph.mapNodes((id) => this.placeOf(id))
    if (places.length < 2) return 30
    const xs = places.map((place) => place.x)
    const ys = places.map((place) => place.y)
    const area = (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys))
    return Math.max(1e-3, 0.55 * Math.sqrt(area / places.length))
  }
}

function sizeOf(node: ApiNode): number {
  if (node.type === 'paper') return 3.6 + Math.min(2.4, Math.sqrt(node.degree) / 4)
  return Math.min(22, 2.4 + 2.3 * Math.sqrt(node.papers ?? 1))
}
