import type { GraphRelationship } from '../../queries/model.ts'
import type { Extraction } from '../extraction.ts'
import { chosenExtractions } from './chosen-order.ts'
import { Evidence } from './evidence.ts'
import { type Edge, type EdgeRules, paperEdges } from './paper-edges.ts'
import type { PaperIdentity } from './paper-identity.ts'
import { type Filling, paperNode } from './paper-node.ts'
import type { Pile } from './pile.ts'
import type { PaperGraph } from './resolution.ts'

/** All that the papers of a resolution are made from, once everything is decided. */
export interface PaperParts {
  papers: readonly PaperIdentity[]
  pile: Pile
  /** What records that are no paper's chosen one fill in, by their place in the pile. */
  fillings: ReadonlyMap<number, Filling>
  concepts: PaperConcepts
  degrees: Degrees
  /** A paper's extraction as people's decisions leave it. */
  reading: { read(paper: number, extraction: Extraction): Extraction } | undefined
  rules: EdgeRules | undefined
}

/**
 * Every paper with its relationships, by id; may be gone through more than once. Holds nothing but its parts: made inside of
 * resolve(), it would keep everything that was needed to decide, hundreds of megabytes for 100,000 papers.
 */
export function paperGraphs(parts: PaperParts): Iterable<PaperGraph> {
  return { [Symbol.iterator]: () => eachPaper(parts) }
}

function* eachPaper({ papers, pile, fillings, concepts, degrees, reading, rules }: PaperParts): Generator<PaperGraph> {
  let paper = 0
  for (const chosen of chosenExtractions(papers, pile)) {
    const extraction = reading?.read(paper, chosen) ?? chosen
    const ids = concepts.ids(paper)
    const identity = papers[paper++]
    if (identity === undefined) continue
    const others = identity.records.slice(1).flatMap((record) => fillings.get(record) ?? [])
    const evidence = new Evidence(extraction)
    yield {
      paper: paperNode(identity, extraction, others, degrees.of(identity.id)),
      relationships: paperEdges(extraction, ids, rules).map((edge) => relationship(identity.id, edge, evidence)),
    }
  }
}

function relationship(from: string, edge: Edge, evidence: Evidence): GraphRelationship {
  const { type, to, key, properties, mentions } = edge
  return { type, from, to, key, properties: Object.assign(evidence.of(mentions), properties) }
}

/** Which concept each entity of a paper is. */
export class PaperConcepts {
  readonly #byPaper: ReadonlyMap<number, Int32Array>
  readonly #ids: readonly (string | undefined)[]

  /** `byPaper`: for each entity, by its place, its concept's number; `concepts`: those that are in the graph. */
  constructor(byPaper: ReadonlyMap<number, Int32Array>, concepts: readonly { number: number; id: string }[]) {
    this.#byPaper = byPaper
    const length = concepts.reduce((most, { number }) => Math.max(most, number + 1), 0)
    const ids = new Array<string | undefined>(length).fill(undefined)
    for (const { number, id } of concepts) ids[number] = id
    this.#ids = ids
  }

  ids(paper: number): (string | undefined)[] {
    return Array.from(this.#byPaper.get(paper) ?? [], (number) => this.#ids[number])
  }
}

/** How many relationships each node has. */
export class Degrees {
  readonly #counts = new Map<string, number>()

  raise(id: string): void {
    this.#counts.set(id, (this.#counts.get(id) ?? 0) + 1)
  }

  of(id: string): number {
    return this.#counts.get(id) ?? 0
  }
}
