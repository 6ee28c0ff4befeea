import type { TidyInput } from './tidy-input.ts'

type Discs = Pick<TidyInput, 'x' | 'y' | 'radius' | 'isFixed' | 'gap'>

const ROUNDS = 160
/** A little more than is needed, so that what is moved apart stays so. */
const EXTRA = 1.02
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/**
 * Moves nodes apart that lie on one another, by as little as it takes, in an order of its own; fixed ones stay, and the others
 * make room for them. Changes the places.
 */
export function makeRoom({ x, y, radius, isFixed, gap }: Discs): void {
  const side = Math.max(1e-6, 2 * radius.reduce((most, each) => Math.max(most, each), 0) + gap)
  for (let round = 0; round < ROUNDS; round++) {
    const cells = cellsOf(x, y, side)
    let isMoved = false
    for (let one = 0; one < x.length; one++) {
      const [column, row] = [Math.floor(at(x, one) / side), Math.floor(at(y, one) / side)]
      for (let left = column - 1; left <= column + 1; left++)
        for (let low = row - 1; low <= row + 1; low++)
          for (const other of cells.get(left * 1e6 + low) ?? []) if (other > one && part(one, other)) isMoved = true
    }
    if (!isMoved) return
  }

  /** True if the two were too near. */
  function part(one: number, other: number): boolean {
    const wanted = at(radius, one) + at(radius, other) + gap
    let [dx, dy] = [at(x, other) - at(x, one), at(y, other) - at(y, one)]
    if (Math.abs(dx) >= wanted || Math.abs(dy) >= wanted) return false
    let far = Math.hypot(dx, dy)
    if (far >= wanted || (isFixed[one] === 1 && isFixed[other] === 1)) return false
    if (far < 1e-9) {
      // On one another in full: each pair goes its own way.
      const angle = (one + other) * GOLDEN_ANGLE
      ;[dx, dy, far] = [Math.cos(angle), Math.sin(angle), 1]
      move(one, other, dx, dy, wanted * EXTRA)
    } else move(one, other, dx / far, dy / far, wanted * EXTRA - far)
    return true
  }

  function move(one: number, other: number, dx: number, dy: number, by: number): void {
    const share = isFixed[one] === 1 ? 0 : isFixed[other] === 1 ? 1 : 0.5
    x[one] = at(x, one) - dx * by * share
    y[one] = at(y, one) - dy * by * share
    x[other] = at(x, other) + dx * by * (1 - share)
    y[other] = at(y, other) + dy * by * (1 - share)
  }
}

/** Who is in which square, in the order of the columns. */
function cellsOf(x: Float64Array, y: Float64Array, side: number): Map<number, number[]> {
  const cells = new Map<number, number[]>()
  for (let one = 0; one < x.length; one++) {
    const key = Math.floor(at(x, one) / side) * 1e6 + Math.floor(at(y, one) / side)
    const cell = cells.get(key)
    if (cell) cell.push(one)
    else cells.set(key, [one])
  }
  return cells
}

const at = (column: Float64Array, index: number): number => column[index] ?? 0
