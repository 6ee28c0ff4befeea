import {
  FLOAT_PROPERTIES,
  type GraphNode,
  type GraphRelationship,
  keyLabel,
  NODE_LABELS,
  type Properties,
} from '../model.ts'
import type { GraphChanges, Parameters } from '../store/store.ts'
import { RELATIONSHIP_ENDS } from './ends.ts'
import {
  createRelationshipsText,
  removeNodesText,
  removeRelationshipsText,
  upsertNodesText,
  upsertRelationshipsText,
} from './statements.ts'

export interface Statement {
  text: string
  /** Quicker than `text`, but only right while the rows are not there: for a first attempt, and one after a rollback. */
  freshText?: string
  parameters: Parameters
  /** How many rows it has to write; anything else means that an end is missing, and the transaction must not stand. */
  expected?: number
  /** What it writes, for the error. */
  what: string
}

type Row = Parameters

const ROWS_A_STATEMENT = 1_000

/**
 * The statements that apply `changes`, in the order they must run: relationships out, nodes in, relationships in, nodes out.
 * Throws Error for a node without a key label or a relationship whose key and property disagree.
 */
export function statementsOf(changes: GraphChanges): Statement[] {
  return [
    ...grouped(
      changes.removedRelationships,
      (one) => removeRelationshipsText(one.type),
      endRow,
      'relationships to remove',
      false,
    ),
    ...grouped(changes.nodes, nodeText, nodeRow, 'nodes', true),
    ...grouped(
      changes.newRelationships ?? [],
      relationshipText,
      relationshipRow,
      'relationships',
      true,
      newRelationshipText,
    ),
    ...grouped(changes.relationships, relationshipText, relationshipRow, 'relationships', true),
    ...grouped(
      changes.removedNodes,
      (one) => removeNodesText(one.label),
      (one) => ({ id: one.id }),
      'nodes to remove',
      false,
    ),
  ]
}

/** One text for all rows of one shape, since a label or a type cannot be a parameter. */
function grouped<T>(
  items: readonly T[],
  textOf: (item: T) => string,
  rowOf: (item: T) => Row,
  what: string,
  isCounted: boolean,
  freshTextOf?: (item: T) => string,
): Statement[] {
  const groups = new Map<string, { fresh: { freshText?: string }; all: Row[] }>()
  for (const item of items) {
    const text = textOf(item)
    const group = groups.get(text)
    const fresh = freshTextOf === undefined ? {} : { freshText: freshTextOf(item) }
    if (group === undefined) groups.set(text, { fresh, all: [rowOf(item)] })
    else group.all.push(rowOf(item))
  }
  const statements: Statement[] = []
  for (const [text, { fresh, all }] of groups) {
    for (let start = 0; start < all.length; start += ROWS_A_STATEMENT) {
      const rows = all.slice(start, start + ROWS_A_STATEMENT)
      const statement = { text, ...fresh, parameters: { rows }, what }
      statements.push(isCounted ? { ...statement, expected: rows.length } : statement)
    }
  }
  return statements
}

function nodeText(node: GraphNode): string {
  const labels = NODE_LABELS.filter((label) => node.labels.includes(label))
  return upsertNodesText(keyLabel(node), labels, floatsIn(node.properties))
}

function nodeRow(node: GraphNode): Row {
  return { id: node.id, properties: { ...node.properties, id: node.id } }
}

function relationshipText(relationship: GraphRelationship): string {
  return upsertRelationshipsText(relationship.type, floatsIn(relationship.properties))
}

function newRelationshipText(relationship: GraphRelationship): string {
  return createRelationshipsText(relationship.type, floatsIn(relationship.properties))
}

function relationshipRow(relationship: GraphRelationship): Row {
  const { keyProperty } = RELATIONSHIP_ENDS[relationship.type]
  const stored = keyProperty === undefined ? '' : relationship.properties[keyProperty]
  if (stored !== relationship.key || (keyProperty !== undefined && relationship.key === '')) {
    throw new Error(
      `${relationship.type} from ${relationship.from} to ${relationship.to} has the key "${relationship.key}" but the property ${keyProperty ?? '(none)'} "${stored}"`,
    )
  }
  return { ...endRow(relationship), properties: relationship.properties }
}

function endRow(one: Pick<GraphRelationship, 'from' | 'to' | 'key'>): Row {
  return { from: one.from, to: one.to, key: one.key }
}

function floatsIn(properties: Properties): string[] {
  return Object.keys(properties)
    .filter((name) => FLOAT_PROPERTIES.has(name))
    .sort()
}
