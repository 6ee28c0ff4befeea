import { UndirectedGraph } from 'graphology'
import type { ApiEdge, ApiNode } from '../../api.ts'
import { type Ground, gapOf, type Placed } from './arrange.ts'
import { shorten } from './label-text.ts'
import type { Marks } from './layouts/lay-out.ts'
import { sizeOf } from './node-size.ts'
import type { Place } from './place.ts'
import { type Relationship, saysMore } from './relationships.ts'
import type { Turns } from './turns.ts'

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

/** What the canvas opens on; a large map makes its nodes and edges as they are asked for. */
export interface OpeningMap {
  nodes: Iterable<ApiNode>
  edges: Iterable<ApiEdge>
}

/** The side of the layout's unit square on the canvas, before it is stretched to the screen. */
export const UNIT = 1000

/** Where nodes that change their place come from and go to. */
export type Moves = Map<string, { from: Place; to: Place }>

/** The graph on the canvas: the map that it opened on, and what was asked for since. Relationships of a pair are one line. */
export class Canvas {
  readonly graph = new UndirectedGraph<NodeAttributes, EdgeAttributes>({ multi: false })
  /** From the layout's unit square to the canvas; wider or higher as the screen is. */
  scale = { x: UNIT, y: UNIT }
  /** The node that a person has hold of: nothing else moves it. */
  held: string | undefined
  /** The node under the pointer of a mouse: what moves by itself does not take it away from there. */
  pointed: string | undefined
  /** Called when the pointer has left a node. */
  onLetGo: () => void = () => undefined
  /** Called when nodes lie elsewhere, in place of the graph's own events; `isLast`: and have come to rest. */
  onMoved: (ids: readonly string[], isLast: boolean) => void = () => undefined
  /** Nodes that are on their way to their places. */
  moving: Moves = new Map()
  /** Where the nodes of the opening map belong. */
  private readonly home = new Map<string, Place>()
  private ground: Ground | undefined
  /** How often the home of nodes has changed. */
  private homes = 0
  /** Where nodes are on the tidied map, as far as that is known. */
  tidied: ReadonlyMap<string, Place> | undefined
  private asked: ReadonlyMap<string, Placed> = new Map()
  /** What names the groups or years of the layout; absent on the map. */
  marks: Marks | undefined

  /** Throws everything away and holds a map, whose nodes have places in the unit square; a piece of a large map at a time. */
  async open({ nodes, edges }: OpeningMap, turns: Turns): Promise<void> {
    this.graph.clear()
    this.home.clear()
    this.homes++
    this.tidied = undefined
    this.ground = undefined
    this.asked = new Map()
    this.marks = undefined
    for (const node of nodes) {
      const place = { x: (node.x ?? 0) * this.scale.x, y: (node.y ?? 0) * this.scale.y }
      this.home.set(node.id, place)
      this.put(node, place)
      if (turns.isDue) await turns.next()
    }
    for (const edge of edges) {
      this.connectOne(edge)
      if (turns.isDue) await turns.next()
    }
  }

  /** The nodes of the opening map belong elsewhere from now on; those that are told of keep their order. */
  moveHome(ids: readonly string[], x: readonly number[], y: readonly number[]): void {
    ids.forEach((id, at) => {
      if (this.home.has(id)) this.home.set(id, { x: (x[at] ?? 0) * this.scale.x, y: (y[at] ?? 0) * this.scale.y })
    })
    this.homes++
    this.ground = undefined
  }

  has(id: string): boolean {
    return this.graph.hasNode(id)
  }

  /** The pointer of a mouse is over a node, or over none. */
  point(id: string | undefined): void {
    this.pointed = id
    if (id === undefined) this.onLetGo()
  }

  /** Whether the opening map holds a node, so that nobody need ask for it. */
  isOnMap(id: string): boolean {
    return this.home.has(id)
  }

  ids(): string[] {
    return this.graph.nodes()
  }

  nodes(): ApiNode[] {
    return this.graph.mapNodes((_, attributes) => attributes.node)
  }

  /** The opening map, for what comes to be placed on it. */
  mapGround(): Ground {
    if (this.ground === undefined) {
      const places = [...this.home.values()]
      this.ground = { places, placeOf: (id) => this.home.get(id), gap: gapOf(places) }
    }
    return this.ground
  }

  /**
   * Holds the opening map and what was asked for, and nothing else. New nodes begin beside what they came with. Returns
   * which nodes have a way to go; they are at its beginning. On a tidied map, places that were tidied before are kept until
   * others are known.
   */
  settle(asked: ReadonlyMap<string, Placed>, pins: ReadonlyMap<string, Place>, isTidied = false): Moves {
    this.asked = asked
    if (!isTidied) this.tidied = undefined
    const moves: Moves = new Map()
    const goTo = (id: string, from: Place, to: Place): void => {
      if (id !== this.held && (from.x !== to.x || from.y !== to.y)) moves.set(id, { from, to })
    }
    for (const id of this.ids()) {
      const to = pins.get(id) ?? this.tidiedPlace(id) ?? asked.get(id)?.place ?? this.home.get(id)
      if (to === undefined) this.graph.dropNode(id)
      else goTo(id, this.placeOf(id), to)
    }
    for (const [id, { node, place, beside, besideId }] of asked) {
      if (this.has(id)) continue
      const begin = this.tidied?.get(besideId ?? '') ?? beside
      this.put(node, begin)
      goTo(id, begin, pins.get(id) ?? this.tidiedPlace(id) ?? place)
    }
    return moves
  }

  /** Where a node is on the tidied map; what came since lies beside its parent there as it does on the map. */
  private tidiedPlace(id: string): Place | undefined {
    const { beside, besideId, home } = this.asked.get(id) ?? {}
    const [known, parent] = [this.tidied?.get(id), this.tidied?.get(besideId ?? '')]
    if (known || !beside || !home || !parent) return known
    return { x: home.x + parent.x - beside.x, y: home.y + parent.y - beside.y }
  }

  /** What is there and where it belongs, as a word: as long as it is the same, so are both. */
  get state(): string {
    return `${this.homes} ${this.graph.size} ${[...this.asked].map(([id, { home }]) => `${home.x} ${home.y} ${id}`).join()}`
  }

  connect(edges: readonly ApiEdge[]): void {
    for (const edge of edges) this.connectOne(edge)
  }

  private connectOne(edge: ApiEdge): void {
    const { graph } = this
    if (edge.from === edge.to || !graph.hasNode(edge.from) || !graph.hasNode(edge.to)) return
    const before = graph.edge(edge.from, edge.to)
    if (before === undefined) {
      graph.addEdgeWithKey(edge.id, edge.from, edge.to, { edge })
      return
    }
    const { edge: best, others = [] } = graph.getEdgeAttributes(before)
    if (best.id === edge.id || others.some(({ id }) => id === edge.id)) return
    // A score beside a use, or an introduction beside both, says more than the line that is there.
    const isBetter = saysMore(edge, best)
    const attributes = { edge: isBetter ? edge : best, others: [...others, isBetter ? best : edge] }
    graph.mergeEdgeAttributes(before, attributes)
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

  /** Where a node is on the map, whatever the layout and wherever somebody put it. */
  belongs(id: string): Place {
    return this.asked.get(id)?.home ?? this.home.get(id) ?? this.placeOf(id)
  }

  /** Moves nodes to their places by another layout, those that are pinned excepted. As settle() returns the ways to go. */
  layOut(places: ReadonlyMap<string, Place>, pins: ReadonlyMap<string, Place>): Moves {
    const moves: Moves = new Map()
    for (const [id, place] of places) {
      const [from, to] = [this.placeOf(id), pins.get(id) ?? place]
      if (id !== this.held && (from.x !== to.x || from.y !== to.y)) moves.set(id, { from, to })
    }
    return moves
  }

  placeOf(id: string): Place {
    return { x: this.graph.getNodeAttribute(id, 'x'), y: this.graph.getNodeAttribute(id, 'y') }
  }

  /** Where a node is, or will be when it has come to rest. */
  goalOf(id: string): Place {
    return this.moving.get(id)?.to ?? this.placeOf(id)
  }

  private put(node: ApiNode, { x, y }: Place): void {
    const { type: kind, label: fullLabel } = node
    this.graph.addNode(node.id, { x, y, node, kind, size: sizeOf(node), label: shorten(fullLabel), fullLabel })
  }
}
