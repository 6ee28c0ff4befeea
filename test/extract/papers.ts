import { createExtractor } from '../../ingest/extract/extract.ts'
import type { Entity } from '../../ingest/extraction.ts'
import type { PaperRecord } from '../../ingest/paper.ts'

/** A record around a text of our own. */
export function paperOf(abstract: string, title = 'A study'): PaperRecord {
  return { id: 'test:1', title, abstract, authors: [], source: 'test' }
}

export const extractor = createExtractor()

export function entitiesOf(abstract: string, title?: string): Entity[] {
  return extractor.extract(paperOf(abstract, title)).entities
}

/** The entity that has this name or alias. */
export function named(entities: Entity[], name: string): Entity | undefined {
  return entities.find((entity) => entity.name === name || entity.aliases.includes(name))
}
