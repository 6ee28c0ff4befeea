import type Sigma from 'sigma'
import type { EdgeAttributes, NodeAttributes } from './canvas.ts'
import { drawnNodes } from './drawn-nodes.ts'
import type { Place } from './place.ts'

type Stage = Sigma<NodeAttributes, EdgeAttributes>

/** A pointer this much beside a node still means it, in pixels. */
const SLACK = 2

/**
 * Where the nodes of a large map are, as columns of numbers: which one is under the pointer and which ones in sight want a name is
 * found by looking at all of them, in a fraction of a millisecond, without waiting for the graphics card.
 */
export class PlainIndex {
  private readonly sigma: Stage
  private isOutdated = true
  private hasMoved = false
  /** What wants a name most comes first. */
  private ids: string[] = []
  private x = new Float32Array()
  private y = new Float32Array()
  private size = new Float32Array()
  /** Where in the columns a node is; made when one moves. */
  private places: Map<string, number> | undefined

  constructor(sigma: Stage) {
    this.sigma = sigma
    sigma.on('afterProcess', () => this.forget())
  }

  /** One node is elsewhere now: nothing else need be read again. */
  moved(id: string): void {
    if (this.isOutdated) return
    this.places ??= new Map(this.ids.map((each, at) => [each, at]))
    const at = this.places.get(id)
    const data = this.sigma.getNodeDisplayData(id)
    if (at === undefined || !data) return
    this.x[at] = data.x
    this.y[at] = data.y
  }

  private forget(): void {
    this.isOutdated = true
    this.places = undefined
  }

  /** After nodes have moved: their order is the same. */
  forgetPlaces(): void {
    this.hasMoved = true
  }

  /** The node under a point of the screen; of several the one whose middle is nearest. */
  at(point: Place): string | null {
    this.read()
    const { x, y } = this.sigma.viewportToFramedGraph(point)
    const beside = this.sigma.viewportToFramedGraph({ x: point.x + 1, y: point.y })
    const unit = Math.hypot(beside.x - x, beside.y - y)
    const scale = this.sigma.scaleSize(1)
    let found = -1
    let nearest = Infinity
    for (let at = 0; at < this.ids.length; at++) {
      const dx = (this.x[at] ?? 0) - x
      const dy = (this.y[at] ?? 0) - y
      const reach = ((this.size[at] ?? 0) * scale + SLACK) * unit
      const distance = dx * dx + dy * dy
      if (distance > reach * reach || distance >= nearest) continue
      nearest = distance
      found = at
    }
    return this.ids[found] ?? null
  }

  /** The nodes between two points of the screen that want a name most, at most so many. */
  inSight(from: Place, to: Place, most: number): string[] {
    this.read()
    const [a, b] = [this.sigma.viewportToFramedGraph(from), this.sigma.viewportToFramedGraph(to)]
    const [left, right, low, high] = [Math.min(a.x, b.x), Math.max(a.x, b.x), Math.min(a.y, b.y), Math.max(a.y, b.y)]
    const found: string[] = []
    for (let at = 0; at < this.ids.length && found.length < most; at++) {
      const [x, y] = [this.x[at] ?? 0, this.y[at] ?? 0]
      if (x >= left && x <= right && y >= low && y <= high) found.push(this.ids[at] ?? '')
    }
    return found
  }

  private read(): void {
    if (this.isOutdated) this.readOrder()
    else if (this.hasMoved) this.readPlaces()
  }

  private readOrder(): void {
    this.isOutdated = false
    const graph = this.sigma.getGraph()
    const drawn = drawnNodes(this.sigma)
    const ranked: { id: string; rank: number }[] = []
    graph.forEachNode((id, { kind, node }) => {
      const data = drawn[id]
      if (data?.hidden === false) ranked.push({ id, rank: kind === 'paper' ? node.degree / 1e6 : data.size })
    })
    ranked.sort((one, other) => other.rank - one.rank)
    this.ids = ranked.map(({ id }) => id)
    this.readPlaces()
    this.size = Float32Array.from(this.ids, (id) => drawn[id]?.size ?? 0)
  }

  private readPlaces(): void {
    this.hasMoved = false
    const drawn = drawnNodes(this.sigma)
    this.x = Float32Array.from(this.ids, (id) => drawn[id]?.x ?? 0)
    this.y = Float32Array.from(this.ids, (id) => drawn[id]?.y ?? 0)
  }
}
