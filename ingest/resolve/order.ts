/**
 * Orders strings by Unicode code points, as both stores do; JavaScript's `<` compares UTF-16 units and puts an emoji (a
 * surrogate pair) before U+FF21. Returns less than, equal to or more than 0.
 */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index += 1) {
    const left = a.charCodeAt(index)
    const right = b.charCodeAt(index)
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}

/** A copy without repetitions, in the order of compareText. */
export function sortedSet(texts: Iterable<string>): string[] {
  return [...new Set(texts)].sort(compareText)
}

// Surrogates stand for code points above all others: move them behind U+E000 to U+FFFF.
function rank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000
}
