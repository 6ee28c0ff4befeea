/** Random numbers that are the same for the same seed: mulberry32 of Tommy Ettinger (public domain), 32 bits of state. */
export interface Random {
  /** From 0, below 1. */
  unit(): number
  /** A whole number from 0, below `end`. */
  below(end: number): number
  /** One of a list that is not empty. */
  of<T>(list: readonly T[]): T
}

export function seeded(seed: number): Random {
  let state = seed >>> 0
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number): number => Math.floor(unit() * end)
  return {
    unit,
    below,
    of(list) {
      const one = list[below(list.length)]
      if (one === undefined) throw new Error('nothing to choose from')
      return one
    },
  }
}
