import type { Canvas, Moves } from './canvas.ts'

/** Moving more nodes step by step would take longer than it helps. */
const MOST_SOFTLY = 20_000
const DURATION_MS = 480

export const isMotionReduced = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Moves nodes softly to their places; at once for those who want no motion. */
export class Motion {
  private readonly canvas: Canvas
  private frame = 0
  private isGentle = false
  /** Of nodes that were under the pointer meanwhile. */
  private waiting: Moves = new Map()

  constructor(canvas: Canvas) {
    this.canvas = canvas
    canvas.onLetGo = () => {
      if (this.frame === 0 && this.isGentle) this.startWaiting()
    }
  }

  /** `isGentle`: nobody asked for it just now, so that what is under the pointer stays there until the pointer leaves. */
  start(moves: Moves, isGentle = false): void {
    // What goes on elsewhere need not arrive first.
    for (const id of moves.keys()) this.canvas.moving.delete(id)
    this.finish()
    this.isGentle = isGentle
    this.canvas.moving = moves
    if (moves.size === 0) return
    if (isMotionReduced() || moves.size > MOST_SOFTLY) {
      this.finish()
      return
    }
    const begin = performance.now()
    const step = (now: number): void => {
      const share = Math.min(1, Math.max(0, now - begin) / DURATION_MS)
      if (share < 1) {
        this.move(1 - (1 - share) ** 3)
        this.frame = requestAnimationFrame(step)
        return
      }
      this.finish()
      this.startWaiting()
    }
    this.frame = requestAnimationFrame(step)
  }

  /** Everything is where it belongs: before a person drags, or other nodes come. */
  finish(): void {
    cancelAnimationFrame(this.frame)
    this.frame = 0
    if (this.canvas.moving.size === 0) return
    this.move(1)
    this.canvas.moving = this.waiting
    this.waiting = new Map()
  }

  private move(share: number): void {
    const { canvas, waiting } = this
    const { graph, moving, held } = canvas
    const moved: string[] = []
    for (const [id, goal] of moving) {
      if (id === held || !graph.hasNode(id)) continue
      if (this.isGentle && id === canvas.pointed) waiting.set(id, goal)
      if (waiting.has(id)) continue
      const { from, to } = goal
      const place = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
      // In place: the graph's own way would have Sigma read all nodes and lines anew.
      Object.assign(graph.getNodeAttributes(id), share === 1 ? to : place)
      moved.push(id)
    }
    canvas.onMoved(moved, share === 1)
  }

  /** What the pointer has left goes where it belongs. */
  private startWaiting(): void {
    const { canvas } = this
    const left = [...canvas.moving].filter(([id]) => canvas.has(id))
    if (left.length === 0 || canvas.moving.has(canvas.pointed ?? '')) return
    this.start(new Map(left.map(([id, { to }]) => [id, { from: canvas.placeOf(id), to }])), true)
  }
}
