import { adamicAdar } from './adamic-adar.ts'
import { openingMap } from './opening-map.ts'
import type { Rank } from './rank.ts'

/** The rank functions that a catalogue entry may name. */
export const RANKS: Readonly<Record<string, Rank>> = { adamicAdar, openingMap }
