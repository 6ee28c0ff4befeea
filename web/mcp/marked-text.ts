const OPEN = '⟦'
const CLOSE = '⟧'

/** A sentence with its marks (pairs [start, end) in order, without overlaps) shown by brackets that papers hardly write. */
export function markedText(sentence: string, marks: readonly (readonly [number, number])[]): string {
  let marked = ''
  let at = 0
  for (const [start, end] of marks) {
    marked += `${sentence.slice(at, start)}${OPEN}${sentence.slice(start, end)}${CLOSE}`
    at = end
  }
  return marked + sentence.slice(at)
}
