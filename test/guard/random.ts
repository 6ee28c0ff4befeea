/** One of several, by a number from 0 up to 1. */
export function pick<T>(from: readonly T[], random: number): T {
  const found = from[Math.floor(random * from.length)]
  if (found === undefined) throw new RangeError('nothing to pick from')
  return found
}
