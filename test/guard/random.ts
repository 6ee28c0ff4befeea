/** Numbers from 0 up to 1 that depend on the seed alone (mulberry32, T. Ettinger, 2017). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One of several, by a number from 0 up to 1. */
export function pick<T>(from: readonly T[], random: number): T {
  const found = from[Math.floor(random * from.length)]
  if (found === undefined) throw new RangeError('nothing to pick from')
  return found
}
