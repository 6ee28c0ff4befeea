/** Where in a sorted list the strings that begin with `prefix` are: [from, to). Order is that of UTF-16 units. */
export function prefixRange(sorted: readonly string[], prefix: string): [from: number, to: number] {
  const from = lowerBound(sorted, (text) => text < prefix)
  const to = lowerBound(sorted, (text) => text < prefix || text.startsWith(prefix))
  return [from, to]
}

/** Where in a sorted list the strings that equal `wanted` are: [from, to). */
export function equalRange(sorted: readonly string[], wanted: string): [from: number, to: number] {
  return [lowerBound(sorted, (text) => text < wanted), lowerBound(sorted, (text) => text <= wanted)]
}

function lowerBound(sorted: readonly string[], isBefore: (text: string) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(sorted[middle] ?? '')) low = middle + 1
    else high = middle
  }
  return low
}
