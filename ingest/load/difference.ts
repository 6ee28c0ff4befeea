import { createHash } from 'node:crypto'
import {
  type GraphNode,
  type GraphRelationship,
  keyLabel,
  type RelationshipType,
  relationshipId,
} from '../../queries/model.ts'
import type { GraphChanges, GraphStore } from '../../queries/store/store.ts'
import type { PaperGraph, Resolution } from '../resolve/resolution.ts'

type RelationshipKey = Pick<GraphRelationship, 'type' | 'from' | 'to' | 'key'>

/** What is in a store, as hashes: enough to tell what changed, small enough to hold. */
export interface Present {
  nodes: Map<string, { label: 'Paper' | 'Concept' | 'Repo'; hash: string }>
  /** By the node that they start at. */
  relationships: Map<string, Map<string, string>>
}

export async function readPresent(store: Pick<GraphStore, 'scan'>): Promise<Present> {
  const present: Present = { nodes: new Map(), relationships: new Map() }
  for await (const page of store.scan()) {
    if (page.kind === 'nodes')
      for (const node of page.nodes) present.nodes.set(node.id, { label: keyLabel(node), hash: nodeHash(node) })
    else
      for (const relationship of page.relationships) {
        const siblings = present.relationships.get(relationship.from) ?? new Map<string, string>()
        siblings.set(relationshipId(relationship), contentHash(relationship.properties))
        present.relationships.set(relationship.from, siblings)
      }
  }
  return present
}

/** Changes to the concepts and repositories: what is new goes before the papers, what changed or went after them. */
export function nodeChanges(target: Resolution, present: Present): { added: GraphNode[]; changed: GraphNode[] } {
  const added: GraphNode[] = []
  const changed: GraphNode[] = []
  for (const node of target.nodes) {
    const before = present.nodes.get(node.id)
    if (!before) added.push(node)
    else if (before.hash !== nodeHash(node)) changed.push(node)
  }
  return { added, changed }
}

/** What one paper needs so that it and its relationships are as they should be, or undefined when they are. */
export function paperChanges({ paper, relationships }: PaperGraph, present: Present): GraphChanges | undefined {
  const edges = edgeChanges(relationships, present.relationships.get(paper.id))
  const isSame = present.nodes.get(paper.id)?.hash === nodeHash(paper)
  if (isSame && Object.values(edges).every((list) => list.length === 0)) return undefined
  return { nodes: isSame ? [] : [paper], removedNodes: [], ...edges }
}

/** The relationships that differ, of those that start at one node. */
export function edgeChanges(
  target: GraphRelationship[],
  present: Map<string, string> = new Map(),
): Required<Pick<GraphChanges, 'newRelationships' | 'relationships' | 'removedRelationships'>> {
  const wanted = new Set(target.map(relationshipId))
  const changed = target.filter((edge) => present.get(relationshipId(edge)) !== contentHash(edge.properties))
  return {
    newRelationships: changed.filter((edge) => !present.has(relationshipId(edge))),
    relationships: changed.filter((edge) => present.has(relationshipId(edge))),
    removedRelationships: [...present.keys()].filter((id) => !wanted.has(id)).map(parseRelationshipId),
  }
}

function parseRelationshipId(id: string): RelationshipKey {
  const [from = '', type = '', to = '', key = ''] = id.split('\u0001')
  return { from, type: type as RelationshipType, to, key }
}

const nodeHash = (node: GraphNode): string => contentHash([node.labels, sorted(node.properties)])

function contentHash(content: unknown): string {
  const text = JSON.stringify(Array.isArray(content) ? content : sorted(content))
  return createHash('sha256').update(text).digest('base64').slice(0, 16)
}

const sorted = (properties: unknown): [string, unknown][] =>
  Object.entries(properties ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
