import type { GraphRelationship } from '../../queries/model.ts'
import type { Entity, Extraction } from '../extraction.ts'
import { foldName } from '../resolve/fold.ts'
import { resolve } from '../resolve/resolve.ts'

/** One place where a paper names a thing: its words, and the type that a reader gave it. */
export interface PairMention {
  id: string
  title: string
  surface: string
  type: string
}

export type Verdict = 'same' | 'variant' | 'different'

/** Two mentions from two papers, judged by a reader: one thing, one a kind of (or sibling of) the other, or no relation. */
export interface Pair {
  a: PairMention
  b: PairMention
  verdict: Verdict
}

export interface PairError {
  pair: Pair
  /** What the graph did wrong. `lost`: no entity for one of the mentions, `missing` says which. */
  kind: 'lost' | 'joined' | 'apart' | 'unrelated' | 'related'
  missing: PairMention[]
  /** The nodes that the graph gives the mentions, where it has them. */
  nodes: [a: string | undefined, b: string | undefined]
}

export interface PairScores {
  pairs: number
  /** Pairs of which both mentions have a node; everything below counts these alone. */
  found: number
  /** "One node" against the verdict "same". */
  precision: number
  recall: number
  same: number
  joined: number
  joinedRight: number
  /** Variant pairs, how many of them lie on two nodes that VARIANT_OF links (one above the other, or both below a third). */
  variants: number
  variantsRight: number
  /** Pairs of another verdict on two nodes that VARIANT_OF links all the same. */
  relatedWrong: number
  errors: PairError[]
}

/**
 * Scores identity across papers: resolves the extractions and looks where the judged mentions ended up. A mention is found when
 * an entity of its paper has it as name, alias or words in the text (compared as ids are; its type does not matter).
 * `extractions` is gone through several times.
 */
export function scorePairs(extractions: Iterable<Extraction>, pairs: readonly Pair[]): PairScores {
  const mentions = pairs.flatMap(({ a, b }) => [a, b])
  const { nodes, bases } = nodesOfMentions(extractions, mentions)
  const scores = { pairs: pairs.length, found: 0, same: 0, joined: 0, joinedRight: 0, variants: 0, variantsRight: 0 }
  let relatedWrong = 0
  const errors: PairError[] = []
  for (const pair of pairs) {
    const a = nodes.get(pair.a)
    const b = nodes.get(pair.b)
    const missing = [pair.a, pair.b].filter((mention) => !nodes.has(mention))
    const wrong = (kind: PairError['kind']): unknown => errors.push({ pair, kind, missing, nodes: [a, b] })
    if (a === undefined || b === undefined) {
      wrong('lost')
      continue
    }
    const isJoined = a === b
    const isRelated = !isJoined && areRelated(a, b, bases)
    scores.found += 1
    if (isJoined) scores.joined += 1
    if (pair.verdict === 'same') {
      scores.same += 1
      if (isJoined) scores.joinedRight += 1
      else wrong('apart')
    } else if (isJoined) wrong('joined')
    if (pair.verdict === 'variant') {
      scores.variants += 1
      if (isRelated) scores.variantsRight += 1
      else if (!isJoined) wrong('unrelated')
    } else if (isRelated) {
      relatedWrong += 1
      if (pair.verdict === 'different') wrong('related')
    }
  }
  const { joined, joinedRight, same } = scores
  return { ...scores, relatedWrong, precision: share(joinedRight, joined), recall: share(joinedRight, same), errors }
}

interface Found {
  nodes: Map<PairMention, string>
  /** VARIANT_OF: for each node the nodes that it is a variant of. */
  bases: Map<string, string[]>
}

function nodesOfMentions(extractions: Iterable<Extraction>, mentions: readonly PairMention[]): Found {
  const byPaper = new Map<string, PairMention[]>()
  for (const mention of mentions) byPaper.set(mention.id, [...(byPaper.get(mention.id) ?? []), mention])
  const entities = new Map<PairMention, Entity>()
  for (const extraction of extractions) {
    for (const mention of byPaper.get(extraction.id) ?? []) {
      const entity = entityOf(extraction, mention)
      if (entity !== undefined) entities.set(mention, entity)
    }
  }
  const resolution = resolve(() => extractions)
  const nodes = new Map<PairMention, string>()
  for (const { paper, relationships } of resolution.papers()) {
    const ids = Array.isArray(paper.properties.sources) ? paper.properties.sources.map(String) : []
    for (const mention of [...new Set([paper.id, ...ids])].flatMap((id) => byPaper.get(id) ?? [])) {
      const entity = entities.get(mention)
      const edge = entity && relationships.find((relationship) => restsOn(relationship, entity))
      if (edge !== undefined) nodes.set(mention, edge.to)
    }
  }
  const bases = new Map<string, string[]>()
  for (const { from, to } of resolution.variants) bases.set(from, [...(bases.get(from) ?? []), to])
  return { nodes, bases }
}

// Of several entities with these words the one of the mention's type, and one that is so called before one that only may be.
function entityOf(extraction: Extraction, mention: PairMention): Entity | undefined {
  const wanted = foldName(mention.surface)
  const rank = (entity: Entity): number => {
    const isNamed = [entity.name, ...entity.mentions.map(({ surface }) => surface)].some((f) => foldName(f) === wanted)
    if (!isNamed && !entity.aliases.some((alias) => foldName(alias) === wanted)) return 0
    return 1 + (isNamed ? 2 : 0) + (entity.type === mention.type ? 1 : 0)
  }
  let best: Entity | undefined
  for (const entity of extraction.entities) {
    if (entity.type !== 'repo' && rank(entity) > (best === undefined ? 0 : rank(best))) best = entity
  }
  return best
}

function restsOn({ type, properties }: GraphRelationship, entity: Entity): boolean {
  const [first] = entity.mentions
  const { fields, starts, ends } = properties
  if (type === 'LINKS_TO' || type === 'SCORES' || first === undefined || !Array.isArray(fields)) return false
  if (!Array.isArray(starts) || !Array.isArray(ends)) return false
  return fields.some((field, at) => field === first.field && starts[at] === first.start && ends[at] === first.end)
}

function areRelated(a: string, b: string, bases: ReadonlyMap<string, string[]>): boolean {
  const above = withBases(a, bases)
  return [...withBases(b, bases)].some((id) => above.has(id))
}

function withBases(id: string, bases: ReadonlyMap<string, string[]>): Set<string> {
  const all = new Set([id])
  for (const step of all) for (const base of bases.get(step) ?? []) all.add(base)
  return all
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole
}
