import type Sigma from 'sigma'
import type { Canvas, EdgeAttributes, NodeAttributes } from './canvas.ts'
import { drawnNodes } from './drawn-nodes.ts'
import type { Place } from './place.ts'

type Stage = Sigma<NodeAttributes, EdgeAttributes>

/** Where more lines than this lie on one another nobody can mean one of them. */
const MOST_MEANT = 3
/** What stands out is drawn above this. */
const STANDS_OUT = 2

/**
 * Which line of a large map is at a place: found by looking at all of them as columns of numbers, when somebody clicks and not before.
 * Asking the graphics card, as for small maps, would have it draw all lines twice.
 */
export class PlainLineIndex {
  private readonly sigma: Stage
  private readonly canvas: Canvas
  private lines: string[] | undefined
  private nodes: string[] = []
  private from = new Uint32Array()
  private to = new Uint32Array()

  constructor(sigma: Stage, canvas: Canvas) {
    this.sigma = sigma
    this.canvas = canvas
    const forget = (): void => {
      this.lines = undefined
    }
    for (const change of ['nodeAdded', 'nodeDropped', 'edgeAdded', 'edgeDropped', 'cleared'] as const)
      canvas.graph.on(change, forget)
  }

  /** The line within so many pixels of a point of the screen: one that stands out, else the nearest of a few. */
  at(point: Place, reach: number): string | undefined {
    const near = this.near(point, reach)
    const clear = near.filter(({ line }) => (this.sigma.getEdgeDisplayData(line)?.zIndex ?? 0) >= STANDS_OUT)
    const meant = clear.length > 0 ? clear : near.length <= MOST_MEANT ? near : []
    return meant.sort((one, other) => one.away - other.away)[0]?.line
  }

  private near(point: Place, reach: number): { line: string; away: number }[] {
    const lines = this.lines ?? this.read()
    const { x, y } = this.sigma.viewportToFramedGraph(point)
    const beside = this.sigma.viewportToFramedGraph({ x: point.x + 1, y: point.y })
    const most = (reach * Math.hypot(beside.x - x, beside.y - y)) ** 2
    // Nodes move; what is hidden is nowhere.
    const [xs, ys] = [new Float64Array(this.nodes.length), new Float64Array(this.nodes.length)]
    const drawn = drawnNodes(this.sigma)
    for (const [at, node] of this.nodes.entries()) {
      const data = drawn[node]
      xs[at] = data && !data.hidden ? data.x - x : Number.NaN
      ys[at] = (data?.y ?? 0) - y
    }
    const found: { line: string; away: number }[] = []
    for (let at = 0; at < lines.length; at++) {
      const [a, b] = [this.from[at] ?? 0, this.to[at] ?? 0]
      const away = awayFrom(xs[a] ?? 0, ys[a] ?? 0, xs[b] ?? 0, ys[b] ?? 0)
      const line = lines[at]
      if (away <= most && line !== undefined && this.sigma.getEdgeDisplayData(line)?.hidden !== true)
        found.push({ line, away })
    }
    return found
  }

  private read(): string[] {
    const { graph } = this.canvas
    this.nodes = graph.nodes()
    const places = new Map(this.nodes.map((id, at) => [id, at]))
    const lines: string[] = []
    this.from = new Uint32Array(graph.size)
    this.to = new Uint32Array(graph.size)
    graph.forEachEdge((line, _, source, target) => {
      this.from[lines.length] = places.get(source) ?? 0
      this.to[lines.length] = places.get(target) ?? 0
      lines.push(line)
    })
    this.lines = lines
    return lines
  }
}

/** The square of the distance from the origin to the line between two points; nothing where one of them is nowhere. */
function awayFrom(ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length))
  return (ax + share * dx) ** 2 + (ay + share * dy) ** 2
}
