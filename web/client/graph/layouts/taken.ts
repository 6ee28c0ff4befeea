import type { Place } from '../place.ts'
import { GAP } from './item.ts'

/** Discs that nodes take, by the cells of a grid, so that asking whether there is room is quick with thousands of them. */
export class Taken {
  private readonly cells = new Map<string, { x: number; y: number; radius: number }[]>()
  private readonly side: number

  /** `largest` is the radius of the largest disc that will come. */
  constructor(largest: number) {
    this.side = 2 * largest + GAP
  }

  isFree({ x, y }: Place, radius: number): boolean {
    const [column, row] = [Math.floor(x / this.side), Math.floor(y / this.side)]
    for (let at = column - 1; at <= column + 1; at++)
      for (let beside = row - 1; beside <= row + 1; beside++)
        for (const other of this.cells.get(`${at},${beside}`) ?? [])
          if (Math.hypot(other.x - x, other.y - y) < other.radius + radius + GAP) return false
    return true
  }

  add({ x, y }: Place, radius: number): void {
    const cell = `${Math.floor(x / this.side)},${Math.floor(y / this.side)}`
    const discs = this.cells.get(cell)
    if (discs) discs.push({ x, y, radius })
    else this.cells.set(cell, [{ x, y, radius }])
  }
}
