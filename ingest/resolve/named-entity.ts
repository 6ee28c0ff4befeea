import type { Entity } from '../extraction.ts'
import { joinKey } from './fold.ts'
import { readRepo } from './repo.ts'

type Answers = (entity: Entity) => boolean

/**
 * The place of the entity that some words of a paper name, -1 where there is none: the one with a mention of just these words,
 * else the one with that name or alias, else one whose words differ by spelling only; for a repository its address. Of several the
 * one with most such mentions, then the first.
 */
export function entityNamed(entities: readonly Entity[], surface: string): number {
  const key = joinKey(surface)
  const repo = readRepo(surface)?.id
  const ways: Answers[] = [
    (entity) => entity.mentions.some((mention) => mention.surface === surface),
    (entity) => entity.name === surface || entity.aliases.includes(surface),
    (entity) => entity.type === 'repo' && repo !== undefined && readRepo(entity.name)?.id === repo,
    (entity) => entity.type !== 'repo' && formsOf(entity).some((form) => joinKey(form) === key),
  ]
  for (const answers of ways) {
    const place = mostMentions(entities, answers, surface)
    if (place >= 0) return place
  }
  return -1
}

/**
 * The entities of a paper with the words `a` and `b` no longer in one: the words that are not its name become an entity of
 * their own with their mentions, at the end, of the same types and role; everything else stays. Unchanged where they are not in one, or where the
 * paper writes only one of them.
 */
export function entitiesApart(entities: readonly Entity[], a: string, b: string): readonly Entity[] {
  const place = entityNamed(entities, a)
  const entity = entities[place]
  if (entity === undefined || entity.type === 'repo' || place !== entityNamed(entities, b)) return entities
  const out = nameFits(entity, b) && !nameFits(entity, a) ? a : b
  const isOut = wordsLike(out, out === a ? b : a)
  const cut = entity.mentions.filter(({ surface }) => isOut(surface))
  const rest = entity.mentions.filter(({ surface }) => !isOut(surface))
  if (cut.length === 0 || rest.length === 0) return entities
  const name = isOut(entity.name) ? (rest[0]?.surface ?? entity.name) : entity.name
  const kept: Entity = { ...entity, name, aliases: entity.aliases.filter((alias) => !isOut(alias)), mentions: rest }
  const other: Entity = { ...entity, name: out, aliases: [], mentions: cut }
  return [...entities.map((each, index) => (index === place ? kept : each)), other]
}

function formsOf(entity: Entity): string[] {
  return [entity.name, ...entity.aliases, ...entity.mentions.map((mention) => mention.surface)]
}

function mostMentions(entities: readonly Entity[], answers: Answers, surface: string): number {
  let best = -1
  let most = -1
  entities.forEach((entity, place) => {
    if (!answers(entity)) return
    const count = entity.mentions.filter((mention) => mention.surface === surface).length
    if (count <= most) return
    most = count
    best = place
  })
  return best
}

const nameFits = (entity: Entity, words: string): boolean =>
  entity.name === words || joinKey(entity.name) === joinKey(words)

// By spelling, unless the two differ in nothing else: MATH and math.
function wordsLike(out: string, other: string): (words: string) => boolean {
  const key = joinKey(out)
  if (key === joinKey(other)) return (words) => words === out
  return (words) => joinKey(words) === key
}
