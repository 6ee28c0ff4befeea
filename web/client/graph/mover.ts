import type Sigma from 'sigma'
import type { NodeDisplayData } from 'sigma/types'
import type { Canvas, EdgeAttributes, NodeAttributes } from './canvas.ts'
import { Turns } from './turns.ts'

/**
 * What Sigma 3.0.3 holds of what it draws. Its own way of moving many nodes asks anew how each of them looks and where in its lists
 * it belongs, which at ten thousand nodes takes longer than anybody waits for a frame.
 */
interface Inside {
  needToProcess: boolean
  nodeDataCache: Record<string, NodeDisplayData>
  nodeIndices: Record<string, number>
  nodeProgramIndex: Record<string, number>
  edgeIndices: Record<string, number>
  edgeProgramIndex: Record<string, number>
  normalizationFunction: { applyTo(data: NodeDisplayData): void }
  addNodeToProgram(node: string, fingerprint: number, position: number): void
  addEdgeToProgram(edge: string, fingerprint: number, position: number): void
}

/** Draws nodes where the graph has them now, as they looked before. */
export class Mover {
  private readonly sigma: Sigma<NodeAttributes, EdgeAttributes>
  private readonly canvas: Canvas
  private readonly areLinesDrawn: () => boolean
  private round = 0

  /** `areLinesDrawn`: whether lines are to be seen while nodes move. */
  constructor(sigma: Sigma<NodeAttributes, EdgeAttributes>, canvas: Canvas, areLinesDrawn: () => boolean) {
    this.sigma = sigma
    this.canvas = canvas
    this.areLinesDrawn = areLinesDrawn
  }

  /** Draws some nodes where they are now; with the lines, if they are drawn meanwhile. */
  move(ids: Iterable<string>): void {
    this.round++
    const { graph } = this.canvas
    const inside = this.inside()
    if (inside) {
      for (const id of ids) {
        const data = inside.nodeDataCache[id]
        const [index, position] = [inside.nodeIndices[id], inside.nodeProgramIndex[id]]
        if (!data || index === undefined || position === undefined || !graph.hasNode(id)) continue
        const { x, y } = graph.getNodeAttributes(id)
        Object.assign(data, { x, y })
        inside.normalizationFunction.applyTo(data)
        inside.addNodeToProgram(id, index, position)
      }
      if (this.areLinesDrawn()) for (const edge of graph.edges()) this.connect(inside, edge)
    }
    if (this.sigma.getGraph() === graph) this.sigma.scheduleRender()
  }

  /** After the last move: lines that were not drawn meanwhile follow, some at a time; `wait` is called after each time. */
  async follow(wait: () => void): Promise<void> {
    const { round } = this
    if (this.areLinesDrawn()) return
    const turns = new Turns()
    for (const edge of this.canvas.graph.edges()) {
      if (turns.isDue) {
        wait()
        await turns.next()
      }
      const inside = this.inside()
      // Whoever reads the graph anew reads its lines as well.
      if (round !== this.round || !inside) break
      this.connect(inside, edge)
    }
    wait()
  }

  private connect(inside: Inside, edge: string): void {
    const [index, position] = [inside.edgeIndices[edge], inside.edgeProgramIndex[edge]]
    if (index !== undefined && position !== undefined && this.canvas.graph.hasEdge(edge))
      inside.addEdgeToProgram(edge, index, position)
  }

  /** Undefined where Sigma reads the whole graph anyway before it draws. */
  private inside(): Inside | undefined {
    const inside = this.sigma as unknown as Inside
    return inside.needToProcess || this.sigma.getGraph() !== this.canvas.graph ? undefined : inside
  }
}
