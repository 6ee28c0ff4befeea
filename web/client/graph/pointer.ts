import type Sigma from 'sigma'
import type { Canvas, EdgeAttributes, NodeAttributes } from './canvas.ts'
import { Drag } from './drag.ts'
import { lassoByShift } from './lasso.ts'
import { listenToContext } from './lost-context.ts'
import type { Place } from './place.ts'

export interface StageEvents {
  /** `isAlso`: with Shift, Ctrl or Command, or by a long press, to choose it beside others. */
  onNode(id: string, isAlso: boolean): void
  onEdge(id: string): void
  /** Neither a node nor a line that can be picked was clicked; on large maps there may be a line. */
  onNothing(at: Place, isFinger: boolean): void
  onOpen(id: string): void
  /** Before a person moves a node: nothing else may move then. */
  onDrag(): void
  /** A person has put a node somewhere, in the canvas's own unit. */
  onDrop(id: string, place: Place): void
  /** A line was drawn around some nodes; `isAlso`: they are chosen beside those that are. */
  onLasso(ids: string[], isAlso: boolean): void
  /** The graphics system took the picture away, and gave it back. */
  onLost(): void
  onBack(): void
}

type Stage = Sigma<NodeAttributes, EdgeAttributes>

/** What mouse and finger do on the canvas: select, open, point at, drag, draw a line around. */
export function listenToPointer(
  sigma: Stage,
  canvas: Canvas,
  events: StageEvents & { onHover(id: string | undefined, isMouse: boolean): void; onMove(id: string): void },
): void {
  const container = sigma.getContainer()
  const point = (isOver: boolean, isNode = false): void => {
    container.classList.toggle('is-over', isOver)
    container.classList.toggle('is-over-node', isNode)
  }
  const drag = new Drag(sigma, canvas, {
    onDrag: () => events.onDrag(),
    onMove: (id) => events.onMove(id),
    onDrop: (id, place) => events.onDrop(id, place),
    onLongPress: (id) => events.onNode(id, true),
  })
  const lasso = lassoByShift(sigma, (ids) => events.onLasso(ids, true))
  const isMore = (): boolean => drag.wasMore || lasso.wasDrawn()
  sigma.on('enterNode', ({ node, event: { original } }) => {
    if (drag.isOn) return
    events.onHover(node, !('touches' in original))
    point(true, true)
  })
  sigma.on('leaveNode', () => {
    if (drag.isOn) return
    events.onHover(undefined, true)
    point(false)
  })
  sigma.on('enterEdge', () => point(true))
  sigma.on('leaveEdge', () => point(false))
  sigma.on('clickNode', ({ node, event: { original } }) => {
    if (!isMore()) events.onNode(node, original.shiftKey || original.ctrlKey || original.metaKey)
  })
  sigma.on('doubleClickNode', (event) => {
    event.preventSigmaDefault()
    events.onOpen(event.node)
  })
  sigma.on('clickEdge', ({ edge }) => {
    if (!isMore()) events.onEdge(edge)
  })
  sigma.on('clickStage', ({ event: { x, y, original } }) => {
    if (!isMore()) events.onNothing({ x, y }, 'touches' in original)
  })
  listenToContext(sigma, events)
}
