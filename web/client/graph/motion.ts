import type { Canvas } from './canvas.ts'
import type { Place } from './place.ts'

const DURATION_MS = 480

export const isMotionReduced = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Moves new nodes softly from their parent to their places; at once for those who want no motion. */
export class Motion {
  private readonly canvas: Canvas
  private goals = new Map<string, { from: Place; to: Place }>()
  private frame = 0

  constructor(canvas: Canvas) {
    this.canvas = canvas
  }

  start(from: Place, places: Map<string, Place>): void {
    this.finish()
    if (places.size === 0 || isMotionReduced()) return
    this.goals = new Map([...places].map(([id, to]) => [id, { from, to }]))
    const begin = performance.now()
    this.move(0)
    const step = (now: number): void => {
      const share = Math.min(1, Math.max(0, now - begin) / DURATION_MS)
      this.move(1 - (1 - share) ** 3)
      if (share < 1) this.frame = requestAnimationFrame(step)
      else this.goals.clear()
    }
    this.frame = requestAnimationFrame(step)
  }

  /** Everything is where it belongs: before a person drags, or other nodes come. */
  finish(): void {
    cancelAnimationFrame(this.frame)
    this.move(1)
    this.goals.clear()
  }

  private move(share: number): void {
    if (this.goals.size === 0) return
    this.canvas.graph.updateEachNodeAttributes(
      (id, attributes) => {
        const goal = this.goals.get(id)
        if (!goal) return attributes
        const { from, to } = goal
        return { ...attributes, x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
      },
      { attributes: ['x', 'y'] },
    )
  }
}
