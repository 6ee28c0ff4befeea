import type { GrafeoValue } from '@grafeo-db/js'
import { bytesText, numberValue, temporalText } from './number-value.ts'
import type { NodeValue, Parameter, Parameters, PathValue, RelationshipValue, Value } from './store.ts'

type GrafeoMap = { [key: string]: GrafeoValue }

/** The engine's rows as `Value`s. Ends of relationships are told where their nodes stand anywhere in the answer. */
export function valuesFromEmbedded(rows: GrafeoValue[][]): Value[][] {
  const ids = new Map<number, string>()
  for (const row of rows) for (const value of row) collectIds(value, ids)
  return rows.map((row) => row.map((value) => valueFrom(value, ids)))
}

function valueFrom(value: GrafeoValue, ids: ReadonlyMap<number, string>): Value {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number' || typeof value === 'bigint') return numberValue(value)
  if (Array.isArray(value)) return value.map((one) => valueFrom(one, ids))
  // A timestamp without a zone is the one thing that arrives as a Date.
  if (value instanceof Date) return temporalText(value.toISOString().replace(/Z$/, ''))
  if (Buffer.isBuffer(value)) return bytesText(value)
  if (value instanceof Float32Array) return Array.from(value, numberValue)
  const map = isMap(value) ? value : mapOf(value)
  if (isNode(map)) return nodeFrom(map, ids)
  if (isRelationship(map)) return relationshipFrom(map, ids)
  const path = pathFrom(map, ids)
  if (path !== undefined) return path
  return taggedText(map) ?? entriesFrom(map, ids)
}

function mapOf(value: object): GrafeoMap {
  return { ...value }
}

function isMap(value: GrafeoValue | undefined): value is GrafeoMap {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

const isNode = (map: GrafeoMap): boolean => Array.isArray(map._labels) && typeof map._id === 'number'
const isRelationship = (map: GrafeoMap): boolean => typeof map._type === 'string' && typeof map._source === 'number'

function nodeFrom(map: GrafeoMap, ids: ReadonlyMap<number, string>): NodeValue {
  const { _id, _labels, id, ...rest } = map
  const labels = Array.isArray(_labels) ? _labels.map(String).sort() : []
  return { kind: 'node', id: typeof id === 'string' ? id : '', labels, properties: entriesFrom(rest, ids) }
}

function relationshipFrom(map: GrafeoMap, ids: ReadonlyMap<number, string>): RelationshipValue {
  const { _id, _type, _source, _target, ...rest } = map
  const from = ids.get(Number(_source))
  const to = ids.get(Number(_target))
  return {
    kind: 'relationship',
    type: String(_type),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    properties: entriesFrom(rest, ids),
  }
}

// A path has no tag of its own: it is a map of exactly `nodes` and `edges` with one node more than edges.
function pathFrom(map: GrafeoMap, ids: ReadonlyMap<number, string>): PathValue | undefined {
  const { nodes, edges } = map
  if (!Array.isArray(nodes) || !Array.isArray(edges) || Object.keys(map).length !== 2) return undefined
  const nodeMaps = nodes.filter(isMap).filter(isNode)
  const edgeMaps = edges.filter(isMap).filter(isRelationship)
  if (nodeMaps.length !== nodes.length || edgeMaps.length !== edges.length) return undefined
  if (nodes.length !== edges.length + 1) return undefined
  return {
    kind: 'path',
    nodes: nodeMaps.map((one) => nodeFrom(one, ids)),
    relationships: edgeMaps.map((one) => relationshipFrom(one, ids)),
  }
}

// Values that JavaScript has no type for come as a map of one key: {$decimal: '1.50'}.
const TAGS: ReadonlySet<string> = new Set(['$decimal', '$date', '$time', '$duration', '$zoned_datetime'])

function taggedText(map: GrafeoMap): string | undefined {
  const [entry, ...more] = Object.entries(map)
  if (entry === undefined || more.length > 0 || !TAGS.has(entry[0]) || typeof entry[1] !== 'string') return undefined
  return temporalText(entry[1])
}

function entriesFrom(map: GrafeoMap, ids: ReadonlyMap<number, string>): { [key: string]: Value } {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, valueFrom(value, ids)]))
}

function collectIds(value: GrafeoValue, ids: Map<number, string>): void {
  if (Array.isArray(value)) {
    for (const one of value) collectIds(one, ids)
  } else if (isMap(value)) {
    if (isNode(value)) {
      if (typeof value.id === 'string') ids.set(Number(value._id), value.id)
    } else if (!isRelationship(value)) {
      for (const one of Object.values(value)) collectIds(one, ids)
    }
  }
}

/**
 * Parameters as the engine takes them, and the text that reads them. The binding stores every whole number as an integer,
 * so a whole `float()` is wrapped in `toFloat($name)` where the text uses it.
 */
export function parametersForEmbedded(text: string, parameters: Parameters): { text: string; parameters: object } {
  const floats = new Set(Object.keys(parameters).filter((name) => isFloat(parameters[name])))
  const plain = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, plainParameter(value)]))
  return { text: floats.size === 0 ? text : wrapFloats(text, floats), parameters: plain }
}

const STRING_COMMENT_OR_PARAMETER =
  /'(?:\\[\s\S]|[^'\\])*'|"(?:\\[\s\S]|[^"\\])*"|`(?:``|[^`])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\/|\$([A-Za-z_]\w*)/g

function wrapFloats(text: string, floats: ReadonlySet<string>): string {
  return text.replace(STRING_COMMENT_OR_PARAMETER, (match, name: string | undefined) =>
    name !== undefined && floats.has(name) ? `toFloat(${match})` : match,
  )
}

const isFloat = (value: Parameter | undefined): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  typeof value.float === 'number' &&
  Object.keys(value).length === 1

function plainParameter(value: Parameter): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(plainParameter)
  if (isFloat(value)) return value.float
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plainParameter(one)]))
}
