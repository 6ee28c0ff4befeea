import type Sigma from 'sigma'
import type { Canvas, EdgeAttributes, NodeAttributes } from './canvas.ts'

export interface StageEvents {
  /** `isAlso`: with Shift, Ctrl or Command, to choose it beside others. */
  onNode(id: string, isAlso: boolean): void
  onEdge(id: string): void
  onNothing(): void
  onOpen(id: string): void
  /** Before a person moves a node: nothing else may move then. */
  onDrag(): void
  onLost(): void
}

type Stage = Sigma<NodeAttributes, EdgeAttributes>

/** What mouse and finger do on the canvas: select, open, point at, drag. */
export function listenToPointer(
  sigma: Stage,
  canvas: Canvas,
  events: StageEvents & { onHover(id: string | undefined): void },
): void {
  const container = sigma.getContainer()
  const point = (isOver: boolean): void => {
    container.classList.toggle('is-over', isOver)
  }
  const drag = letNodesBeDragged(sigma, canvas, () => events.onDrag())
  sigma.on('enterNode', ({ node }) => {
    if (drag.isOn()) return
    events.onHover(node)
    point(true)
  })
  sigma.on('leaveNode', () => {
    if (drag.isOn()) return
    events.onHover(undefined)
    point(false)
  })
  sigma.on('enterEdge', () => point(true))
  sigma.on('leaveEdge', () => point(false))
  sigma.on('clickNode', ({ node, event: { original } }) =>
    events.onNode(node, original.shiftKey || original.ctrlKey || original.metaKey),
  )
  sigma.on('doubleClickNode', (event) => {
    event.preventSigmaDefault()
    events.onOpen(event.node)
  })
  sigma.on('clickEdge', ({ edge }) => events.onEdge(edge))
  sigma.on('clickStage', () => events.onNothing())
  for (const layer of Object.values(sigma.getCanvases()))
    layer.addEventListener('webglcontextlost', () => events.onLost())
}

function letNodesBeDragged(sigma: Stage, { graph }: Canvas, onDrag: () => void): { isOn(): boolean } {
  let dragged: string | undefined
  sigma.on('downNode', ({ node }) => {
    dragged = node
    onDrag()
  })
  sigma.on('moveBody', ({ event }) => {
    if (dragged === undefined || !graph.hasNode(dragged)) return
    const { x, y } = sigma.viewportToGraph(event)
    graph.mergeNodeAttributes(dragged, { x, y })
    event.preventSigmaDefault()
    event.original.preventDefault()
    event.original.stopPropagation()
  })
  const drop = (): void => {
    dragged = undefined
  }
  sigma.on('upNode', drop)
  sigma.on('upStage', drop)
  return { isOn: () => dragged !== undefined }
}
