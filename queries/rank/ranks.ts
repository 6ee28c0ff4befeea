import { adamicAdar } from './adamic-adar.ts'
import { association, pairs } from './association.ts'
import { conceptHistory } from './concept-history.ts'
import { cosine } from './cosine.ts'
import { likelyDuplicates } from './likely-duplicates.ts'
import { openingMap } from './opening-map.ts'
import type { Rank } from './rank.ts'
import { readingList } from './reading-list.ts'
import { rising } from './rising.ts'

/** The rank functions that a catalogue entry may name. */
export const RANKS: Readonly<Record<string, Rank>> = {
  adamicAdar,
  association,
  conceptHistory,
  cosine,
  likelyDuplicates,
  openingMap,
  pairs,
  readingList,
  rising,
}
