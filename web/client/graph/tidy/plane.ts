import { DRAWN_IN } from '../../../layout-forces.ts'
import type { Place } from '../place.ts'
import type { TidyInput } from './tidy-input.ts'

/** There and back between the map as it is shown, whose far islands are drawn in, and the plane on which forces laid it out. */
export class Plane {
  private readonly middle: Place
  private readonly reach: number

  constructor({ x, y }: Pick<TidyInput, 'x' | 'y'>) {
    this.middle = { x: middleOf(x), y: middleOf(y) }
    this.reach = x.reduce((most, each, at) => Math.max(most, this.away(each, y[at] ?? 0)), 0) || 1
  }

  /** From the map to the plane, whose middle is 0. */
  unrolled(x: number, y: number): Place {
    const far = (this.away(x, y) / this.reach) ** (1 / (1 + DRAWN_IN) - 1)
    return { x: (x - this.middle.x) * far, y: (y - this.middle.y) * far }
  }

  rolled(x: number, y: number): Place {
    const far = (Math.hypot(x, y) / this.reach || 1) ** DRAWN_IN
    return { x: this.middle.x + x * far, y: this.middle.y + y * far }
  }

  private away(x: number, y: number): number {
    return Math.hypot(x - this.middle.x, y - this.middle.y)
  }
}

function middleOf(column: Float64Array): number {
  if (column.length === 0) return 0
  const [low, high] = [column.reduce((a, b) => Math.min(a, b)), column.reduce((a, b) => Math.max(a, b))]
  return (low + high) / 2
}
