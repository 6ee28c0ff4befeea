import fc from 'fast-check'
import { relationshipId } from '../../queries/model.ts'
import type { ApiEdge, ApiNode, NodeType, RelationshipType } from '../../web/api.ts'
import type { Asked } from '../../web/client/state/filters/visible.ts'
import { NODE_TYPES, RELATIONSHIPS, ROLES } from '../../web/client/state/view.ts'

/** A node with what matters to filters. */
export const node = (id: string, type: NodeType, more: Partial<ApiNode> = {}): ApiNode => ({
  ...{ id, type, label: id, degree: 1 },
  ...more,
})

export const edge = (from: string, type: RelationshipType, to: string, more: Partial<ApiEdge> = {}): ApiEdge => ({
  ...{ id: relationshipId({ from, type, to, key: more.key ?? '' }), from, type, to, key: '' },
  ...{ confidence: 0.9, ...more },
})

export const NOTHING_ASKED: Asked = {
  ...{ filters: { withoutRelationships: [], venues: [] }, hidden: [], removed: [], named: [] },
}

const VENUES = ['ACL', 'NeurIPS', 'ICML']
const CONCEPTS = NODE_TYPES.filter((type) => type !== 'paper' && type !== 'repo')
const FROM_PAPERS = RELATIONSHIPS.filter((type) => type !== 'VARIANT_OF' && type !== 'LINKS_TO')
const confidence = fc.integer({ min: 0, max: 20 }).map((each) => each / 20)

/** Graphs of some papers, concepts and repositories as they come to the canvas. */
export const drawnGraph = fc
  .record({
    papers: fc.array(
      fc.record(
        {
          year: fc.integer({ min: 2017, max: 2022 }),
          venue: fc.constantFrom(...VENUES),
          hasCode: fc.constant(true as const),
        },
        { requiredKeys: [] },
      ),
      { maxLength: 8 },
    ),
    concepts: fc.array(fc.constantFrom(...CONCEPTS), { maxLength: 8 }),
    repos: fc.integer({ min: 0, max: 3 }),
    links: fc.array(
      fc.record({
        ...{ from: fc.nat(), to: fc.nat(), type: fc.constantFrom(...FROM_PAPERS) },
        ...{ confidence, own: fc.boolean(), isVariant: fc.integer({ min: 0, max: 4 }) },
      }),
      { maxLength: 24 },
    ),
  })
  .map(({ papers, concepts, repos, links }) => {
    const ends = [
      ...concepts.map((type, at) => node(`c${at}`, type)),
      ...Array.from({ length: repos }, (_, at) => node(`host/r/${at}`, 'repo')),
    ]
    const nodes = [...papers.map((paper, at) => node(`p:${at}`, 'paper', paper)), ...ends]
    const edges = new Map<string, ApiEdge>()
    for (const { from, to, type, confidence, own, isVariant } of links) {
      const end = ends[to % Math.max(1, ends.length)]
      const begin = nodes[from % Math.max(1, papers.length)]
      const concept = ends[from % Math.max(1, concepts.length)]
      if (end === undefined) continue
      const isBetweenConcepts = isVariant === 0 && concept !== undefined && concepts.length > 0 && end.type !== 'repo'
      if (isBetweenConcepts && concept.id === end.id) continue
      if (!isBetweenConcepts && papers.length === 0) continue
      const one = isBetweenConcepts
        ? edge(concept.id, 'VARIANT_OF', end.id, { confidence })
        : end.type === 'repo'
          ? edge(begin?.id ?? '', 'LINKS_TO', end.id, { confidence, own })
          : edge(begin?.id ?? '', type, end.id, { confidence })
      edges.set(one.id, one)
    }
    return { nodes, edges: [...edges.values()] }
  })

const ids = ['p:0', 'p:1', 'p:2', 'c0', 'c1', 'c2', 'host/r/0']
const year = fc.integer({ min: 2016, max: 2023 })

/** Whatever a view may ask of such a graph. */
export const askedOfGraph: fc.Arbitrary<Asked> = fc.record(
  {
    filters: fc.record(
      {
        withoutRelationships: fc.subarray([...RELATIONSHIPS]),
        venues: fc.subarray(VENUES),
        years: fc.tuple(year, year).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
        role: fc.constantFrom(...ROLES),
        confidence,
        hasCode: fc.constant(true as const),
      },
      { requiredKeys: ['withoutRelationships', 'venues'] },
    ),
    hidden: fc.subarray([...NODE_TYPES]),
    removed: fc.subarray(ids, { maxLength: 2 }),
    named: fc.subarray(ids, { maxLength: 2 }),
    focus: fc.record({ id: fc.constantFrom(...ids), steps: fc.constantFrom(1 as const, 2 as const) }),
  },
  { requiredKeys: ['filters', 'hidden', 'removed', 'named'] },
)
