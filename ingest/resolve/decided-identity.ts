import type { ConceptIdentity } from './concept-identity.ts'
import { contradiction, DecidedGroups, type Failure, useAt } from './decided-groups.ts'
import type { DecisionAnchors } from './decision-anchors.ts'
import type { ConceptType, Decision, Thing } from './decisions.ts'
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

/** Which uses name one thing once a person's decisions count, and what is decided about each. */
export class DecidedIdentity {
  /** Why decisions are not applied. */
  readonly failures: Map<string, Failure>
  readonly hiddenRepos = new Set<string>()
  /** For each decision what its things are on: a concept key, or the id of a paper or repository. */
  readonly targets = new Map<string, Target[]>()
  private readonly anchors: DecisionAnchors
  private readonly uses: Uses
  private readonly identity: ConceptIdentity
  private readonly groups: DecidedGroups
  private readonly byKey = new Map<string, Decided>()

  /** `decisions` in the order in which they count. */
  constructor(decisions: readonly Decision[], anchors: DecisionAnchors, uses: Uses, identity: ConceptIdentity) {
    this.anchors = anchors
    this.uses = uses
    this.identity = identity
    this.groups = new DecidedGroups(decisions, anchors, uses, identity)
    this.failures = this.groups.failures
    this.noteParts()
    for (const decision of decisions) this.note(decision)
  }

  /** The same string for all uses that name one thing, and for no others. Only for comparing. */
  conceptKey(use: Use): string {
    const own = this.groups.parted.get(use)
    if (own !== undefined) return own.key
    const base = this.identity.conceptKey(use)
    return this.groups.joined.get(base) ?? base
  }

  isOwn(form: number, use: Use): boolean {
    const own = this.groups.parted.get(use)
    if (own?.names.isOthers(form, own.part) === true && form !== use.core) return false
    return this.identity.isOwn(form, use)
  }

  decided(key: string): Decided | undefined {
    return this.byKey.get(key)
  }

  // What was joined: the forms that each thing, or part of one, brought.
  private noteParts(): void {
    if (this.groups.joined.size === 0 && this.groups.parted.size === 0) return
    const keys = new Set([...this.groups.joined.values(), ...[...this.groups.parted.values()].map(({ key }) => key)])
    for (const key of keys) this.byKey.set(key, undecided())
    for (const use of [...this.uses.byPaper.values()].flat()) {
      const decided = this.byKey.get(this.conceptKey(use))
      if (decided === undefined) continue
      const base = this.identity.conceptKey(use)
      const forms = decided.parts.get(base) ?? new Set<number>()
      decided.parts.set(base, forms)
      for (let index = 0; index < use.forms.length; index += 2) forms.add(use.forms[index] ?? 0)
    }
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
      if (kind === 'type' && typed !== undefined && typed.type !== type) this.failures.set(id, contradiction(typed))
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
    const placed = useAt(anchor, this.uses)
    return placed === undefined
      ? { reason: `nothing in ${thing.paper} is found under the words “${thing.surface}”` }
      : { key: this.conceptKey(placed.use) }
  }
}

const undecided = (): Decided => ({ decisions: [], isHidden: false, parts: new Map() })

const describeWords = (thing: Thing | undefined): string =>
  thing?.surface === undefined ? 'A paper' : `“${thing.surface}”`
