import { singular } from './spelling.ts'

/** Words behind an acronym that leave it the same thing: "CARLA simulator", "CLIP architecture". A "BERT score" is no BERT. */
const TAILS: ReadonlySet<string> = new Set(
  'adapter algorithm approach architecture environment estimate estimator family framework loss method model optimizer package platform series setting simulator software suite technique toolkit'.split(
    ' ',
  ),
)
/** The same behind a full name. */
const LONG_TAILS: ReadonlySet<string> = new Set(
  'algorithm approach architecture estimate framework loss method technique'.split(' '),
)

/** "CARLA" for "CARLA simulator"; undefined for what is no single word with such a word behind it. */
export function withoutTail(text: string): string | undefined {
  const [, name, tail = ''] = /^(\S+)\s+(\S+)$/u.exec(text) ?? []
  return TAILS.has(singular(tail)) ? name : undefined
}

/** The same for names of several words. */
export function withoutLongTail(text: string): string | undefined {
  const [, name, tail = ''] = /^(\S+\s.*\S)\s+(\S+)$/u.exec(text) ?? []
  return LONG_TAILS.has(singular(tail)) ? name : undefined
}
