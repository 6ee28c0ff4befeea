import type { GraphNode, NodeLabel } from '../../queries/model.ts'
import { ENTITY_TYPES } from '../extraction.ts'
import type { CuratedAlias } from './aliases.ts'
import type { NamedConcept } from './concept-names.ts'
import type { FormCount } from './concepts.ts'
import { type Decision, describeDecision } from './decisions.ts'
import { compareText } from './order.ts'
import type { Sense, Uses } from './uses.ts'

const MOST_ALIASES = 100
/** Of a thing that so many papers name, what a single one calls it says more of that paper. */
const MANY_PAPERS = 20
/** A genitive or a stray sign belongs to the sentence, not to the name. */
const SLOPPY = /['’]s$|[~|\\]|^-|-\s/u
// In the order of NODE_LABELS.
const LABELS: readonly NodeLabel[] = ['Method', 'Model', 'Benchmark', 'Topic']

/** What a concept's node is made from, besides the concept. */
export interface NodeContext {
  uses: Uses
  /** Lines of the curated table by key. */
  curated: ReadonlyMap<number, CuratedAlias>
  paperIds: readonly string[]
  /** The concept that most papers mean by a key. */
  owners: ReadonlyMap<number, NamedConcept>
}

/** The Concept node, each alias with what joined it, and `decisions` where a person decided anything about it. */
export function conceptNode(concept: NamedConcept, degree: number, context: NodeContext): GraphNode {
  const aliases = aliasesOf(concept, context)
  return {
    id: concept.id,
    labels: ['Concept', ...LABELS.filter((_, bit) => isOfType(concept, bit))],
    properties: {
      name: concept.name,
      type: concept.type,
      aliases: aliases.map(([alias]) => alias),
      aliasEvidence: aliases.map(([, evidence]) => evidence),
      papers: concept.papers,
      degree,
      ...(concept.decided === undefined ? {} : { decisions: concept.decided.decisions.map(decisionWords) }),
    },
  }
}

function isOfType({ decided, types, papers }: NamedConcept, bit: number): boolean {
  return decided?.type === undefined ? (types[bit] ?? 0) * 5 >= papers : ENTITY_TYPES[bit] === decided.type
}

function aliasesOf(concept: NamedConcept, context: NodeContext): [alias: string, evidence: string][] {
  const { forms } = context.uses
  const counted: [form: number, count: FormCount, isOwn: boolean][] = []
  // A name with the word for its kind ("BERT model") is what no mention says, and the name again.
  const isName = (form: number, { votes }: FormCount): boolean =>
    form === concept.nameForm || (votes === 0 && forms.key(form) === forms.key(concept.nameForm))
  for (const [form, count] of concept.forms) if (!isName(form, count)) counted.push([form, count, true])
  for (const [form, count] of concept.others) {
    const owner = context.owners.get(forms.key(form))
    // A short name that means something else elsewhere ("RL" in a paper on deep RL) stays that other thing's.
    const isOdd = count.votes < 2 && concept.papers >= MANY_PAPERS
    if (!concept.forms.has(form) && owner === undefined && !isOdd) counted.push([form, count, false])
  }
  return counted
    .filter(([form]) => !SLOPPY.test(forms.text(form)))
    .sort(([a, left], [b, right]) => right.votes - left.votes || compareText(forms.text(a), forms.text(b)))
    .slice(0, MOST_ALIASES * Math.max(1, concept.decided?.parts.size ?? 1))
    .map(([form, count, isOwn]): [string, string] => [forms.text(form), reason(concept, form, count, isOwn, context)])
    .sort(([a], [b]) => compareText(a, b))
}

function reason(concept: NamedConcept, form: number, count: FormCount, isOwn: boolean, context: NodeContext): string {
  const { forms } = context.uses
  const key = forms.key(form)
  if (key === forms.key(concept.nameForm)) return 'spelling'
  const person = joinedByPerson(form, concept, context)
  if (person !== undefined) return person
  if (!isOwn) return `paper ${context.paperIds[count.paper]}: ${forms.text(count.beside)} = ${forms.text(form)}`
  const sense = wordsBetween(key, concept, context)
  if (sense !== undefined) return `paper ${sense.paper}: ${sense.words}`
  const line = context.curated.get(key)
  if (line !== undefined)
    return `curated line ${line.line}: ${[line.name, ...line.aliases].join(' = ')} (${line.source})`
  return 'spelling'
}

// A form that came with another thing than the name did is there because a person joined the two.
function joinedByPerson(form: number, concept: NamedConcept, { uses }: NodeContext): string | undefined {
  const { decided } = concept
  if (decided === undefined || decided.parts.size < 2) return undefined
  const nameKey = uses.forms.key(concept.nameForm)
  const sets = [...decided.parts.values()]
  const own = sets.filter((part) => [...part].some((one) => uses.forms.key(one) === nameKey))
  if (own.some((part) => part.has(form))) return undefined
  const same = decided.decisions.filter(({ kind }) => kind === 'same')
  const key = uses.forms.key(form)
  const named = same.find(({ things }) =>
    things.some(({ surface }) => surface !== undefined && uses.forms.key(uses.forms.number(surface)) === key),
  )
  const decision = named ?? same[0]
  return decision === undefined ? undefined : `person ${decisionWords(decision)}`
}

const decisionWords = (decision: Decision): string =>
  `${decision.id}: ${describeDecision(decision)}${decision.note === undefined ? '' : ` (${decision.note})`}`

// An acronym rests on the paper that expands it, an expansion on the paper that abbreviates it, the first by id of several.
function wordsBetween(key: number, concept: NamedConcept, { uses }: NodeContext): Sense | undefined {
  let best: Sense | undefined
  const consider = (sense: Sense): void => {
    if (best === undefined || compareText(sense.paper, best.paper) < 0) best = sense
    else if (sense.paper === best.paper && compareText(sense.words, best.words) < 0) best = sense
  }
  for (const [core, sense] of uses.senses.get(key) ?? []) if (concept.forms.has(core)) consider(sense)
  for (const form of concept.forms.keys()) {
    const short = uses.forms.key(form)
    if (short === key) continue
    for (const [core, sense] of uses.senses.get(short) ?? []) {
      if (uses.forms.key(core) === key && concept.forms.has(core)) consider(sense)
    }
  }
  return best
}

/** For each key the concept that most papers mean by it. */
export function ownersOf(concepts: readonly NamedConcept[], uses: Uses): Map<number, NamedConcept> {
  const owners = new Map<number, { concept: NamedConcept; votes: number }>()
  for (const concept of concepts) {
    const votes = new Map<number, number>()
    for (const [form, count] of concept.forms) {
      const key = uses.forms.key(form)
      votes.set(key, (votes.get(key) ?? 0) + count.votes)
    }
    for (const [key, count] of votes) {
      const known = owners.get(key)
      // Concepts come by id, so at a draw the first id keeps the key.
      if (known === undefined || count > known.votes) owners.set(key, { concept, votes: count })
    }
  }
  return new Map([...owners].map(([key, { concept }]) => [key, concept]))
}
