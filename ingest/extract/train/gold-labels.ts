import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PaperRecord } from '../../paper.ts'
import type { Candidate } from '../candidates.ts'
import { type GoldEntity, type GoldPaper, readLines, readPapers, SHARED } from './corpus.ts'

/** Entities that a person found in a paper, beside its text. */
export interface LabelledPaper {
  paper: PaperRecord
  entities: GoldEntity[]
}

/** The scorer's fold, under which a predicted name meets an annotated one. */
export const { fold } = (await import(pathToFileURL(join(SHARED, 'eval', 'score.mjs')).href)) as {
  fold: (name: string) => string
}

/** The papers of an annotated set (`train`, `dev`) with what was found in them. */
export function labelledPapers(set: 'train' | 'dev'): LabelledPaper[] {
  const byTitle = new Map(
    readLines<GoldPaper>('eval', `${set}-gold.jsonl`).map((one) => [fold(one.title), one.entities]),
  )
  const texts = set === 'train' ? 'train-papers.jsonl.gz' : 'dev-papers.jsonl'
  return readPapers('eval', texts).map((paper) => ({ paper, entities: byTitle.get(fold(paper.title)) ?? [] }))
}

/** The annotated entities that a candidate is a form of. */
export function entitiesMet({ places }: Candidate, entities: GoldEntity[]): GoldEntity[] {
  const forms = new Set(places.map((place) => fold(place.surface)))
  return entities.filter((entity) => formsOf(entity).some((form) => forms.has(form)))
}

const known = new WeakMap<GoldEntity, string[]>()

function formsOf(entity: GoldEntity): string[] {
  const forms = known.get(entity) ?? [entity.name, ...entity.aliases].map(fold)
  known.set(entity, forms)
  return forms
}
