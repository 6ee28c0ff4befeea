import { KEY_LABELS } from '../model.ts'

const constraintText = (label: string): string =>
  `CREATE CONSTRAINT papergraph_${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`

/**
 * On Neo4j a uniqueness constraint brings its own index, and refuses to be made beside another one. That of the meta node lets one of two folders have a new database that come at the same moment.
 */
export const NEO4J_SCHEMA: readonly string[] = [...KEY_LABELS, 'PapergraphMeta'].map(constraintText)

/** On the embedded engine a constraint has no index (every MERGE would read all nodes of the label), so the index comes first. */
export const EMBEDDED_SCHEMA: readonly string[] = KEY_LABELS.flatMap((label) => [
  `CREATE INDEX papergraph_${label.toLowerCase()}_index IF NOT EXISTS FOR (n:${label}) ON (n.id)`,
  constraintText(label),
])
