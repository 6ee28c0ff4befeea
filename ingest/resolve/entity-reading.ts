import type { Entity } from '../extraction.ts'
import { expansionOf, isAcronymShaped, splitBracket } from './acronym.ts'
import { compareText } from './order.ts'

/** A form that a paper writes for one of its entities. */
export interface Form {
  text: string
  /** In how many ways the paper backs it: as the entity's name, as words in its text. Zero: only listed as an alias. */
  votes: number
}

/** What one paper says about the name of one entity. */
export interface EntityReading {
  /** The form that decides which concept it is: the expansion where there is one, else the name. */
  core: string
  /** The acronym that the paper gives for `core`, where the name is one of the two. */
  short: string | undefined
  forms: Form[]
}

/** Reads an entity's name, aliases and mentions as forms of one name, and finds the acronym and expansion among them. */
export function readEntity(entity: Entity): EntityReading {
  const votes = new Map<string, number>()
  const add = (form: string, count: number): void => {
    for (const text of splitBracket(form) ?? [form]) votes.set(text, (votes.get(text) ?? 0) + count)
  }
  add(entity.name, 1)
  for (const alias of entity.aliases) add(alias, 0)
  for (const surface of new Set(entity.mentions.map((mention) => mention.surface))) add(surface, 1)

  const forms = [...votes.keys()].filter((text) => text.trim() !== '').sort(compareText)
  const name = withoutBasis(splitBracket(entity.name)?.[0] ?? entity.name, entity.type)
  const shorts = isAcronymShaped(name) ? [name] : forms.filter(isAcronymShaped)
  const longs = isAcronymShaped(name) ? forms.filter((form) => form !== name) : [name]
  let core = name
  let short: string | undefined
  for (const long of longs) {
    short = shorts.find((form) => expansionOf(form, long) !== undefined)
    if (short === undefined) continue
    core = expansionOf(short, long) ?? long
    break
  }
  if (!votes.has(core)) votes.set(core, 1)
  return { core, short, forms: [...votes].map(([text, count]) => ({ text, votes: count })) }
}

// Who writes of an "attention-based" method, or of "CNN-based models", uses attention and CNNs. Not so with models: what is
// BERT-based is not BERT.
function withoutBasis(name: string, type: Entity['type']): string {
  if (type !== 'method' && type !== 'topic') return name
  const [, basis = ''] = /^(\S.*[^\s-])-(?:based|driven)(?:\s+(?:architecture|model|network)s?)?$/iu.exec(name) ?? []
  return basis === '' ? name : basis
}
