import type { NamedConcept } from './concept-names.ts'
import { joinKey, nameWords } from './fold.ts'
import type { Forms } from './interner.ts'
import { withoutEnding } from './shorter-names.ts'
import type { Variant } from './variants.ts'

/** Words that number anything: "Task 1" and "Task 2" are no family. */
const NUMBERED: ReadonlySet<string> = new Set(
  'appendix case class experiment group level part phase scenario section setting stage step task track type version'.split(
    ' ',
  ),
)

/** Variants among the members of families whose own name no paper writes: each leans on the one with most papers. `concepts` by id. */
export function* siblings(
  concepts: readonly NamedConcept[],
  bases: ReadonlyMap<NamedConcept, Variant>,
  forms: Forms,
): Generator<Variant> {
  const families = new Map<string, NamedConcept[]>()
  const single = concepts.filter((concept) => !bases.has(concept) && concept.type !== 'topic')
  const stemsOf = (concept: NamedConcept): string[] =>
    [...withoutEnding(nameWords(forms.text(concept.nameForm)))]
      .map(([stem]) => stem)
      .filter((stem) => /^\p{L}{3}/u.test(stem) && /\p{Lu}/u.test(stem) && !NUMBERED.has(stem.toLowerCase()))
      .map((stem) => `${joinKey(stem)} ${concept.type === 'benchmark'}`)
  for (const concept of concepts) {
    if (concept.type === 'topic') continue
    for (const stem of stemsOf(concept)) {
      const family = families.get(stem)
      if (family === undefined) families.set(stem, [concept])
      else family.push(concept)
    }
  }
  for (const from of single) {
    const family = stemsOf(from)
      .map((stem) => families.get(stem) ?? [])
      .find((members) => members.length > 1)
    // Concepts come by id, so at a draw the first id leads.
    const to = family?.reduce((best, member) => (member.papers > best.papers ? member : best))
    const paper = from.forms.get(from.nameForm)?.paper
    if (to === undefined || to === from || paper === undefined) continue
    yield { from, to, rule: 'sibling', confidence: 0.5, form: from.nameForm, paper }
  }
}
