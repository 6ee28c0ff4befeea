import { editDistance } from './edit-distance.ts'

/** The names that a misspelt one may mean, the nearest first, at most three: a few letters off, or one holding the other. */
export function nearestNames(wrong: string, names: readonly string[]): string[] {
  const folded = wrong.toLowerCase()
  const limit = Math.max(1, Math.floor(wrong.length / 3))
  const candidates: { name: string; distance: number }[] = []
  for (const name of names) {
    const other = name.toLowerCase()
    const distance = editDistance(folded, other, limit)
    const isPart = folded.length > 2 && (other.includes(folded) || folded.includes(other))
    if (distance <= limit) candidates.push({ name, distance })
    else if (isPart) candidates.push({ name, distance: limit + 1 })
  }
  candidates.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
  return candidates.slice(0, 3).map(({ name }) => name)
}

/** `did you mean "a" or "b"?` with a space before it, or nothing. */
export function didYouMean(wrong: string, names: readonly string[]): string {
  const nearest = nearestNames(wrong, names).map((name) => `"${name}"`)
  if (nearest.length === 0) return ''
  const last = nearest.at(-1) ?? ''
  return `; did you mean ${nearest.length === 1 ? last : `${nearest.slice(0, -1).join(', ')} or ${last}`}?`
}
