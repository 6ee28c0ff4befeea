import { ENTITY_TYPES, type EntityType } from '../extraction.ts'
import { isAcronymShaped } from './acronym.ts'
import type { CuratedAlias } from './aliases.ts'
import type { Concept } from './concepts.ts'
import { foldName, isPlain } from './fold.ts'
import type { Forms } from './interner.ts'
import { compareText } from './order.ts'

/** The share of papers that has to write a plain form (no plural, no word for its kind) before it is taken for the name. */
const LEAST_PLAIN = 0.05

export interface NamedConcept extends Concept {
  id: string
  name: string
  /** The form of its name. */
  nameForm: number
  type: EntityType
  /** The full name behind an acronym, empty where none is known. */
  expansion: string
}

/**
 * Gives each concept its name (the form that most papers write; spellings count together) and its id. In: concepts in any
 * order, the ids of papers by number. Out: concepts by id.
 */
export function nameConcepts(
  concepts: readonly Concept[],
  forms: Forms,
  paperIds: readonly string[],
  curated: ReadonlyMap<number, CuratedAlias>,
): NamedConcept[] {
  const named = concepts.map((concept) => withName(concept, forms, curated))
  const byName = new Map<string, NamedConcept[]>()
  for (const concept of named) {
    const id = foldName(concept.name)
    const same = byName.get(id)
    if (same === undefined) byName.set(id, [concept])
    else same.push(concept)
  }
  const taken = new Set(byName.keys())
  for (const [id, same] of [...byName].sort(([a], [b]) => compareText(a, b))) {
    const [first, ...others] = same.sort(
      (a, b) =>
        b.papers - a.papers ||
        a.firstPaper - b.firstPaper ||
        compareText(a.expansion, b.expansion) ||
        compareText(a.type, b.type) ||
        compareText(a.name, b.name),
    )
    if (first !== undefined) first.id = id
    for (const concept of others) {
      concept.id = freeId(concept, id, paperIds[concept.firstPaper] ?? '', taken)
      taken.add(concept.id)
    }
  }
  return named.sort((a, b) => compareText(a.id, b.id))
}

function freeId(concept: NamedConcept, id: string, paper: string, taken: ReadonlySet<string>): string {
  const endings = [
    ...(concept.expansion === '' ? [] : [foldName(concept.expansion)]),
    concept.type,
    foldName(paper),
    `${foldName(paper)}-${concept.type}`,
  ]
  for (const ending of endings) if (!taken.has(`${id}-${ending}`)) return `${id}-${ending}`
  let number = 2
  while (taken.has(`${id}-${number}`)) number += 1
  return `${id}-${number}`
}

function withName(concept: Concept, forms: Forms, curated: ReadonlyMap<number, CuratedAlias>): NamedConcept {
  const common = commonForm(concept, forms, () => true)
  // Of the spellings of one form the curated table's, where it has one: "Llama 3" for LLaMA-3 and Llama3.
  const line = curated.get(forms.key(common))
  const written = line === undefined ? common : forms.number(line.name)
  const nameForm = forms.key(written) === forms.key(common) ? written : common
  const name = forms.text(nameForm)
  const long = isAcronymShaped(name) ? commonForm(concept, forms, (text) => /\s|-.*-/.test(text)) : nameForm
  const expansion = long < 0 || long === nameForm ? '' : forms.text(long)
  const best = Math.max(...concept.mainTypes)
  const type = concept.decided?.type ?? ENTITY_TYPES.find((_, bit) => concept.mainTypes[bit] === best) ?? 'method'
  return { ...concept, id: '', name, nameForm, type, expansion }
}

// Votes are counted by key, so that ten spellings of the full name are not beaten by one of the acronym.
function commonForm(concept: Concept, forms: Forms, fits: (text: string) => boolean): number {
  const byKey = new Map<number, { votes: number; forms: [form: number, votes: number][] }>()
  for (const [form, { votes }] of concept.forms) {
    if (!fits(forms.text(form))) continue
    const entry = byKey.get(forms.key(form)) ?? { votes: 0, forms: [] }
    byKey.set(forms.key(form), entry)
    entry.votes += votes
    entry.forms.push([form, votes])
  }
  const [top] = [...byKey].sort(
    ([a, left], [b, right]) => right.votes - left.votes || compareText(forms.keys.text(a), forms.keys.text(b)),
  )
  if (top === undefined) return -1
  const [, { forms: candidates }] = top
  // "GAN" rather than "GANs", "CIFAR-10" rather than "the CIFAR-10 dataset", where papers write it.
  const plain = candidates.filter(([form, votes]) => votes > 0 && isPlain(forms.text(form)))
  // But "mixture of experts" and "Cityscapes", which hardly anybody writes in the singular.
  const sum = (pairs: [number, number][]): number => pairs.reduce((total, [, votes]) => total + votes, 0)
  const pool = sum(plain) >= LEAST_PLAIN * sum(candidates) ? plain : candidates
  pool.sort(([a, left], [b, right]) => right - left || compareText(forms.text(a), forms.text(b)))
  return pool[0]?.[0] ?? -1
}
