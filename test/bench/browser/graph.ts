import type { GraphNode, GraphRelationship, RelationshipType } from '../../../queries/model.ts'
import type { GraphChanges } from '../../../queries/store/store.ts'
import { type Random, seeded } from '../../contract/seeded.ts'

const TYPES = ['method', 'model', 'benchmark', 'topic'] as const
const LABELS = { method: 'Method', model: 'Model', benchmark: 'Benchmark', topic: 'Topic' } as const

/**
 * A graph of about so many nodes with three relationships a node, shaped as such graphs are: fields of research of all sizes, each
 * with concepts of its own that many or few of its papers name, some concepts that all fields name, and a few papers alone.
 */
export function fieldsGraph(size: number, seed = 1): GraphChanges {
  const random = seeded(seed)
  const papers = Math.round(size * 0.6)
  const fields = fieldsOf(size - papers, random)
  const everywhere = fields.flatMap(({ concepts }) => concepts.slice(0, 1)).slice(0, 20)
  const nodes: GraphNode[] = []
  const relationships: GraphRelationship[] = []
  const named = new Map<string, number>()
  for (let at = 0; at < papers; at += 1) {
    const id = `arxiv:${2000 + (at % 2600)}.${String(at).padStart(5, '0')}`
    nodes.push({
      id,
      labels: ['Paper'],
      properties: {
        title: `On ${at}: a study of a thing and what follows from it`,
        abstract: '',
        year: 2015 + (at % 11),
      },
    })
    if (at % 101 === 100) continue
    const field = fields[skewed(fields.length, random)] ?? { concepts: [] }
    const chosen = new Set<string>()
    for (let left = 3 + random.below(5); left > 0; left -= 1) {
      const from = random.below(8) === 0 ? everywhere : field.concepts
      const concept = from[skewed(from.length, random)]
      if (concept !== undefined) chosen.add(concept)
    }
    for (const to of chosen) {
      named.set(to, (named.get(to) ?? 0) + 1)
      relationships.push(link(id, to, random))
    }
  }
  for (const [id, count] of [...named].sort(([a], [b]) => (a < b ? -1 : 1))) nodes.push(conceptNode(id, count))
  return { nodes, relationships, removedNodes: [], removedRelationships: [] }
}

function fieldsOf(concepts: number, random: Random): { concepts: string[] }[] {
  const count = Math.max(4, Math.round(Math.sqrt(concepts) / 2))
  const fields = Array.from({ length: count }, (): { concepts: string[] } => ({ concepts: [] }))
  for (let at = 0; at < concepts; at += 1) fields[skewed(count, random)]?.concepts.push(`concept ${at}`)
  return fields
}

function conceptNode(id: string, papers: number): GraphNode {
  const type = typeOf(id)
  return { id, labels: ['Concept', LABELS[type]], properties: { name: id, type, aliases: [], papers, degree: papers } }
}

const typeOf = (id: string): (typeof TYPES)[number] => TYPES[Number(id.split(' ')[1]) % TYPES.length] ?? 'method'

function link(from: string, to: string, random: Random): GraphRelationship {
  const as = typeOf(to)
  const type: RelationshipType = as === 'topic' ? 'ABOUT' : random.below(9) === 0 ? 'INTRODUCES' : 'USES'
  return {
    ...{ type, from, to, key: as },
    properties: {
      ...{ as, surfaces: [to], fields: ['title'], starts: [0], ends: [2], sentence: 'On it.', rule: 'lexicon' },
      ...{ confidence: (40 + random.below(61)) / 100, extractor: 'bench' },
    },
  }
}

/** Small numbers are much more likely: the first is a hub, the last ones are rare. */
const skewed = (count: number, random: Random): number => Math.floor(count * random.unit() ** 2)
