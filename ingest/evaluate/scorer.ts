import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { SHARED } from '../extract/train/corpus.ts'
import type { EntityType, Extraction } from '../extraction.ts'

/** True positives, false positives, false negatives; roles asked and right. */
export interface Tally {
  tp: number
  fp: number
  fn: number
  roles: number
  rolesRight: number
}
export interface ScoredError {
  kind: 'missed' | 'spurious' | 'duplicate' | 'role'
  type: EntityType
  name: string
  title: string
}
export interface Scored {
  counts: Record<EntityType, Tally>
  errors: ScoredError[]
  missingPapers: number
}
export interface GoldRecord {
  title: string
  entities: { type: EntityType; name: string; aliases?: string[]; role: string; required: boolean }[]
}

type Score = (gold: readonly GoldRecord[], predicted: readonly Pick<Extraction, 'title' | 'entities'>[]) => Scored

/** The scorer that comes with the annotated sets. Only called where they are there. */
export async function loadScorer(): Promise<Score> {
  const { score } = (await import(pathToFileURL(join(SHARED, 'eval', 'score.mjs')).href)) as { score: Score }
  return score
}
