/**
 * How many letters must be put in, left out, replaced or swapped with their neighbour to turn `a` into `b` (optimal string
 * alignment: Damerau, "A technique for computer detection and correction of spelling errors", CACM 7(3), 1964). Gives up
 * and answers `limit + 1` once it must be more than `limit`; of the table only the band that can matter is filled (Ukkonen,
 * "Algorithms for approximate string matching", Information and Control 64, 1985).
 */
export function editDistance(a: string, b: string, limit: number): number {
  const tooMany = limit + 1
  if (Math.abs(a.length - b.length) > limit) return tooMany
  let start = 0
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start += 1
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA -= 1
    endB -= 1
  }
  const [rows, columns] = [endA - start, endB - start]
  if (rows === 0 || columns === 0) return Math.min(rows + columns, tooMany)
  let before: number[] = []
  let last = Array.from({ length: columns + 1 }, (_, column) => column)
  for (let row = 1; row <= rows; row += 1) {
    const from = Math.max(1, row - limit)
    const to = Math.min(columns, row + limit)
    const current = new Array<number>(columns + 1).fill(tooMany)
    if (row <= limit) current[0] = row
    let best = current[0] ?? tooMany
    const unit = a.charCodeAt(start + row - 1)
    for (let column = from; column <= to; column += 1) {
      const other = b.charCodeAt(start + column - 1)
      let value = Math.min(
        at(last, column, tooMany) + 1,
        at(current, column - 1, tooMany) + 1,
        at(last, column - 1, tooMany) + (unit === other ? 0 : 1),
      )
      const isSwap = row > 1 && column > 1 && unit === b.charCodeAt(start + column - 2)
      if (isSwap && a.charCodeAt(start + row - 2) === other)
        value = Math.min(value, at(before, column - 2, tooMany) + 1)
      current[column] = value
      if (value < best) best = value
    }
    if (best > limit) return tooMany
    before = last
    last = current
  }
  return Math.min(at(last, columns, tooMany), tooMany)
}

const at = (row: readonly number[], column: number, otherwise: number): number => row[column] ?? otherwise
