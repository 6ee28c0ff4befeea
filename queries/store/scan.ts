import {
  type GraphNode,
  type GraphRelationship,
  KEY_LABELS,
  type KeyLabel,
  NODE_LABELS,
  type Properties,
  type PropertyValue,
  RELATIONSHIP_TYPES,
  relationshipId,
} from '../model.ts'
import { RELATIONSHIP_ENDS } from '../write/ends.ts'
import { compareCodePoints } from './code-points.ts'
import type { Engine } from './engine.ts'
import { idWindows, type LabelledId } from './ids.ts'
import type { Rows, ScanPage, Value } from './store.ts'

const NODES_A_PAGE = 2_000
/** Nodes whose relationships are read at once; a paper has some ten to thirty. */
const SOURCES_A_WINDOW = 500
const RELATIONSHIPS_A_PAGE = 5_000

/** What can be asked: an engine or a store. */
type Asked = Pick<Engine, 'query'>

/** Everything of ours, as GraphStore.scan() promises it. */
export function scanGraph(engine: Engine): AsyncGenerator<ScanPage> {
  const nodes = idWindows(engine, KEY_LABELS, NODES_A_PAGE)
  return pages(engine, nodes, idWindows(engine, ['Concept', 'Paper'], SOURCES_A_WINDOW), () => true)
}

/**
 * The nodes of the given ids (in order of ids) and the relationships that run among them and pass `keep`, in pages and in the
 * order of scanGraph().
 */
export function scanPart(
  store: Asked,
  chosen: readonly LabelledId[],
  keep: (relationship: GraphRelationship) => boolean = () => true,
): AsyncGenerator<ScanPage> {
  const ids = new Set(chosen.map(({ id }) => id))
  const sources = chosen.filter(({ label }) => label !== 'Repo')
  const isAmong = (one: GraphRelationship): boolean => ids.has(one.to) && keep(one)
  return pages(store, slices(chosen, NODES_A_PAGE), slices(sources, SOURCES_A_WINDOW), isAmong)
}

function* slices<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}

type Windows = AsyncIterable<LabelledId[]> | Iterable<LabelledId[]>

async function* pages(
  store: Asked,
  nodeWindows: Windows,
  sourceWindows: Windows,
  keep: (relationship: GraphRelationship) => boolean,
): AsyncGenerator<ScanPage> {
  for await (const window of nodeWindows) {
    const nodes = await nodesOf(store, window)
    if (nodes.length > 0) yield { kind: 'nodes', nodes }
  }
  let page: GraphRelationship[] = []
  for await (const window of sourceWindows) {
    for (const one of await relationshipsOf(store, window)) if (keep(one)) page.push(one)
    while (page.length >= RELATIONSHIPS_A_PAGE) {
      yield { kind: 'relationships', relationships: page.slice(0, RELATIONSHIPS_A_PAGE) }
      page = page.slice(RELATIONSHIPS_A_PAGE)
    }
  }
  if (page.length > 0) yield { kind: 'relationships', relationships: page }
}

async function nodesOf(engine: Asked, window: readonly LabelledId[]): Promise<GraphNode[]> {
  const nodes: GraphNode[] = []
  for (const [label, ids] of byLabel(window)) {
    const text = `UNWIND $ids AS id\nMATCH (n:${label} {id: id})\nRETURN id AS id, labels(n) AS labels, properties(n) AS properties`
    const answer = await engine.query(text, { ids })
    for (const row of answer.rows) nodes.push(nodeFrom(row))
  }
  return nodes.sort((a, b) => compareCodePoints(a.id, b.id))
}

async function relationshipsOf(engine: Asked, window: readonly LabelledId[]): Promise<GraphRelationship[]> {
  const relationships: GraphRelationship[] = []
  for (const [label, ids] of byLabel(window)) {
    const types = RELATIONSHIP_TYPES.filter((type) => RELATIONSHIP_ENDS[type].from === label)
    const text = `UNWIND $ids AS id\nMATCH (a:${label} {id: id})-[r:${types.join('|')}]->(b)\nRETURN id AS source, type(r) AS type, b.id AS target, properties(r) AS properties`
    const answer: Rows = await engine.query(text, { ids })
    for (const row of answer.rows) relationships.push(relationshipFrom(row))
  }
  const keyed = relationships.map((relationship) => ({ relationship, id: relationshipId(relationship) }))
  return keyed.sort((a, b) => compareCodePoints(a.id, b.id)).map(({ relationship }) => relationship)
}

function byLabel(window: readonly LabelledId[]): Map<KeyLabel, string[]> {
  const groups = new Map<KeyLabel, string[]>()
  for (const { label, id } of window) {
    const ids = groups.get(label)
    if (ids === undefined) groups.set(label, [id])
    else ids.push(id)
  }
  return groups
}

function nodeFrom([id, labels, properties]: readonly Value[]): GraphNode {
  const names = Array.isArray(labels) ? labels : []
  const { id: _id, ...rest } = propertiesFrom(properties)
  return { id: String(id), labels: NODE_LABELS.filter((label) => names.includes(label)), properties: rest }
}

function relationshipFrom([source, typeName, target, values]: readonly Value[]): GraphRelationship {
  const type = RELATIONSHIP_TYPES.find((one) => one === typeName)
  if (type === undefined || typeof target !== 'string')
    throw new Error(`not a relationship of ours: ${String(typeName)}`)
  const properties = propertiesFrom(values)
  const { keyProperty } = RELATIONSHIP_ENDS[type]
  const key = keyProperty === undefined ? '' : String(properties[keyProperty] ?? '')
  return { type, from: String(source), to: target, key, properties }
}

function propertiesFrom(value: Value | undefined): Properties {
  const properties: Properties = {}
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
  for (const [name, one] of entries.sort(([a], [b]) => compareCodePoints(a, b))) {
    const property = propertyFrom(one)
    if (property !== undefined) properties[name] = property
  }
  return properties
}

function propertyFrom(value: Value): PropertyValue | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (!Array.isArray(value)) return undefined
  const strings = value.filter((one) => typeof one === 'string')
  if (strings.length === value.length) return strings
  const numbers = value.filter((one) => typeof one === 'number')
  if (numbers.length === value.length) return numbers
  const booleans = value.filter((one) => typeof one === 'boolean')
  return booleans.length === value.length ? booleans : undefined
}
