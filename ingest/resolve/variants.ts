import type { NamedConcept } from './concept-names.ts'
import { joinKey } from './fold.ts'
import type { Forms } from './interner.ts'
import { compareText } from './order.ts'
import { shorterNames, type VariantRule } from './shorter-names.ts'
import { siblings } from './siblings.ts'

/** One concept is a kind, size or version of another. `form` is the name that says so, in the first paper (by number) that writes it. */
export interface Variant {
  from: NamedConcept
  to: NamedConcept
  rule: VariantRule | 'sibling'
  confidence: number
  form: number
  paper: number
}

const FORMS_TRIED = 5

/**
 * Finds for each concept the nearest concept that it is a variant of; members of a family whose own name no paper writes
 * (MOT15, MOT17) lean on the one with most papers. Out: at most one a concept, without circles, by id.
 */
export function findVariants(
  concepts: readonly NamedConcept[],
  owners: ReadonlyMap<number, NamedConcept>,
  forms: Forms,
): Variant[] {
  const bases = new Map<NamedConcept, Variant>()
  for (const concept of concepts) {
    const variant = variantOf(concept, owners, forms)
    if (variant !== undefined && !reaches(variant.to, concept, bases)) bases.set(concept, variant)
  }
  for (const variant of siblings(concepts, bases, forms)) {
    if (!reaches(variant.to, variant.from, bases)) bases.set(variant.from, variant)
  }
  return concepts.flatMap((concept) => bases.get(concept) ?? [])
}

function variantOf(from: NamedConcept, owners: ReadonlyMap<number, NamedConcept>, forms: Forms): Variant | undefined {
  const names = [...from.forms].filter(([, count]) => count.votes > 0)
  names.sort(([a, left], [b, right]) => right.votes - left.votes || compareText(forms.text(a), forms.text(b)))
  for (const [form, count] of names.slice(0, FORMS_TRIED)) {
    for (const [base, rule, confidence] of shorterNames(forms.text(form))) {
      const key = forms.keys.find(joinKey(base))
      const to = key === undefined ? undefined : owners.get(key)
      if (to === undefined || to === from || !fits(rule, from, to)) continue
      return { from, to, rule, confidence, form, paper: count.paper }
    }
  }
  return undefined
}

// A benchmark is no kind of a method. "MOT17" is a version of no task, though a longer topic may be a kind of a shorter.
function fits(rule: Variant['rule'], a: NamedConcept, b: NamedConcept): boolean {
  const hasTopic = a.type === 'topic' || b.type === 'topic'
  if (rule === 'extension') return a.type === b.type
  if (hasTopic) return rule === 'modifier' || a.type === b.type
  return (a.type === 'benchmark') === (b.type === 'benchmark')
}

function reaches(from: NamedConcept, goal: NamedConcept, bases: ReadonlyMap<NamedConcept, Variant>): boolean {
  for (let step: NamedConcept | undefined = from; step !== undefined; step = bases.get(step)?.to) {
    if (step === goal) return true
  }
  return false
}
