import { isAcronymShaped } from './acronym.ts'
import type { NamedConcept } from './concept-names.ts'
import { joinKey, nameWords } from './fold.ts'
import type { Forms } from './interner.ts'
import { compareText } from './order.ts'

/** One concept is a kind, size or version of another. `form` is the name that says so, in the first paper (by number) that writes it. */
export interface Variant {
  from: NamedConcept
  to: NamedConcept
  rule: 'size' | 'version' | 'edition' | 'compound' | 'modifier' | 'extension' | 'sibling'
  confidence: number
  form: number
  paper: number
}

type Candidate = [base: string, rule: Variant['rule'], confidence: number]

const FORMS_TRIED = 5
const SIZE = /^\d+(\.\d+)?[bmk]$|^\d+x\d+(\.\d+)?b$/
const VERSION = /^v?\d+(\.\d+)*$/
const EDITION: ReadonlySet<string> = new Set(
  'base large small tiny mini nano micro medium big huge xl xxl instruct chat it sft dpo rlhf pro plus flash turbo ultra max lite preview thinking coder math vl opus sonnet haiku full hard easy dev test verified full extended'.split(
    ' ',
  ),
)
const WEAK_WORDS: ReadonlySet<string> = new Set(
  'a an and as at by for from in into of on or over the to via with without'.split(' '),
)

/** Words that number anything: "Task 1" and "Task 2" are no family. */
const NUMBERED: ReadonlySet<string> = new Set(
  'appendix case class experiment group level part phase scenario section setting stage step task track type version'.split(
    ' ',
  ),
)

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

function* siblings(
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

function variantOf(from: NamedConcept, owners: ReadonlyMap<number, NamedConcept>, forms: Forms): Variant | undefined {
  const names = [...from.forms].filter(([, count]) => count.votes > 0)
  names.sort(([a, left], [b, right]) => right.votes - left.votes || compareText(forms.text(a), forms.text(b)))
  for (const [form, count] of names.slice(0, FORMS_TRIED)) {
    for (const [base, rule, confidence] of candidates(forms.text(form))) {
      const key = forms.keys.find(joinKey(base))
      const to = key === undefined ? undefined : owners.get(key)
      if (to === undefined || to === from || !fits(rule, from, to)) continue
      return { from, to, rule, confidence, form, paper: count.paper }
    }
  }
  return undefined
}

/** Shorter names that a name may be a variant of, the nearest first. */
function* candidates(name: string): Generator<Candidate> {
  const words = nameWords(name)
  yield* withoutEnding(words)
  yield* withoutTail(name)
  const last = name.split(/\s+/)
  if (last.length === 1) yield* withoutPrefix(name)
  for (let cut = 1; cut < last.length; cut += 1) {
    const rest = last.slice(cut)
    const before = (last[cut - 1] ?? '').toLowerCase()
    if (WEAK_WORDS.has((rest[0] ?? '').toLowerCase()) || WEAK_WORDS.has(before) || /^\d/.test(rest[0] ?? '')) break
    if (rest.length > 1 || isAcronymShaped(rest[0] ?? '')) yield [rest.join(' '), 'modifier', 0.6]
  }
}

// "Qwen2.5-7B-Base" to "Qwen2.5-7B", "Qwen2.5", "Qwen"; "SemEval-2024 Task 8" to "SemEval-2024".
function* withoutEnding(words: string[]): Generator<Candidate> {
  let rule: Variant['rule'] = 'edition'
  for (let rest = words; rest.length > 0; ) {
    const word = (rest.at(-1) ?? '').toLowerCase()
    const isTask = rest.length > 2 && /^\d+[a-z]?$/.test(word) && /^(sub)?(task|track)$/i.test(rest.at(-2) ?? '')
    const isGluedTask = rest.length > 1 && /^(sub)?(task|track)\d+[a-z]?$/.test(word)
    const glued = /^(.*?[\p{L}])(-?v?\d+(?:\.\d+)*|b\d)$/iu.exec(rest.at(-1) ?? '')
    if (isTask) rest = rest.slice(0, -2)
    else if (isGluedTask) rest = rest.slice(0, -1)
    else if (rest.length > 1 && (SIZE.test(word) || VERSION.test(word) || EDITION.has(word))) rest = rest.slice(0, -1)
    else if (glued !== null && (glued[1] ?? '').length > 1) rest = [...rest.slice(0, -1), glued[1] ?? '']
    else return
    if (SIZE.test(word)) rule = 'size'
    else if (rule !== 'size' && !EDITION.has(word)) rule = 'version'
    yield [rest.join(' '), rule, rule === 'edition' ? 0.85 : rule === 'size' ? 0.95 : 0.9]
  }
}

// "Gemini 2.5 Flash TTS" to "Gemini 2.5 Flash", "RNN cell" to "RNN", "BERT-style encoders" to "BERT", "nDCG@10" to "nDCG".
function* withoutTail(name: string): Generator<Candidate> {
  const cutoff = /^(.+)@\d+$/u.exec(name)
  if (cutoff !== null) yield [cutoff[1] ?? '', 'version', 0.9]
  // "DINO-WM" may be anything: behind a hyphen only a small letter goes on about the name before it.
  const ends = [...name.matchAll(/\s+(?=\S)|-(?=\p{Ll}{3})/gu)].map((match) => match.index)
  for (const end of ends.reverse()) {
    const base = name.slice(0, end)
    const words = base.split(/\s+/)
    if (words.some((word) => WEAK_WORDS.has(word.toLowerCase()))) continue
    if (isAcronymShaped(base) || words.some((word) => /\d/.test(word)) || /^\p{Lu}\p{Ll}*\p{Lu}/u.test(base))
      yield [base, 'extension', 0.6]
  }
}

// "SEED-GRPO" to "GRPO", "ClinicalBERT" to "BERT".
function* withoutPrefix(name: string): Generator<Candidate> {
  const parts = name.split('-')
  for (let cut = 1; cut < parts.length; cut += 1) {
    const base = parts.slice(cut).join('-')
    if (isAcronymShaped(base)) yield [base, 'compound', 0.8]
  }
  for (const match of name.matchAll(/(?<=\p{Ll})\p{Lu}/gu)) {
    const base = name.slice(match.index)
    if (base.length > 2 && isAcronymShaped(base) && match.index > 2 && /^\p{L}+$/u.test(base))
      yield [base, 'compound', 0.6]
  }
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
