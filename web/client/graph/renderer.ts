import { createNodeBorderProgram } from '@sigma/node-border'
import { UndirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { EdgeLineProgram } from 'sigma/rendering'
import type { EdgeAttributes, NodeAttributes } from './canvas.ts'
import { lateEdges, lateNodes } from './late-programs.ts'
import type { DrawnNode, Look } from './look.ts'
import { veil } from './palette.ts'
import { PlainPoints, plainLines } from './plain-programs.ts'

const BorderProgram = createNodeBorderProgram<NodeAttributes, EdgeAttributes>({
  borders: [
    { size: { value: 1.6, mode: 'pixels' }, color: { attribute: 'borderColor' } },
    { size: { fill: true }, color: { attribute: 'color' } },
  ],
})

interface RendererState {
  /** Whether nodes are points and lines thin. */
  isPlain(): boolean
  /** Of the lines of a plain map, from 0 to 1. */
  lineOpacity(): number
  isMoving(): boolean
}

/** Sigma as this page uses it, without a graph yet. Throws where the browser has no WebGL. */
export function makeRenderer(
  container: HTMLElement,
  look: Look,
  { isPlain, lineOpacity, isMoving }: RendererState,
): Sigma<NodeAttributes, EdgeAttributes> {
  const [points, lines] = [lateNodes(PlainPoints), lateEdges(EdgeLineProgram)]
  const sigma = new Sigma<NodeAttributes, EdgeAttributes>(emptyGraph(), container, {
    allowInvalidContainer: true,
    defaultNodeType: 'border',
    defaultEdgeType: 'line',
    // Sigma makes its own circles and arrows at once unless something stands in their places.
    nodeProgramClasses: { plain: points, border: lateNodes(BorderProgram), circle: points },
    edgeProgramClasses: { line: lines, plain: lateEdges(plainLines(isMoving)), arrow: lines },
    enableEdgeEvents: true,
    // Names have a layer of their own, which keeps them apart.
    renderLabels: false,
    defaultDrawNodeHover: () => undefined,
    minEdgeThickness: 0.6,
    stagePadding: 44,
    zIndex: true,
    minCameraRatio: 0.005,
    maxCameraRatio: 3,
    // The address holds no angle, and names would lie on their sides.
    enableCameraRotation: false,
    nodeReducer: (id, data) => {
      const drawn = look.node(id, data)
      return isPlain() ? plainNode(drawn, look.palette.surface) : drawn
    },
    edgeReducer: (id, data) => {
      const drawn = look.edge(id, data)
      return isPlain() ? plainEdge(drawn, lineOpacity()) : drawn
    },
  })
  // Nothing is ever drawn there, and the browser puts them together with the others at every frame.
  for (const unused of ['labels', 'edgeLabels', 'hovers']) {
    const layer = sigma.getCanvases()[unused]
    if (layer) layer.style.display = 'none'
  }
  return sigma
}

export const emptyGraph = (): UndirectedGraph<NodeAttributes, EdgeAttributes> => new UndirectedGraph()

/** Many lines are thin veils: what lies under them must be seen. Those that stand out stay as they are. */
function plainEdge<T extends { color?: string; zIndex?: number }>(drawn: T, opacity: number): T {
  if (drawn.color !== undefined && (drawn.zIndex ?? 0) < 2) drawn.color = veil(drawn.color, opacity)
  return drawn
}

/** A point has no border: what is hollow otherwise takes the border's colour. What a border of the text's colour marks keeps it. */
function plainNode(drawn: DrawnNode, surface: string): DrawnNode {
  const { borderColor } = drawn
  if (drawn.zIndex === 4) drawn.type = 'border'
  else if (drawn.color === surface && typeof borderColor === 'string') drawn.color = borderColor
  return drawn
}
