import { PapergraphError } from '../../errors.ts'
import { type GraphNode, type GraphRelationship, RELATIONSHIP_TYPES } from '../../queries/model.ts'
import {
  type Answer,
  type CypherOptions,
  type GraphPart,
  type GraphReader,
  type GraphSelection,
  nodeType,
  type RawParameters,
} from '../../queries/reader.ts'
import type { ScanPage, Value } from '../../queries/store/store.ts'
import { NODES, RELATIONSHIPS } from './fake-graph.ts'

type Row = Record<string, Value | undefined>

/** What is counted over some relationships. */
interface Counts {
  relationships: readonly GraphRelationship[]
  length: number
  degrees: ReadonlyMap<string, number>
  withCode: ReadonlySet<string>
}

/** A reader over lists in memory, which answers the catalogue's questions that the server asks. */
export class FakeReader implements GraphReader {
  version = 'v1'
  updating = false
  nodes: GraphNode[] = NODES
  relationships: GraphRelationship[] = RELATIONSHIPS
  private counts: Counts | undefined
  /** Every question asked, in order. */
  readonly asked: { name: string; parameters: RawParameters }[] = []
  readonly typed: { text: string; parameters: Record<string, Value>; options?: CypherOptions }[] = []
  /** Set by a test to fail, to wait, or to change something between two questions. */
  beforeRun: (name: string) => void = () => {}
  onCypher: (options: CypherOptions) => Promise<Row[]> = async () => [{ one: 1 }]

  async run(name: string, parameters: RawParameters): Promise<Answer> {
    this.asked.push({ name, parameters })
    this.beforeRun(name)
    const question = Object.hasOwn(QUESTIONS, name) ? QUESTIONS[name] : undefined
    if (question === undefined) throw new PapergraphError('not-found', `There is no query "${name}".`)
    return this.answer(question(this, parameters))
  }

  async cypher(text: string, parameters: Record<string, Value>, options: CypherOptions = {}): Promise<Answer> {
    this.typed.push({ text, parameters, options })
    return this.answer(await this.onCypher(options))
  }

  async search(query: string, { limit, types = [] }: { limit: number; types?: readonly string[] }) {
    const hits = this.nodes
      .map((node) => ({ ...nodeColumns(this, node), score: 1 }))
      .filter(
        ({ label, type }) =>
          label.toLowerCase().includes(query.toLowerCase()) && (types.length === 0 || types.includes(type)),
      )
      .map(({ id, type, label, score }) => ({ id, type, name: label, score }))
    return { hits: hits.slice(0, limit), version: this.version }
  }

  async part(selection: GraphSelection): Promise<GraphPart> {
    const { nodes, relationships, version, updating } = this
    const ids = selection.kind === 'nodes' ? new Set(selection.ids) : undefined
    const shown = nodes.filter(({ id }) => ids?.has(id) ?? true)
    const among = relationships.filter(({ from, to }) => ids === undefined || (ids.has(from) && ids.has(to)))
    async function* pages(): AsyncGenerator<ScanPage> {
      yield { kind: 'nodes', nodes: shown }
      yield { kind: 'relationships', relationships: among }
    }
    return { version, extractor: 'test-1', updating, pages: pages() }
  }

  async status() {
    const count = (label: string) => this.nodes.filter((node) => node.labels.some((each) => each === label)).length
    const relationships = { INTRODUCES: 0, USES: 0, SCORES: 0, ABOUT: 0, LINKS_TO: 0, VARIANT_OF: 0 }
    for (const type of RELATIONSHIP_TYPES)
      relationships[type] = this.relationships.filter((each) => each.type === type).length
    return {
      store: 'embedded' as const,
      engine: 'lists in memory',
      version: this.version,
      extractor: 'test-1',
      updating: this.updating,
      counts: { nodes: { Paper: count('Paper'), Concept: count('Concept'), Repo: count('Repo') }, relationships },
      memoryLimit: 'watched' as const,
      memoryLimitText: '1,024 MB a query',
    }
  }

  async digest(): Promise<string> {
    return '0'.repeat(64)
  }

  load() {
    return { running: 1, waiting: 2, processes: [process.pid] }
  }

  async close(): Promise<void> {}

  /** The node of an id; a name that one node has means that node, of several a person has to choose. */
  find(name: unknown): GraphNode {
    const node = this.nodes.find((each) => each.id === name)
    if (node !== undefined) return node
    const named = this.nodes.filter((each) => typeof name === 'string' && String(each.properties.name).startsWith(name))
    const [only] = named
    if (only !== undefined && named.length === 1) return only
    const choices = named.map(({ id }) => ({ id, type: 'method', name: id, score: 1 }))
    throw new PapergraphError('not-found', `There is no node "${name}".`, { details: { choices } })
  }

  degree(id: string): number {
    return this.countsOf().degrees.get(id) ?? 0
  }

  hasOwnCode(id: string): boolean {
    return this.countsOf().withCode.has(id)
  }

  /** Counted once for the relationships as they are. */
  private countsOf(): Counts {
    const { relationships } = this
    const known = this.counts
    if (known?.relationships === relationships && known.length === relationships.length) return known
    const degrees = new Map<string, number>()
    for (const { from, to } of relationships)
      for (const id of new Set([from, to])) degrees.set(id, (degrees.get(id) ?? 0) + 1)
    const own = relationships.filter(({ properties }) => properties.own === true)
    const withCode = new Set(own.map(({ from }) => from))
    this.counts = { relationships, length: relationships.length, degrees, withCode }
    return this.counts
  }

  private answer(rows: Row[]): Answer {
    const columns = Object.keys(rows[0] ?? {})
    return {
      columns,
      rows: rows.map((row) => columns.map((column) => row[column] ?? null)),
      truncated: false,
      version: this.version,
      updating: this.updating,
      tookMs: 1,
    }
  }
}

const QUESTIONS: Record<string, (reader: FakeReader, parameters: RawParameters) => Row[]> = {
  node: (reader, { node }) => {
    const found = reader.find(node)
    return [{ ...nodeColumns(reader, found), properties: found.properties }]
  },
  nodes: (reader, { ids }) => {
    const asked = setOf(ids)
    return reader.nodes.filter(({ id }) => asked.has(id)).map((node) => nodeColumns(reader, node))
  },
  map: (reader, { limit }) =>
    reader.nodes
      .map((node) => nodeColumns(reader, node))
      .sort((a, b) => b.degree - a.degree)
      .slice(0, Number(limit)),
  'edges-among': (reader, { ids }) => {
    const asked = setOf(ids)
    return reader.relationships.filter(({ from, to }) => asked.has(from) && asked.has(to)).map(edgeColumns)
  },
  'edges-from': (reader, { ids }) => {
    const asked = setOf(ids)
    return reader.relationships.filter(({ from }) => asked.has(from)).map(edgeColumns)
  },
  neighbours: (reader, { node, limit, offset }) => {
    const { id } = reader.find(node)
    const ends = reader.relationships.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []))
    const others = [...new Set(ends)].sort()
    return others
      .slice(Number(offset), Number(offset) + Number(limit))
      .map((other) => ({ ...nodeColumns(reader, reader.find(other)), total: others.length }))
  },
  ingests: (_, { limit, offset }) =>
    [3, 2, 1]
      .map((ingest) => ({
        ingest,
        papers: 10 * ingest,
        firstYear: ingest === 1 ? null : 2020,
        lastYear: 2024,
        total: 3,
      }))
      .slice(Number(offset), Number(offset) + Number(limit)),
  top: (_, { limit, offset }) =>
    ['a', 'b', 'c', 'd', 'e']
      .slice(Number(offset ?? 0), Number(offset ?? 0) + Number(limit ?? 5))
      .map((id) => ({ id })),
  edge: (reader, { from, type, to, key }) =>
    reader.relationships
      .filter((each) => each.from === from && each.type === type && each.to === to && each.key === key)
      .map((each) => ({
        ...edgeColumns(each),
        ...evidenceColumns(each),
        ...endColumns('from', nodeColumns(reader, reader.find(from))),
        ...endColumns('to', nodeColumns(reader, reader.find(to))),
        properties: each.properties,
      })),
  'node-links': (reader, { node, limit }) => {
    const rows = reader.relationships.flatMap((each) => {
      if (each.from !== node && each.to !== node) return []
      const [direction, other] = each.from === node ? ['out', each.to] : ['in', each.from]
      const columns = nodeColumns(reader, reader.find(other))
      return [{ ...edgeColumns(each), ...evidenceColumns(each), ...columns, direction }]
    })
    return rows
      .map((row) => ({ row, alike: rows.filter((each) => isAlike(each, row)) }))
      .filter(({ row, alike }) => alike.indexOf(row) < Number(limit ?? 25))
      .map(({ row, alike }) => ({ ...row, total: alike.length }))
  },
  scores: (reader, { node }) =>
    reader.relationships
      .filter(({ type, from, to }) => type === 'SCORES' && (from === node || to === node))
      .map(({ from, to, properties }) => ({
        ...properties,
        ...{ paper: from, title: reader.find(from).properties.title, year: reader.find(from).properties.year },
        ...{ benchmark: to, name: reader.find(to).properties.name },
      })),
  'paper-mentions': (reader, { paper }) =>
    reader.relationships
      .filter(({ type, from, properties }) => from === paper && type !== 'SCORES' && properties.surfaces !== undefined)
      .map((each) => ({ ...evidenceColumns(each), ...nodeColumns(reader, reader.find(each.to)) })),
}

const setOf = (value: unknown): ReadonlySet<unknown> => new Set(strings(value))
const strings = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const isAlike = (a: Row, b: Row): boolean => a.relationship === b.relationship && a.direction === b.direction

function nodeColumns(reader: FakeReader, { id, labels, properties }: GraphNode) {
  const { title, owner, name, year, papers, venue } = properties
  const label = title ?? (owner === undefined ? name : `${owner}/${name}`)
  return {
    ...{ id, type: nodeType(labels, properties.type), label: String(label) },
    ...{ degree: reader.degree(id), papers, year, venue, hasCode: reader.hasOwnCode(id) },
  }
}

const endColumns = (end: string, node: ReturnType<typeof nodeColumns>): Row => ({
  ...{ [`${end}Type`]: node.type, [`${end}Label`]: node.label, [`${end}Degree`]: node.degree },
  ...{ [`${end}Papers`]: node.papers, [`${end}Year`]: node.year },
  ...{ [`${end}Venue`]: node.venue, [`${end}HasCode`]: node.hasCode },
})

const edgeColumns = ({ type, from, to, key, properties }: GraphRelationship): Row => ({
  ...{ relationship: type, from, to, key },
  ...{ confidence: properties.confidence, own: properties.own },
})

const evidenceColumns = ({ properties }: GraphRelationship): Row => {
  const { surfaces, fields, starts, ends, sentence, rule, extractor } = properties
  return { surfaces, fields, starts, ends, sentence, rule, extractor }
}
