import neo4j from 'neo4j-driver'
import { bytesText, numberValue, temporalText } from './number-value.ts'
import type { NodeValue, Parameter, Parameters, RelationshipValue, Value } from './store.ts'

/** The driver's rows as `Value`s. Ends of relationships are told where their nodes stand anywhere in the answer. */
export function valuesFromNeo4j(rows: readonly unknown[][]): Value[][] {
  const ids = new Map<string, string>()
  for (const row of rows) for (const value of row) collectIds(value, ids)
  return rows.map((row) => row.map((value) => valueFrom(value, ids)))
}

type Ids = ReadonlyMap<string, string>

function valueFrom(value: unknown, ids: Ids): Value {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number' || typeof value === 'bigint') return numberValue(value)
  if (neo4j.isInt(value)) return numberValue(value.toBigInt())
  if (Array.isArray(value)) return value.map((one) => valueFrom(one, ids))
  if (neo4j.isNode(value)) return nodeFrom(value, ids)
  if (neo4j.isRelationship(value)) {
    return relationshipFrom(value, ids.get(value.startNodeElementId), ids.get(value.endNodeElementId), ids)
  }
  if (neo4j.isPath(value)) {
    const nodes = [value.start, ...value.segments.map((segment) => segment.end)]
    return {
      kind: 'path',
      nodes: nodes.map((node) => nodeFrom(node, ids)),
      relationships: value.segments.map(({ relationship }) =>
        relationshipFrom(
          relationship,
          ids.get(relationship.startNodeElementId),
          ids.get(relationship.endNodeElementId),
          ids,
        ),
      ),
    }
  }
  if (value instanceof Int8Array) return bytesText(value)
  if (typeof value !== 'object') return String(value)
  if (Object.getPrototypeOf(value) === Object.prototype) return entriesFrom(value, ids)
  // What is left says itself as text: dates, times, durations, points, vectors.
  return neo4j.isPoint(value) || neo4j.isVector(value) ? String(value) : temporalText(String(value))
}

function nodeFrom(node: { labels: string[]; properties: object }, ids: Ids): NodeValue {
  const { id, ...rest } = entriesFrom(node.properties, ids)
  return { kind: 'node', id: typeof id === 'string' ? id : '', labels: [...node.labels].sort(), properties: rest }
}

function relationshipFrom(
  relationship: { type: string; properties: object },
  from: string | undefined,
  to: string | undefined,
  ids: Ids,
): RelationshipValue {
  return {
    kind: 'relationship',
    type: relationship.type,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    properties: entriesFrom(relationship.properties, ids),
  }
}

function entriesFrom(map: object, ids: Ids): { [key: string]: Value } {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, valueFrom(value, ids)]))
}

function collectIds(value: unknown, ids: Map<string, string>): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const one of value) collectIds(one, ids)
  } else if (neo4j.isNode(value)) {
    const id: unknown = value.properties.id
    if (typeof id === 'string') ids.set(value.elementId, id)
  } else if (neo4j.isPath(value)) {
    for (const node of [value.start, ...value.segments.map((segment) => segment.end)]) collectIds(node, ids)
  } else if (Object.getPrototypeOf(value) === Object.prototype) {
    for (const one of Object.values(value)) collectIds(one, ids)
  }
}

/** Parameters as the driver takes them: it would send every JavaScript number as a float. */
export function parametersForNeo4j(parameters: Parameters): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, driverValue(value)]))
}

function driverValue(value: Parameter): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return listValue(value)
  const names = Object.keys(value)
  if (names.length === 1 && typeof value.float === 'number') return value.float
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, driverValue(one)]))
}

// A list property holds one type: [1, 2.5] is a list of floats.
function listValue(values: readonly Parameter[]): unknown[] {
  const isFloats = values.every((one) => typeof one === 'number') && !values.every(Number.isSafeInteger)
  return isFloats ? [...values] : values.map(driverValue)
}
