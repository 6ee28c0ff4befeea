/** The graph model: labels, relationship types and the shapes that stores write and scan. */
export const NODE_LABELS = ['Paper', 'Concept', 'Method', 'Model', 'Benchmark', 'Topic', 'Repo'] as const
export type NodeLabel = (typeof NODE_LABELS)[number]

/** The label that carries the key. A Concept has one to four of the type labels besides. */
export const KEY_LABELS = ['Paper', 'Concept', 'Repo'] as const
export type KeyLabel = (typeof KEY_LABELS)[number]

export const RELATIONSHIP_TYPES = ['INTRODUCES', 'USES', 'SCORES', 'ABOUT', 'LINKS_TO', 'VARIANT_OF'] as const
export type RelationshipType = (typeof RELATIONSHIP_TYPES)[number]

/** A property's value on either store. Lists hold one type and no nulls; absent is absent, never null. */
export type PropertyValue = string | number | boolean | string[] | number[] | boolean[]
export type Properties = Record<string, PropertyValue>

/** Properties that are floats even when their value is whole (every other number is an integer on both stores). */
export const FLOAT_PROPERTIES: ReadonlySet<string> = new Set(['confidence', 'value'])

/** Properties that tell how the graph came to be, not what it holds: outside of the digest. */
export const OUTSIDE_DIGEST: ReadonlySet<string> = new Set(['ingest'])

/**
 * Ids are unique over all labels: a paper's holds ":", a repo's "/", a concept's neither.
 * `properties` holds everything but the id.
 */
export interface GraphNode {
  id: string
  /** In the order of NODE_LABELS. The key label is among them. */
  labels: NodeLabel[]
  properties: Properties
}

export interface GraphRelationship {
  type: RelationshipType
  from: string
  to: string
  /**
   * Tells parallel relationships of one type apart: the `as` of INTRODUCES, USES and ABOUT, the `key`
   * (field:start:end) of SCORES, empty for LINKS_TO and VARIANT_OF. Also stored as the property `as` or `key`.
   */
  key: string
  /** Everything, `as` or `key` included. */
  properties: Properties
}

/** The label that a node's key constraint is on. */
export function keyLabel(node: GraphNode): KeyLabel {
  for (const label of KEY_LABELS) if (node.labels.includes(label)) return label
  throw new Error(`node ${node.id} has no key label`)
}

/** One string for a relationship's identity; sorts by from, type, to, key. */
export function relationshipId({
  from,
  type,
  to,
  key,
}: Pick<GraphRelationship, 'from' | 'type' | 'to' | 'key'>): string {
  return [from, type, to, key].join('\u0001')
}
