import type { Canvas, Moves } from './canvas.ts'

/** Moving more nodes step by step would take longer than it helps. */
const MOST_SOFTLY = 3000
const DURATION_MS = 480

export const isMotionReduced = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Moves nodes softly to their places; at once for those who want no motion. */
export class Motion {
  private readonly canvas: Canvas
  private frame = 0

  constructor(canvas: Canvas) {
    this.canvas = canvas
  }

  start(moves: Moves): void {
    this.finish()
    if (moves.size === 0) return
    this.canvas.moving = moves
    if (isMotionReduced() || moves.size > MOST_SOFTLY) {
      this.finish()
      return
    }
    const begin = performance.now()
    this.move(0)
    const step = (now: number): void => {
      const share = Math.min(1, Math.max(0, now - begin) / DURATION_MS)
      this.move(1 - (1 - share) ** 3)
      if (share < 1) this.frame = requestAnimationFrame(step)
      else this.canvas.moving = new Map()
    }
    this.frame = requestAnimationFrame(step)
  }

  /** Everything is where it belongs: before a person drags, or other nodes come. */
  finish(): void {
    cancelAnimationFrame(this.frame)
    this.move(1)
    this.canvas.moving = new Map()
  }

  private move(share: number): void {
    const { moving } = this.canvas
    if (moving.size === 0) return
    this.canvas.graph.updateEachNodeAttributes(
      (id, attributes) => {
        const goal = moving.get(id)
        if (!goal || id === this.canvas.held) return attributes
        const { from, to } = goal
        return { ...attributes, x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
      },
      { attributes: ['x', 'y'] },
    )
  }
}
