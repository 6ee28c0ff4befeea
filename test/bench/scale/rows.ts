import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import type { GraphNode, GraphRelationship } from '../../../queries/model.ts'
import type { GraphStore } from '../../../queries/store/store.ts'
import { RELATIONSHIP_ENDS } from '../../../queries/write/ends.ts'

export type Row = { node: GraphNode } | { relationship: GraphRelationship }

/** Writes every node and relationship of a store to a file, a line each. Returns how many of both there are. */
export async function writeRows(store: GraphStore, path: string): Promise<{ nodes: number; relationships: number }> {
  const file = createWriteStream(path)
  const counts = { nodes: 0, relationships: 0 }
  for await (const page of store.scan()) {
    const rows: Row[] =
      page.kind === 'nodes'
        ? page.nodes.map((node) => ({ node }))
        : page.relationships.map((relationship) => ({ relationship }))
    counts[page.kind] += rows.length
    const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('')
    if (!file.write(text)) await once(file, 'drain')
  }
  file.end()
  await finished(file)
  return counts
}

/** One statement's worth of a bare load: the same text for all rows of one shape. */
export interface BareBatch {
  text: string
  rows: object[]
}

const ROWS_A_BATCH = 1_000

/** The rows of a file as the plainest statements that load them: nothing is looked for but the two ends of a relationship. */
export async function* bareBatches(path: string): AsyncGenerator<BareBatch> {
  const open = new Map<string, object[]>()
  let isAtNodes = true
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const row: Row = JSON.parse(line)
    if (isAtNodes && 'relationship' in row) {
      // Every end must be there before the first relationship.
      yield* left(open)
      isAtNodes = false
    }
    const { text, values } = 'node' in row ? nodeRow(row.node) : relationshipRow(row.relationship)
    const rows = open.get(text) ?? []
    open.set(text, rows)
    rows.push(values)
    if (rows.length < ROWS_A_BATCH) continue
    open.delete(text)
    yield { text, rows }
  }
  yield* left(open)
}

function* left(open: Map<string, object[]>): Generator<BareBatch> {
  for (const [text, rows] of open) yield { text, rows }
  open.clear()
}

function nodeRow({ id, labels, properties }: GraphNode): { text: string; values: object } {
  return { text: `UNWIND $rows AS row\nCREATE (n:${labels.join(':')})\nSET n = row`, values: { ...properties, id } }
}

function relationshipRow({ type, from, to, properties }: GraphRelationship): { text: string; values: object } {
  const ends = RELATIONSHIP_ENDS[type]
  const find = `MATCH (a:${ends.from} {id: row.from})\nMATCH (b:${ends.to} {id: row.to})`
  return {
    text: `UNWIND $rows AS row\n${find}\nCREATE (a)-[r:${type}]->(b)\nSET r = row.properties`,
    values: { from, to, properties },
  }
}
