import { type GraphNode, type GraphRelationship, keyLabel } from '../model.ts'
import { RELATIONSHIP_ENDS } from '../write/ends.ts'
import { NEO4J_SCHEMA } from '../write/schema.ts'
import { cypherMap, cypherString } from './cypher-text.ts'
import type { ExportGraph } from './graph.ts'
import { exportedMeta, META_LABEL, META_TYPES } from './meta.ts'
import { typesOfNode, typesOfRelationship } from './properties.ts'

/** Rows of one statement: few enough that the server reads it quickly. */
const ROWS_A_STATEMENT = 20

/**
 * The graph as a Cypher script for an empty database (`cypher-shell -f graph.cypher`), a statement a line:
 * constraints, nodes, relationships and the node that says what it is
 * (https://neo4j.com/docs/operations-manual/current/cypher-shell/). The embedded engine runs the statements as well.
 */
export async function* cypherScript(graph: ExportGraph): AsyncGenerator<string> {
  yield '// A graph of papergraph, for an empty database: cypher-shell -f this-file\n'
  yield NEO4J_SCHEMA.map((text) => `${text};\n`).join('')
  for await (const page of graph.pages)
    yield page.kind === 'nodes'
      ? grouped(page.nodes, (node) => node.labels.join(':'), nodeStatement)
      : grouped(page.relationships, (one) => one.type, relationshipStatement)
  yield `CREATE (m:${META_LABEL}) SET m = ${cypherMap(exportedMeta(graph), META_TYPES)};\n`
}

function grouped<T>(items: readonly T[], kindOf: (item: T) => string, statement: (items: T[]) => string): string {
  const groups = new Map<string, T[]>()
  let text = ''
  for (const item of items) {
    const kind = kindOf(item)
    const group = groups.get(kind) ?? []
    groups.set(kind, group)
    group.push(item)
    if (group.length < ROWS_A_STATEMENT) continue
    text += statement(group)
    groups.delete(kind)
  }
  for (const group of groups.values()) text += statement(group)
  return text
}

function nodeStatement(nodes: GraphNode[]): string {
  const [first] = nodes
  if (first === undefined) return ''
  const rows = nodes.map((node) => cypherMap({ id: node.id, ...node.properties }, typesOfNode(node)))
  const key = keyLabel(first)
  const others = first.labels.filter((label) => label !== key)
  return `UNWIND [${rows.join(', ')}] AS row CREATE (n:${[key, ...others].join(':')}) SET n = row;\n`
}

function relationshipStatement(relationships: GraphRelationship[]): string {
  const [first] = relationships
  if (first === undefined) return ''
  const { from, to } = RELATIONSHIP_ENDS[first.type]
  const rows = relationships.map(
    (one) =>
      `{source: ${cypherString(one.from)}, target: ${cypherString(one.to)}, properties: ${cypherMap(one.properties, typesOfRelationship(one))}}`,
  )
  return `UNWIND [${rows.join(', ')}] AS row MATCH (a:${from} {id: row.source}) MATCH (b:${to} {id: row.target}) CREATE (a)-[r:${first.type}]->(b) SET r = row.properties;\n`
}
