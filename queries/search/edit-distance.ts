/**
 * How many letters must be put in, left out, replaced or swapped with their neighbour to turn `a` into `b` (optimal string
 * alignment: Damerau, "A technique for computer detection and correction of spelling errors", CACM 7(3), 1964). Gives up
 * and answers `limit + 1` once it must be more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    let best = row
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      let value = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + cost)
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        value = Math.min(value, at(before, column - 2) + 1)
      }
      current.push(value)
      if (value < best) best = value
    }
    if (best > limit) return limit + 1
    before = last
    last = current
  }
  return Math.min(at(last, b.length), limit + 1)
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY
