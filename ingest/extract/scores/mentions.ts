import type { Entity } from '../../extraction.ts'
import type { Document } from '../extractor.ts'

/** The places of entities in each sentence, in time linear in both. */
export function mentionsBySentence(
  document: Document,
  entities: Entity[],
): { entity: Entity; start: number; end: number }[][] {
  const places = entities
    .flatMap((entity) => entity.mentions.map(({ field, start, end }) => ({ entity, field, start, end })))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const next = { title: 0, abstract: 0 }
  const of = {
    title: places.filter(({ field }) => field === 'title'),
    abstract: places.filter(({ field }) => field === 'abstract'),
  }
  return document.sentences.map(({ field, start, end }) => {
    const found: { entity: Entity; start: number; end: number }[] = []
    for (let place = of[field][next[field]]; place && place.start < end; place = of[field][++next[field]])
      if (place.start >= start && place.end <= end) found.push(place)
    return found
  })
}
