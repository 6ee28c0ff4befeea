import { generator } from '../../ingest/extract/train/random.ts'

/** Random numbers that are the same for the same seed. */
export interface Random {
  /** From 0, below 1. */
  unit(): number
  /** A whole number from 0, below `end`. */
  below(end: number): number
  /** One of a list that is not empty. */
  of<T>(list: readonly T[]): T
}

export function seeded(seed: number): Random {
  const unit = generator(seed)
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
