/** One way to read a text: what an engine sees, and where each of its characters stands in what was typed. */
export interface Reading {
  text: string
  /** The offset in the typed text of the character at `index`. */
  typedAt(index: number): number
}

/**
 * Every way in which an engine may read `\uXXXX`. Neo4j replaces it anywhere, before it looks for strings and comments, so
 * that `\u0027` ends a string; the embedded engine knows it in strings only; and whether a backslash that is itself
 * escaped begins one differs between versions. What is to be let through must be harmless in all of them.
 */
export function readings(typed: string): Reading[] {
  const asTyped: Reading = { text: typed, typedAt: (index) => index }
  if (!/\\u/i.test(typed)) return [asTyped]
  const everywhere = decoded(typed, /\\[uU]+([0-9A-Fa-f]{4})/g)
  const unescaped = decoded(typed, /\\[uU]+([0-9A-Fa-f]{4})|\\[\s\S]/g)
  return [asTyped, everywhere, unescaped]
}

function decoded(typed: string, pattern: RegExp): Reading {
  let text = ''
  const offsets: number[] = []
  const take = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) offsets.push(at)
    text += typed.slice(from, to)
  }
  let last = 0
  for (const match of typed.matchAll(pattern)) {
    const code = match[1]
    if (code === undefined) continue
    take(last, match.index)
    text += String.fromCharCode(Number.parseInt(code, 16))
    offsets.push(match.index)
    last = match.index + match[0].length
  }
  take(last, typed.length)
  return { text, typedAt: (index) => offsets[index] ?? typed.length }
}
