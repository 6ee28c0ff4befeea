import type Sigma from 'sigma'
import type { MouseCoords } from 'sigma/types'
import { round } from '../state/changes.ts'
import type { Canvas, EdgeAttributes, NodeAttributes } from './canvas.ts'
import { moveNode } from './move-node.ts'
import type { Place } from './place.ts'

/** Pixels below which a press is a click, with a mouse and with a finger. */
const STILL = 4
const STILL_FINGER = 9
const LONG_PRESS_MS = 550

export interface DragEvents {
  /** Before a person moves a node: nothing else may move then. */
  onDrag(): void
  /** A node has moved. */
  onMove(id: string): void
  /** A node was put somewhere, in the canvas's own unit. */
  onDrop(id: string, place: Place): void
  /** A finger rested on a node. */
  onLongPress(id: string): void
}

/** Lets nodes be dragged by mouse and finger. What moved is not clicked. */
export class Drag {
  private readonly sigma: Sigma<NodeAttributes, EdgeAttributes>
  private readonly canvas: Canvas
  private readonly events: DragEvents
  private held: { id: string; from: Place; still: number } | undefined
  private longPress = 0
  /** Whether the press that ends now was more than a click. */
  wasMore = false

  constructor(sigma: Sigma<NodeAttributes, EdgeAttributes>, canvas: Canvas, events: DragEvents) {
    this.sigma = sigma
    this.canvas = canvas
    this.events = events
    sigma.on('downNode', ({ node, event }) => this.take(node, event))
    sigma.on('downStage', () => this.begin())
    sigma.on('downEdge', () => this.begin())
    sigma.on('moveBody', ({ event }) => this.move(event))
    for (const end of ['upNode', 'upStage', 'upEdge'] as const) sigma.on(end, () => this.drop())
  }

  get isOn(): boolean {
    return this.held !== undefined
  }

  private begin(): void {
    this.wasMore = false
  }

  private take(id: string, event: MouseCoords): void {
    this.begin()
    const isFinger = 'touches' in event.original
    this.held = { id, from: { x: event.x, y: event.y }, still: isFinger ? STILL_FINGER : STILL }
    if (isFinger) this.longPress = window.setTimeout(() => this.rest(id), LONG_PRESS_MS)
  }

  private move(event: MouseCoords): void {
    const { held } = this
    if (!held || !this.canvas.has(held.id)) return
    event.preventSigmaDefault()
    event.original.preventDefault()
    event.original.stopPropagation()
    if (!this.wasMore) {
      if (Math.hypot(event.x - held.from.x, event.y - held.from.y) < held.still) return
      clearTimeout(this.longPress)
      this.events.onDrag()
      this.canvas.held = held.id
      this.wasMore = true
    }
    moveNode(this.sigma, this.canvas, held.id, this.sigma.viewportToGraph(event))
    this.events.onMove(held.id)
  }

  private rest(id: string): void {
    if (this.held?.id !== id || this.wasMore) return
    this.held = undefined
    this.wasMore = true
    this.events.onLongPress(id)
  }

  private drop(): void {
    clearTimeout(this.longPress)
    const { held } = this
    this.held = undefined
    this.canvas.held = undefined
    if (held && this.wasMore && this.canvas.has(held.id)) this.put(held.id)
  }

  /** At once where the address will have it: it need not move again. */
  private put(id: string): void {
    const { scale } = this.canvas
    const { x, y } = this.canvas.placeOf(id)
    const place = { x: round(x / scale.x) * scale.x, y: round(y / scale.y) * scale.y }
    moveNode(this.sigma, this.canvas, id, place)
    this.events.onMove(id)
    this.events.onDrop(id, place)
  }
}
