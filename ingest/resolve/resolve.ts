import type { GraphNode, GraphRelationship } from '../../queries/model.ts'
import type { Extraction } from '../extraction.ts'
import { curatedAliases } from './aliases.ts'
import { ConceptIdentity } from './concept-identity.ts'
import { type NamedConcept, nameConcepts } from './concept-names.ts'
import { conceptNode, ownersOf } from './concept-node.ts'
import { countConcepts } from './concepts.ts'
import { edgeRules, outcomesOf } from './decided-graph.ts'
import { DecidedIdentity } from './decided-identity.ts'
import { DecisionAnchors } from './decision-anchors.ts'
import { type Decision, inOrder } from './decisions.ts'
import { Evidence } from './evidence.ts'
import { compareText } from './order.ts'
import { paperEdges } from './paper-edges.ts'
import { Degrees, PaperConcepts, paperGraphs } from './paper-graphs.ts'
import { identifyPapers } from './paper-identity.ts'
import type { Filling } from './paper-node.ts'
import type { Pile } from './pile.ts'
import { RepoTable } from './repo-table.ts'
import type { Resolution } from './resolution.ts'
import { Uses } from './uses.ts'
import { findVariants, type Variant } from './variants.ts'

/**
 * Identity across papers: all extractions in, the whole graph out. Pure; their order never matters, except that of two versions of one
 * id from one source the later counts.
 *
 * Texts are not kept: `extractions` is gone through several times, and `papers()` reads them again.
 *
 * `decisions` are a person's; what they hide is in no part of the graph, and is there again without them.
 */
export function resolve(extractions: Pile, decisions: readonly Decision[] = []): Resolution {
  const ordered = inOrder(decisions)
  const all = identifyPapers(extractions())
  const anchors = ordered.length === 0 ? undefined : new DecisionAnchors(ordered, all)
  const papers = anchors?.papers ?? all
  const read = (paper: number, extraction: Extraction): Extraction => anchors?.read(paper, extraction) ?? extraction
  const paperIds = papers.map((paper) => paper.id)
  const byChosen = new Map(papers.map((paper, number) => [paper.chosen, number]))
  const joined = new Set(papers.flatMap((paper) => paper.records.slice(1)))
  const fillings = new Map<number, Filling>()

  const uses = new Uses()
  const repos = new RepoTable()
  eachWithPlace(extractions(), (extraction, place) => {
    if (joined.has(place)) fillings.set(place, fillingOf(extraction))
    const paper = byChosen.get(place)
    if (paper === undefined) return
    uses.add(paper, paperIds[paper] ?? '', read(paper, extraction))
    repos.add(extraction)
  })

  const found = new ConceptIdentity(uses, curatedAliases())
  const decided = anchors === undefined ? undefined : new DecidedIdentity(ordered, anchors, uses, found)
  const counted = countConcepts(uses, decided ?? found)
  uses.forgetPapers()
  const named = nameConcepts(counted.concepts, uses.forms, paperIds, found.curated)
  const owners = ownersOf(named, uses)
  // Hidden only now, so that hiding one thing gives no other a new id.
  const concepts = decided === undefined ? named : named.filter((concept) => !isHidden(concept))
  const variants = findVariants(named, owners, uses.forms).filter(({ from, to }) => !isHidden(from) && !isHidden(to))
  const rules = decided === undefined ? undefined : edgeRules(decided, concepts)
  const byPaper = new PaperConcepts(counted.byPaper, concepts)

  const degrees = new Degrees()
  const variantsByPaper = new Map<number, Variant[]>()
  for (const variant of variants) {
    const same = variantsByPaper.get(variant.paper)
    if (same === undefined) variantsByPaper.set(variant.paper, [variant])
    else same.push(variant)
  }
  const relationships: GraphRelationship[] = []
  eachWithPlace(extractions(), (extraction, place) => {
    const paper = byChosen.get(place)
    if (paper === undefined) return
    const seen = read(paper, extraction)
    const ids = byPaper.ids(paper)
    for (const edge of paperEdges(seen, ids, rules)) {
      degrees.raise(paperIds[paper] ?? '')
      degrees.raise(edge.to)
    }
    for (const variant of variantsByPaper.get(paper) ?? []) {
      degrees.raise(variant.from.id)
      degrees.raise(variant.to.id)
      relationships.push(variantRelationship(variant, seen, ids, paperIds[paper] ?? '', uses.forms.text(variant.form)))
    }
  })

  const degree = (id: string): number => degrees.of(id)
  const context = { uses, curated: found.curated, paperIds, owners }
  const nodes: GraphNode[] = [
    ...concepts.map((concept) => conceptNode(concept, degree(concept.id), context)),
    ...repos.nodes(degree).filter(({ id }) => rules?.isHidden(id) !== true),
  ].sort((a, b) => compareText(a.id, b.id))

  const parts = { papers, pile: extractions, fillings, concepts: byPaper, degrees, reading: anchors, rules }
  const graphs = paperGraphs(parts)
  return {
    nodes,
    variants: relationships.sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to)),
    outcomes: decided === undefined ? [] : outcomesOf(ordered, decided, named, counted.numbers),
    papers: allOf(graphs),
  }
}

// Made out here so that it holds the papers alone.
function allOf<Item>(items: Iterable<Item>): () => Iterable<Item> {
  return () => items
}

const isHidden = ({ decided }: NamedConcept): boolean => decided?.isHidden === true

function eachWithPlace(
  extractions: Iterable<Extraction>,
  visit: (extraction: Extraction, place: number) => void,
): void {
  let place = 0
  for (const extraction of extractions) {
    visit(extraction, place)
    place += 1
  }
}

function fillingOf({ authors, year, published, venue, url }: Extraction): Filling {
  return {
    authors,
    ...(year === undefined ? {} : { year }),
    ...(published === undefined ? {} : { published }),
    ...(venue === undefined ? {} : { venue }),
    ...(url === undefined ? {} : { url }),
  }
}

// Rests on the mentions of the longer name where the paper writes it, else on all of that concept.
function variantRelationship(
  variant: Variant,
  extraction: Extraction,
  conceptIds: readonly (string | undefined)[],
  paper: string,
  name: string,
): GraphRelationship {
  const all = extraction.entities.flatMap((entity, index) =>
    conceptIds[index] === variant.from.id ? entity.mentions : [],
  )
  const named = all.filter((mention) => mention.surface.includes(name))
  const evidence = new Evidence(extraction).of(named.length > 0 ? named : all)
  const { rule, confidence } = variant
  return {
    type: 'VARIANT_OF',
    from: variant.from.id,
    to: variant.to.id,
    key: '',
    properties: { ...evidence, rule, confidence, paper },
  }
}
