import { Closeness } from './closeness.ts'
import type { ConceptIdentity } from './concept-identity.ts'
import { DecidedSets } from './decided-sets.ts'
import type { Anchor, DecisionAnchors } from './decision-anchors.ts'
import { type ConceptType, type Decision, type DecisionOutcome, describeDecision, type Thing } from './decisions.ts'
import { PartNames, type PlacedUse, partUses, type Seed } from './parting.ts'
import type { Use, Uses } from './uses.ts'

/** What a person decided about one concept. */
export interface Decided {
  /** All that are about it, in the order in which they count. */
  decisions: Decision[]
  type?: ConceptType
  isHidden: boolean
  /** The forms of each of the things that decisions made one; no entry where none did. */
  parts: Map<string, Set<number>>
}

/** The concept, by its key, or the other node, by its id, that a decision is about. */
export type Target = { key: string } | { id: string }

type Failure = Pick<DecisionOutcome, 'reason' | 'against'>

/** A use that `same` or `different` name. */
interface Named extends PlacedUse {
  /** What it is without decisions. */
  base: string
  forms: Set<number>
}

/**
 * Which uses name one thing once a person's decisions count. Everything that `different` keeps apart is apart; `same` joins in the order of
 * decisions what is not kept apart; what resolution holds for one thing stays one as far as that leaves it.
 */
export class DecidedIdentity {
  readonly failures = new Map<string, Failure>()
  readonly hiddenRepos = new Set<string>()
  /** For each decision what its things are on: a concept key, or the id of a paper or repository. */
  readonly targets = new Map<string, Target[]>()
  private readonly anchors: DecisionAnchors
  private readonly uses: Uses
  private readonly identity: ConceptIdentity
  private readonly near: Closeness
  private readonly named: Named[] = []
  private readonly places = new Map<Use, number>()
  private readonly joined = new Map<string, string>()
  private readonly parted = new Map<Use, { key: string; part: number; names: PartNames }>()
  private readonly byKey = new Map<string, Decided>()

  /** `decisions` in the order in which they count. */
  constructor(decisions: readonly Decision[], anchors: DecisionAnchors, uses: Uses, identity: ConceptIdentity) {
    this.anchors = anchors
    this.uses = uses
    this.identity = identity
    this.near = new Closeness(uses)
    this.nameUses(decisions)
    const sets = this.setsOf(decisions)
    this.partAndJoin(sets)
    for (const decision of decisions) this.note(decision)
  }

  /** The same string for all uses that name one thing, and for no others. Only for comparing. */
  conceptKey(use: Use): string {
    const own = this.parted.get(use)
    if (own !== undefined) return own.key
    const base = this.identity.conceptKey(use)
    return this.joined.get(base) ?? base
  }

  isOwn(form: number, use: Use): boolean {
    const own = this.parted.get(use)
    if (own?.names.isOthers(form, own.part) === true && form !== use.core) return false
    return this.identity.isOwn(form, use)
  }

  decided(key: string): Decided | undefined {
    return this.byKey.get(key)
  }

  // In the order of papers and of entities in them, so that numbers mean the same for any order of decisions.
  private nameUses(decisions: readonly Decision[]): void {
    const found = new Map<Use, Named>()
    for (const { kind, things } of decisions) {
      if (kind !== 'same' && kind !== 'different') continue
      for (const thing of things) {
        const placed = this.useOf(this.anchors.find(thing))
        if (placed === undefined) continue
        const base = this.identity.conceptKey(placed.use)
        const named = found.get(placed.use) ?? { ...placed, base, forms: new Set<number>() }
        found.set(placed.use, named)
        named.forms.add(this.uses.forms.number(thing.surface ?? ''))
      }
    }
    this.named.push(...found.values())
    this.named.sort((a, b) => a.paper - b.paper || a.use.entity - b.use.entity)
    this.named.forEach(({ use }, place) => void this.places.set(use, place))
  }

  private setsOf(decisions: readonly Decision[]): DecidedSets {
    const sets = new DecidedSets(this.named.length)
    for (const kind of ['different', 'same'] as const) {
      for (const decision of decisions) {
        if (decision.kind !== kind) continue
        const [a, b] = this.placesOf(decision)
        if (a === undefined || b === undefined) continue
        if (kind === 'same') this.fail(decision, sets.join(a, b))
        else if (a !== b) sets.keepApart(a, b, decision)
        else this.failures.set(decision.id, { reason: 'both are the same words of that paper to papergraph' })
      }
    }
    this.named.forEach((named, place) => {
      for (const mate of this.matesOf(named, place)) sets.join(mate, place)
    })
    return sets
  }

  // Those named before that resolution holds for the same thing: first those with the same words, then by their papers.
  private matesOf(named: Named, place: number): number[] {
    const key = (form: number): number => this.uses.forms.key(form)
    const keys = new Set([...named.forms].map(key))
    const mates: { place: number; words: number; near: number }[] = []
    this.named.slice(0, place).forEach((mate, index) => {
      if (mate.base !== named.base) return
      const forms = [...mate.forms]
      const words = forms.some((form) => named.forms.has(form)) ? 2 : forms.some((form) => keys.has(key(form))) ? 1 : 0
      mates.push({ place: index, words, near: this.near.of(named.paper, mate.paper) })
    })
    mates.sort((a, b) => b.words - a.words || b.near - a.near || a.place - b.place)
    return mates.map((mate) => mate.place)
  }

  private partAndJoin(sets: DecidedSets): void {
    const seeds = new Map<string, Seed[]>()
    this.named.forEach(({ base, paper, use, forms }, place) => {
      const seed: Seed = { paper, use, part: sets.find(place), forms: [...forms] }
      seeds.set(base, [...(seeds.get(base) ?? []), seed])
    })
    const placed = new Map<string, PlacedUse[]>()
    for (const [base, named] of seeds) {
      const [first] = named
      if (named.some(({ part }) => part !== first?.part)) placed.set(base, [])
      else if (first !== undefined) this.joined.set(base, keyOfPart(first.part))
    }
    if (seeds.size === 0) return
    this.eachUse((use, paper) => placed.get(this.identity.conceptKey(use))?.push({ use, paper }))
    for (const [base, list] of placed) {
      const named = seeds.get(base) ?? []
      const names = new PartNames(named, this.uses)
      for (const [use, part] of partUses(list, named, this.uses, this.near))
        this.parted.set(use, { key: keyOfPart(part), part, names })
    }
    this.noteParts()
  }

  // What was joined: the forms that each thing, or part of one, brought.
  private noteParts(): void {
    const keys = new Set([...this.joined.values(), ...[...this.parted.values()].map(({ key }) => key)])
    for (const key of keys) this.byKey.set(key, undecided())
    this.eachUse((use) => {
      const decided = this.byKey.get(this.conceptKey(use))
      if (decided === undefined) return
      const base = this.identity.conceptKey(use)
      const forms = decided.parts.get(base) ?? new Set<number>()
      decided.parts.set(base, forms)
      for (let index = 0; index < use.forms.length; index += 2) forms.add(use.forms[index] ?? 0)
    })
  }

  private note(decision: Decision): void {
    const { id, kind, things, type } = decision
    const targets = things.map((thing) => this.targetOf(thing))
    this.targets.set(
      id,
      targets.flatMap((target) => ('reason' in target ? [] : [target])),
    )
    if (this.failures.has(id)) return
    for (const [place, target] of targets.entries()) {
      if ('reason' in target) this.failures.set(id, target)
      else if ('id' in target && kind !== 'hide')
        this.failures.set(id, { reason: `${describeWords(things[place])} is no method, model, benchmark or topic` })
    }
    if (this.failures.has(id)) return
    for (const target of targets) {
      if ('id' in target && !target.id.includes(':')) this.hiddenRepos.add(target.id)
      if (!('key' in target)) continue
      const decided = this.byKey.get(target.key) ?? undecided()
      this.byKey.set(target.key, decided)
      const typed = decided.decisions.find((one) => one.kind === 'type')
      if (kind === 'type' && typed !== undefined && typed.type !== type) this.fail(decision, typed)
      else if (!decided.decisions.includes(decision)) decided.decisions.push(decision)
      if (type !== undefined && decided.type === undefined) decided.type = type
      if (kind === 'hide') decided.isHidden = true
    }
  }

  private targetOf(thing: Thing): Target | { reason: string; against?: string } {
    const hiding = this.anchors.hiddenPaper(thing.paper)
    if (thing.surface === undefined)
      return hiding === undefined ? { reason: `there is no paper ${thing.paper}` } : { id: hiding }
    const anchor = this.anchors.find(thing)
    if ('reason' in anchor) return anchor
    if (anchor.repo !== undefined) return { id: anchor.repo }
    const placed = this.useOf(anchor)
    return placed === undefined
      ? { reason: `nothing in ${thing.paper} is found under the words “${thing.surface}”` }
      : { key: this.conceptKey(placed.use) }
  }

  private placesOf({ things }: Decision): (number | undefined)[] {
    return things.map((thing) => {
      const placed = this.useOf(this.anchors.find(thing))
      return placed === undefined ? undefined : this.places.get(placed.use)
    })
  }

  private fail(decision: Decision, by: Decision | undefined): void {
    if (by === undefined) return
    this.failures.set(decision.id, { reason: `it contradicts ${by.id} (${describeDecision(by)})`, against: by.id })
  }

  private useOf(anchor: Anchor | Failure): PlacedUse | undefined {
    if (!('entity' in anchor)) return undefined
    const use = this.uses.byPaper.get(anchor.paper)?.find(({ entity }) => entity === anchor.entity)
    return use === undefined ? undefined : { paper: anchor.paper, use }
  }

  private eachUse(visit: (use: Use, paper: number) => void): void {
    for (const [paper, list] of this.uses.byPaper) for (const use of list) visit(use, paper)
  }
}

const undecided = (): Decided => ({ decisions: [], isHidden: false, parts: new Map() })

const describeWords = (thing: Thing | undefined): string =>
  thing?.surface === undefined ? 'A paper' : `“${thing.surface}”`

// No key of resolution's looks like this.
const keyOfPart = (part: number): string => `decided ${part}`
