import type { Entity, EntityType } from '../../ingest/extraction.ts'

/** What a careful reader found in a text: an entity, every accepted form of its name, and whether it must be found. */
export interface GoldEntity {
  type: EntityType
  name: string
  aliases: string[]
  /** Types that are accepted beside `type`. */
  also: EntityType[]
  role: Entity['role']
  required: boolean
}
type Found = Pick<Entity, 'type' | 'name' | 'aliases' | 'role'>

/** One paper: what is in it, and what the extractor found. */
export interface Read {
  gold: GoldEntity[]
  found: Found[]
}

interface Counts {
  right: number
  wrong: number
  missed: number
}
export interface Figures {
  /** F1 of methods, models and benchmarks together, and of each type. */
  named: number
  method: number
  model: number
  benchmark: number
  topic: number
  repo: number
  /** Share of the found required methods, models and benchmarks that have the right role. */
  roles: number
  /** The same share of those that the paper introduces: most are used, so `roles` alone flatters "always uses". */
  introduced: number
  /** Every error, as `missed`, `spurious`, `duplicate` or `role`, with type and name. */
  errors: string[]
}

function singular(word: string): string {
  if (word.length < 4) return word
  return word
    .replace(/ies$/, 'y')
    .replace(/(ch|sh|ss|x|z)es$/, '$1')
    .replace(/([^su])s$/, '$1')
}

/** The words of a name or a text, without case, accents, hyphens and other punctuation. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.match(/[\p{L}\p{N}+]+/gu) ?? []
}

/** The key under which spellings of one name meet: "Auto-Encoders" and "autoencoder" share one. */
export function keyOf(words: string[]): string {
  const kept = words[0] === 'the' ? words.slice(1) : words
  return kept.slice(0, -1).join('') + singular(kept.at(-1) ?? '')
}

function urlKey(url: string): string {
  return url
    .toLowerCase()
    .replace(/^(https?:\/\/)?(www\.)?/, '')
    .replace(/(\.git)?[/.]*$/, '')
}

/** The keys of every form of an entity. */
export function keysOf({ type, name, aliases }: Pick<Found, 'type' | 'name' | 'aliases'>): Set<string> {
  const key = type === 'repo' ? urlKey : (form: string): string => keyOf(wordsOf(form))
  return new Set([name, ...aliases].map(key).filter((form) => form !== ''))
}

const f1 = (...of: Counts[]): number => {
  const sum = (key: keyof Counts): number => of.reduce((all, counts) => all + counts[key], 0)
  const right = 2 * sum('right')
  return right === 0 ? 0 : right / (right + sum('wrong') + sum('missed'))
}

interface Share {
  right: number
  all: number
}
const share = (...of: Share[]): number => {
  const all = of.reduce((sum, part) => sum + part.all, 0)
  return all === 0 ? 0 : of.reduce((sum, part) => sum + part.right, 0) / all
}

/**
 * Scores what was found. A found entity meets a gold one of its type (or whose `also` has it) with which it shares a
 * form, required ones first. What meets nothing is spurious; a second one for the same gold entity is a duplicate; both
 * are errors. Optional gold entities cost nothing, found or not.
 */
export function score(papers: Read[]): Figures {
  const none = (): Counts => ({ right: 0, wrong: 0, missed: 0 })
  const counts: Record<EntityType, Counts> = {
    method: none(),
    model: none(),
    benchmark: none(),
    topic: none(),
    repo: none(),
  }
  const roles = { introduces: { right: 0, all: 0 }, uses: { right: 0, all: 0 } }
  const errors: string[] = []
  for (const { gold, found } of papers) {
    const keys = new Map(gold.map((entity) => [entity, keysOf(entity)]))
    const met = new Set<GoldEntity>()
    for (const entity of found) {
      const forms = [...keysOf(entity)]
      const fits = gold.filter(
        (wanted) =>
          [wanted.type, ...wanted.also].includes(entity.type) && forms.some((form) => keys.get(wanted)?.has(form)),
      )
      const open = fits.filter((wanted) => !met.has(wanted))
      const wanted = open.find(({ required }) => required) ?? open[0]
      if (wanted === undefined) {
        counts[entity.type].wrong++
        errors.push(`${fits.length > 0 ? 'duplicate' : 'spurious'} ${entity.type} ${entity.name}`)
        continue
      }
      met.add(wanted)
      if (!wanted.required) continue
      counts[wanted.type].right++
      if (wanted.type === 'topic' || wanted.type === 'repo') continue
      roles[wanted.role].all++
      if (entity.role === wanted.role) roles[wanted.role].right++
      else errors.push(`role ${wanted.type} ${wanted.name}`)
    }
    for (const wanted of gold)
      if (wanted.required && !met.has(wanted)) {
        counts[wanted.type].missed++
        errors.push(`missed ${wanted.type} ${wanted.name}`)
      }
  }
  const { method, model, benchmark, topic, repo } = counts
  const { introduces, uses } = roles
  return {
    named: f1(method, model, benchmark),
    method: f1(method),
    model: f1(model),
    benchmark: f1(benchmark),
    topic: f1(topic),
    repo: f1(repo),
    roles: share(introduces, uses),
    introduced: share(introduces),
    errors,
  }
}
