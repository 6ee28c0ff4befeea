import { type KeyLabel, NODE_LABELS, type NodeLabel, type RelationshipType } from '../model.ts'
import { RELATIONSHIP_ENDS } from './ends.ts'

/**
 * The texts of all writing statements, the same on both stores. Labels, types and property names come from fixed lists,
 * everything else travels in `$rows`. Each statement returns how many rows it matched as `written`: MATCH drops a row
 * whose end is missing without a word, so the caller compares.
 */

/** Labels that a Concept may have or lose; those of the other two never change. */
const TYPE_LABELS: readonly NodeLabel[] = NODE_LABELS.filter(
  (label) => label !== 'Paper' && label !== 'Concept' && label !== 'Repo',
)

/** Rows: `{id, properties}`, where properties hold the id too. All rows get exactly these labels. */
export function upsertNodesText(key: KeyLabel, labels: readonly NodeLabel[], floats: readonly string[]): string {
  const lines = ['UNWIND $rows AS row', `MERGE (n:${key} {id: row.id})`, 'SET n = row.properties']
  lines.push(...setFloats('n', floats))
  if (key === 'Concept') {
    const given = TYPE_LABELS.filter((label) => labels.includes(label))
    const gone = TYPE_LABELS.filter((label) => !labels.includes(label))
    if (given.length > 0) lines.push(`SET n:${given.join(':')}`)
    if (gone.length > 0) lines.push(`REMOVE n:${gone.join(':')}`)
  }
  return [...lines, 'RETURN count(*) AS written'].join('\n')
}

/** Rows: `{from, to, key, properties}`. */
export function upsertRelationshipsText(type: RelationshipType, floats: readonly string[]): string {
  return relationshipsText(type, `MERGE (a)-[r:${type}${keyPattern(type)}]->(b)`, floats)
}

/**
 * Rows: `{from, to, key, properties}` of relationships that are not there. On Neo4j a MERGE that finds nothing locks both
 * ends to the end of the transaction, so that two that name the same concepts wait for each other or die; a CREATE does not.
 */
export function createRelationshipsText(type: RelationshipType, floats: readonly string[]): string {
  return relationshipsText(type, `CREATE (a)-[r:${type}]->(b)`, floats)
}

function relationshipsText(type: RelationshipType, clause: string, floats: readonly string[]): string {
  const ends = RELATIONSHIP_ENDS[type]
  return [
    'UNWIND $rows AS row',
    `MATCH (a:${ends.from} {id: row.from})`,
    `MATCH (b:${ends.to} {id: row.to})`,
    clause,
    'SET r = row.properties',
    ...setFloats('r', floats),
    'RETURN count(*) AS written',
  ].join('\n')
}

/** Rows: `{from, to, key}`. A row that is not there is no error. */
export function removeRelationshipsText(type: RelationshipType): string {
  const ends = RELATIONSHIP_ENDS[type]
  return [
    'UNWIND $rows AS row',
    `MATCH (a:${ends.from} {id: row.from})`,
    `MATCH (b:${ends.to} {id: row.to})`,
    `MATCH (a)-[r:${type}${keyPattern(type)}]->(b)`,
    'DELETE r',
    'RETURN count(*) AS written',
  ].join('\n')
}

/** Rows: `{id}`. A row that is not there is no error. */
export function removeNodesText(key: KeyLabel): string {
  return `UNWIND $rows AS row\nMATCH (n:${key} {id: row.id})\nDETACH DELETE n\nRETURN count(*) AS written`
}

/** Removes `$limit` nodes of one label with all that hangs on them; run again until it writes 0. */
export function clearText(label: KeyLabel | 'PapergraphMeta'): string {
  return `MATCH (n:${label})\nWITH n LIMIT $limit\nDETACH DELETE n\nRETURN count(*) AS written`
}

/** The one node that says whose graph this is. Writes nothing where it is another folder's. */
export const WRITE_META_TEXT = [
  "MERGE (m:PapergraphMeta {id: 'papergraph'})",
  'WITH m',
  'WHERE m.folder IS NULL OR m.folder = $properties.folder',
  'SET m = $properties',
  'RETURN count(*) AS written',
].join('\n')

function keyPattern(type: RelationshipType): string {
  const { keyProperty } = RELATIONSHIP_ENDS[type]
  return keyProperty === undefined ? '' : ` {\`${keyProperty}\`: row.key}`
}

// A JavaScript number does not say whether it is whole because it is an integer: 1.0 would be stored as 1 and then divide as one.
function setFloats(variable: string, floats: readonly string[]): string[] {
  return floats.map((name) => `SET ${variable}.\`${name}\` = toFloat(row.properties.\`${name}\`)`)
}
