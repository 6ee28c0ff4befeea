import type { Entity, Extraction } from '../extraction.ts'
import type { Decision, Thing } from './decisions.ts'
import { entitiesApart, entityNamed } from './named-entity.ts'
import { compareText } from './order.ts'
import type { PaperIdentity } from './paper-identity.ts'
import { readRepo } from './repo.ts'

/** Where a thing that a person named stands: an entity of a paper; a repository's id where it is one. */
export interface Anchor {
  paper: number
  entity: number
  repo?: string
}

/**
 * Finds in papers what decisions name. A hidden paper is left out of `papers`, as if it had never been read. Where two things
 * that are not one stand in one entity of a paper, the paper's entities are told apart first.
 */
export class DecisionAnchors {
  /** The papers that are not hidden, by id; a paper's place here is its number. */
  readonly papers: PaperIdentity[]
  /** Hidden papers by every id that decisions give them: the paper's own id, and what hides it. */
  private readonly hidden = new Map<string, { id: string; by: Decision }>()
  private readonly numbers = new Map<string, number>()
  private readonly apart = new Map<number, [string, string][]>()
  private readonly named = new Map<number, Set<string>>()
  private readonly entities = new Map<number, readonly Entity[]>()

  /** `decisions` in the order in which they count. */
  constructor(decisions: readonly Decision[], papers: readonly PaperIdentity[]) {
    const wanted = new Set(decisions.flatMap(({ things }) => things.map(({ paper }) => paper)))
    const owners = new Map<string, PaperIdentity>()
    for (const paper of papers) {
      for (const id of paper.sources) if (wanted.has(id) && !owners.has(id)) owners.set(id, paper)
    }
    for (const paper of papers) if (wanted.has(paper.id)) owners.set(paper.id, paper)
    const hiding = new Map<PaperIdentity, Decision>()
    for (const decision of decisions) {
      const [thing] = decision.things
      const paper = thing === undefined ? undefined : owners.get(thing.paper)
      if (decision.kind !== 'hide' || thing?.surface !== undefined || paper === undefined) continue
      if (!hiding.has(paper)) hiding.set(paper, decision)
    }
    this.papers = papers.filter((paper) => !hiding.has(paper))
    const numberOf = new Map(this.papers.map((paper, number) => [paper, number]))
    for (const [id, paper] of owners) {
      const number = numberOf.get(paper)
      if (number !== undefined) this.numbers.set(id, number)
      const by = hiding.get(paper)
      if (by !== undefined) this.hidden.set(id, { id: paper.id, by })
    }
    for (const decision of decisions) this.note(decision)
  }

  /** An extraction as the decisions see it. `paper` is its number. */
  read(paper: number, extraction: Extraction): Extraction {
    if (!this.named.has(paper)) return extraction
    const known = this.entities.get(paper) ?? this.apartIn(paper, extraction.entities)
    this.entities.set(paper, known)
    return known === extraction.entities ? extraction : { ...extraction, entities: [...known] }
  }

  /** Where a thing stands, or why it stands nowhere. Only once all papers were read. */
  find({ paper, surface }: Thing): Anchor | { reason: string; against?: string } {
    const hiding = this.hidden.get(paper)
    if (hiding !== undefined)
      return { reason: `the paper ${paper} is hidden by ${hiding.by.id}`, against: hiding.by.id }
    const number = this.numbers.get(paper)
    if (number === undefined) return { reason: `there is no paper ${paper}` }
    const entities = this.entities.get(number) ?? []
    const place = entityNamed(entities, surface ?? '')
    const entity = entities[place]
    if (entity === undefined) return { reason: `nothing in ${paper} is found under the words “${surface}”` }
    const repo = entity.type === 'repo' ? readRepo(entity.name)?.id : undefined
    return { paper: number, entity: place, ...(repo === undefined ? {} : { repo }) }
  }

  /** The id of a hidden paper's node, were it not hidden; undefined where `paper` is not hidden. */
  hiddenPaper(paper: string): string | undefined {
    return this.hidden.get(paper)?.id
  }

  private note({ kind, things }: Decision): void {
    for (const { paper, surface } of things) {
      const number = this.numbers.get(paper)
      if (number === undefined || surface === undefined) continue
      const surfaces = this.named.get(number) ?? new Set<string>()
      this.named.set(number, surfaces.add(surface))
    }
    const [a, b] = things
    if (kind !== 'different' || a?.surface === undefined || b?.surface === undefined) return
    const number = this.numbers.get(a.paper)
    if (number === undefined || number !== this.numbers.get(b.paper)) return
    const pairs = this.apart.get(number) ?? []
    const pair: [string, string] =
      compareText(a.surface, b.surface) < 0 ? [a.surface, b.surface] : [b.surface, a.surface]
    this.apart.set(number, [...pairs, pair])
  }

  private apartIn(paper: number, entities: readonly Entity[]): readonly Entity[] {
    const pairs = this.apart.get(paper) ?? []
    const sorted = pairs.sort(([a, b], [c, d]) => compareText(a, c) || compareText(b, d))
    return sorted.reduce((all, [a, b]) => entitiesApart(all, a, b), entities)
  }
}
