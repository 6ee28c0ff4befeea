import type { Properties, RelationshipType } from '../../queries/model.ts'
import type { Entity, EntityType, Extraction, Mention, Score } from '../extraction.ts'
import { joinKey } from './fold.ts'
import { compareText } from './order.ts'
import { readRepo } from './repo.ts'
import { readScoreValue } from './score-value.ts'

/** A relationship of a paper, before its evidence is spelled out. */
export interface Edge {
  type: RelationshipType
  to: string
  key: string
  /** What it says beside its evidence. */
  properties: Properties
  mentions: Mention[]
}

/** What a person decided, as far as relationships show it. */
export interface EdgeRules {
  /** What a concept is by decision. */
  typeOf(concept: string): EntityType | undefined
  isHidden(repo: string): boolean
}

const NO_RULES: EdgeRules = { typeOf: () => undefined, isHidden: () => false }

/**
 * All relationships of one paper, merged and in order of type, end and key. `conceptIds` tells for each entity, by its place, its
 * concept's id. A concept that a person gave a type is used as that alone; where scores stood on it they stay.
 */
export function paperEdges(
  extraction: Extraction,
  conceptIds: readonly (string | undefined)[],
  rules = NO_RULES,
): Edge[] {
  const edges = new Map<string, Edge>()
  extraction.entities.forEach((entity, index) => {
    if (entity.type === 'repo') {
      addRepo(edges, entity, rules)
      return
    }
    const to = conceptIds[index]
    if (to === undefined) return
    const decided = rules.typeOf(to)
    for (const as of new Set<EntityType>(decided === undefined ? [entity.type, ...entity.also] : [decided]))
      if (as !== 'repo') addConcept(edges, entity, to, as)
  })
  for (const score of extraction.scores) addScore(edges, extraction, score, conceptIds, rules)
  return [...edges.values()].sort(
    (a, b) => compareText(a.type, b.type) || compareText(a.to, b.to) || compareText(a.key, b.key),
  )
}

function addConcept(edges: Map<string, Edge>, entity: Entity, to: string, as: EntityType): void {
  const name = `${as}\u0001${to}`
  const type = as === 'topic' ? 'ABOUT' : entity.role === 'introduces' ? 'INTRODUCES' : 'USES'
  const known = edges.get(name)
  if (known === undefined) {
    edges.set(name, { type, to, key: as, properties: { as }, mentions: [...entity.mentions] })
    return
  }
  if (type === 'INTRODUCES') known.type = type
  known.mentions.push(...entity.mentions)
}

function addRepo(edges: Map<string, Edge>, entity: Entity, rules: EdgeRules): void {
  const to = readRepo(entity.name)?.id
  if (to === undefined || rules.isHidden(to)) return
  const name = `repo\u0001${to}`
  const known = edges.get(name)
  const own = entity.role === 'introduces'
  if (known === undefined) {
    edges.set(name, { type: 'LINKS_TO', to, key: '', properties: { own }, mentions: [...entity.mentions] })
    return
  }
  if (own) known.properties.own = true
  known.mentions.push(...entity.mentions)
}

function addScore(
  edges: Map<string, Edge>,
  extraction: Extraction,
  score: Score,
  conceptIds: readonly (string | undefined)[],
  rules: EdgeRules,
): void {
  const value = readScoreValue(score.value)
  const isDecided = (place: number): boolean => rules.typeOf(conceptIds[place] ?? '') === 'benchmark'
  const place = benchmarkOf(extraction.entities, score.benchmark, isDecided)
  const benchmark = extraction.entities[place]
  const to = conceptIds[place]
  if (value === undefined || to === undefined || benchmark === undefined) return
  const key = `${score.field}:${score.start}:${score.end}`
  const { unit, metric, system, kind, field, start, end } = score
  const surface = extraction[field].slice(start, end)
  const edge: Edge = {
    type: 'SCORES',
    to,
    key,
    properties: { key, value, text: score.value, unit, metric, system, kind },
    mentions: [{ field, start, end, surface, rule: 'score', confidence: benchmark.confidence }],
  }
  const name = `score\u0001${key}\u0001${to}`
  const known = edges.get(name)
  // Two readings of one number on one benchmark: one stays, the same for any order.
  if (known === undefined || compareText(JSON.stringify(edge), JSON.stringify(known)) < 0) edges.set(name, edge)
}

/** The place of the entity that a score's benchmark is, among those that the paper uses as one or a person calls one; -1 where there is none. */
function benchmarkOf(entities: readonly Entity[], name: string, isDecided: (place: number) => boolean): number {
  const key = joinKey(name)
  const isBenchmark = (entity: Entity, place: number): boolean =>
    entity.type === 'benchmark' || entity.also.includes('benchmark') || isDecided(place)
  const byName = entities.findIndex((entity, index) => isBenchmark(entity, index) && joinKey(entity.name) === key)
  if (byName >= 0) return byName
  return entities.findIndex(
    (entity, index) =>
      isBenchmark(entity, index) &&
      [...entity.aliases, ...entity.mentions.map((mention) => mention.surface)].some((form) => joinKey(form) === key),
  )
}
