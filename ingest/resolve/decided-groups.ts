import { Closeness } from './closeness.ts'
import type { ConceptIdentity } from './concept-identity.ts'
import { DecidedSets } from './decided-sets.ts'
import type { Anchor, DecisionAnchors } from './decision-anchors.ts'
import { type Decision, type DecisionOutcome, describeDecision } from './decisions.ts'
import { PartNames, type PlacedUse, partUses, type Seed } from './parting.ts'
import type { Use, Uses } from './uses.ts'

export type Failure = Pick<DecisionOutcome, 'reason' | 'against'>

/** A use that `same` or `different` name. */
interface Named extends PlacedUse {
  /** What it is without decisions. */
  base: string
  forms: Set<number>
}

/**
 * The groups of uses that `same` and `different` make. Everything that `different` keeps apart is apart; `same` joins in the
 * order of decisions what is not kept apart; what resolution holds for one thing stays one as far as that leaves it.
 */
export class DecidedGroups {
  readonly failures = new Map<string, Failure>()
  /** For what resolution holds for one thing and is of one group: its concept key with decisions, by that without. */
  readonly joined = new Map<string, string>()
  /** Uses of a thing that fell into parts. */
  readonly parted = new Map<Use, { key: string; part: number; names: PartNames }>()
  private readonly anchors: DecisionAnchors
  private readonly uses: Uses
  private readonly identity: ConceptIdentity
  private readonly near: Closeness
  private readonly named: Named[] = []
  private readonly places = new Map<Use, number>()

  /** `decisions` in the order in which they count. */
  constructor(decisions: readonly Decision[], anchors: DecisionAnchors, uses: Uses, identity: ConceptIdentity) {
    this.anchors = anchors
    this.uses = uses
    this.identity = identity
    this.near = new Closeness(uses)
    this.nameUses(decisions)
    this.partAndJoin(this.setsOf(decisions))
  }

  // In the order of papers and of entities in them, so that numbers mean the same for any order of decisions.
  private nameUses(decisions: readonly Decision[]): void {
    const found = new Map<Use, Named>()
    for (const { kind, things } of decisions) {
      if (kind !== 'same' && kind !== 'different') continue
      for (const thing of things) {
        const placed = useAt(this.anchors.find(thing), this.uses)
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
    const sets = new DecidedSets()
    for (const kind of ['different', 'same'] as const) {
      for (const decision of decisions) {
        if (decision.kind !== kind) continue
        const [a, b] = this.placesOf(decision)
        if (a === undefined || b === undefined) continue
        if (kind === 'same') {
          const by = sets.join(a, b)
          if (by !== undefined) this.failures.set(decision.id, contradiction(by))
        } else if (a !== b) sets.keepApart(a, b, decision)
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
    for (const [paper, list] of placed.size === 0 ? [] : this.uses.byPaper)
      for (const use of list) placed.get(this.identity.conceptKey(use))?.push({ use, paper })
    for (const [base, list] of placed) {
      const named = seeds.get(base) ?? []
      const names = new PartNames(named, this.uses)
      for (const [use, part] of partUses(list, named, this.uses, this.near))
        this.parted.set(use, { key: keyOfPart(part), part, names })
    }
  }

  private placesOf({ things }: Decision): (number | undefined)[] {
    return things.map((thing) => {
      const placed = useAt(this.anchors.find(thing), this.uses)
      return placed === undefined ? undefined : this.places.get(placed.use)
    })
  }
}

/** The use that stands where an anchor is; undefined where there is none, as for a repository. */
export function useAt(anchor: Anchor | Failure, uses: Uses): PlacedUse | undefined {
  if (!('entity' in anchor)) return undefined
  const use = uses.byPaper.get(anchor.paper)?.find(({ entity }) => entity === anchor.entity)
  return use === undefined ? undefined : { paper: anchor.paper, use }
}

/** Why a decision is not applied where another stands against it. */
export const contradiction = (by: Decision): Failure => ({
  reason: `it contradicts ${by.id} (${describeDecision(by)})`,
  against: by.id,
})

// No key of resolution's looks like this.
const keyOfPart = (part: number): string => `decided ${part}`
