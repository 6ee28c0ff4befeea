import type { Entity, Extraction, Mention, Score } from '../../ingest/extraction.ts'
import type { Decision, DecisionOutcome } from '../../ingest/resolve/decisions.ts'
import { resolve } from '../../ingest/resolve/resolve.ts'
import type { GraphNode, GraphRelationship } from '../../queries/model.ts'

/** An entity as a test writes it: everything but its name has a default, mentions are found in the text. */
export type Named = Partial<Entity> & { name: string; surfaces?: string[] }

export interface Paper extends Partial<Omit<Extraction, 'entities' | 'scores'>> {
  entities?: Named[]
  scores?: (Omit<Score, 'field' | 'start' | 'end'> & { place: string })[]
}

/** Builds an extraction whose offsets are true: each name and alias that stands in title or abstract is a mention. */
export function extraction(paper: Paper): Extraction {
  const title = paper.title ?? `A paper called ${paper.id ?? 'something'} by us`
  const abstract =
    paper.abstract ??
    `We study ${(paper.entities ?? []).map((entity) => [entity.name, ...(entity.aliases ?? [])].join(' and ')).join('. We use ')}.`
  const record = {
    id: 'arxiv:2401.00001',
    authors: ['Ada Lovelace'],
    source: 'test',
    hash: 'hash',
    extractor: '1',
    ...paper,
    title,
    abstract,
  }
  const entities = (paper.entities ?? []).map((named): Entity => {
    const { surfaces, ...entity } = named
    const texts = surfaces ?? [entity.name, ...(entity.aliases ?? [])]
    const mentions = texts.flatMap((text) => mentionsOf(text, title, abstract))
    return { type: 'method', aliases: [], also: [], role: 'uses', confidence: 0.9, mentions, ...entity }
  })
  const scores = (paper.scores ?? []).map(({ place, ...score }): Score => {
    const start = abstract.indexOf(place)
    return { ...score, field: 'abstract', start, end: start + place.length }
  })
  return { ...record, entities, scores }
}

export function mentionsOf(text: string, title: string, abstract: string): Mention[] {
  const found: Mention[] = []
  for (const [field, content] of [
    ['title', title],
    ['abstract', abstract],
  ] as const) {
    for (let start = content.indexOf(text); start >= 0; start = content.indexOf(text, start + 1)) {
      found.push({ field, start, end: start + text.length, surface: text, rule: 'shape', confidence: 0.8 })
    }
  }
  return found
}

export interface Whole {
  nodes: GraphNode[]
  papers: GraphNode[]
  relationships: GraphRelationship[]
  outcomes: DecisionOutcome[]
}

/** The whole graph of some papers, in the order in which resolve gives it. */
export function graphOf(papers: Paper[], decisions: readonly Decision[] = []): Whole {
  const extractions = papers.map((paper, index) =>
    extraction({ id: `arxiv:2401.${String(index + 1).padStart(5, '0')}`, ...paper }),
  )
  return wholeOf(extractions, decisions)
}

export function wholeOf(extractions: Extraction[], decisions: readonly Decision[] = []): Whole {
  const resolution = resolve(() => extractions, decisions)
  const papers = [...resolution.papers()]
  return {
    nodes: resolution.nodes,
    papers: papers.map(({ paper }) => paper),
    relationships: [...papers.flatMap(({ relationships }) => relationships), ...resolution.variants],
    outcomes: resolution.outcomes,
  }
}

/** Ids of the concepts. */
export function conceptIds(graph: Whole): string[] {
  return graph.nodes.filter((node) => node.labels.includes('Concept')).map((node) => node.id)
}

export function node(graph: Whole, id: string): GraphNode {
  const found = [...graph.nodes, ...graph.papers].find((candidate) => candidate.id === id)
  if (found === undefined) throw new Error(`no ${id} among ${graph.nodes.map((candidate) => candidate.id).join(', ')}`)
  return found
}

/** "from TYPE to" of each VARIANT_OF. */
export function variantsOf(graph: Whole): string[] {
  return graph.relationships.filter(({ type }) => type === 'VARIANT_OF').map(({ from, to }) => `${from} of ${to}`)
}
