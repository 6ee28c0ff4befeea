import { stringify } from 'csv-stringify/sync'
import type { Properties } from '../model.ts'
import type { Rows } from '../store/store.ts'
import { labelOf, typeOf } from './appearance.ts'
import { formulaSafe } from './formulas.ts'
import type { ExportGraph } from './graph.ts'
import {
  allProperties,
  NODE_PROPERTIES,
  type PropertyTypes,
  RELATIONSHIP_PROPERTIES,
  typesOfNode,
  typesOfRelationship,
} from './properties.ts'
import { plainCell } from './table.ts'
import { valueText } from './values.ts'

// RFC 4180 with line feeds: text between quotes, quotes doubled. What is not there is empty, empty text is "". Lists are JSON.

/** One line a node: id, labels, type, label, then every property. */
export async function* csvNodes({ pages }: ExportGraph): AsyncGenerator<string> {
  const names = allProperties(NODE_PROPERTIES).map(([name]) => name)
  // A concept's own `type` is the column `type`, which papers and repositories have too.
  const columns = names.filter((name) => name !== 'type')
  yield csvLines([['id', 'labels', 'type', 'label', ...columns]])
  for await (const page of pages) {
    // All nodes come first.
    if (page.kind !== 'nodes') return
    yield csvLines(
      page.nodes.map((node) => [
        formulaSafe(node.id),
        node.labels.join(';'),
        typeOf(node),
        formulaSafe(labelOf(node)),
        ...cells(columns, node.properties, typesOfNode(node)),
      ]),
    )
  }
}

/** One line a relationship: source, target, relationship, then every property. */
export async function* csvEdges({ pages }: ExportGraph): AsyncGenerator<string> {
  const columns = allProperties(RELATIONSHIP_PROPERTIES).map(([name]) => name)
  yield csvLines([['source', 'target', 'relationship', ...columns]])
  for await (const page of pages) {
    if (page.kind !== 'relationships') continue
    yield csvLines(
      page.relationships.map((one) => [
        formulaSafe(one.from),
        formulaSafe(one.to),
        one.type,
        ...cells(columns, one.properties, typesOfRelationship(one)),
      ]),
    )
  }
}

/** The table of an answer. */
export function csvTable({ columns, rows }: Rows): string {
  return csvLines([
    columns,
    ...rows.map((row) =>
      row.map((value) => (typeof value === 'number' ? value : value === null ? null : formulaSafe(plainCell(value)))),
    ),
  ])
}

/** Rows as lines; null is nothing at all between the commas. */
export function csvLines(rows: (string | number | null)[][]): string {
  return rows.length === 0 ? '' : stringify(rows, { quoted_string: true, record_delimiter: '\n' })
}

function cells(columns: readonly string[], properties: Properties, types: PropertyTypes): (string | number | null)[] {
  return columns.map((name) => {
    const value = properties[name]
    if (value === undefined) return null
    return typeof value === 'number' ? value : formulaSafe(valueText(value, types[name]))
  })
}
