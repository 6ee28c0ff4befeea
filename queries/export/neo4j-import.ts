import {
  type GraphNode,
  KEY_LABELS,
  keyLabel,
  type Properties,
  type PropertyValue,
  RELATIONSHIP_TYPES,
} from '../model.ts'
import { NEO4J_SCHEMA } from '../write/schema.ts'
import { csvLines } from './csv.ts'
import type { ExportGraph, FolderPiece } from './graph.ts'
import { exportedMeta, META_LABEL, META_TYPES } from './meta.ts'
import {
  NODE_PROPERTIES,
  type PropertyType,
  type PropertyTypes,
  RELATIONSHIP_PROPERTIES,
  typesOfNode,
  typesOfRelationship,
} from './properties.ts'

// https://neo4j.com/docs/operations-manual/current/import/ and .../import/full-import/: a header a file, `:ID`, `:LABEL`, `:START_ID`, `:END_ID`,
// quotes doubled. A delimiter inside of a list's text cannot be escaped, so it is a sign that no text has: the unit separator of
// ASCII, which ingest takes out of all text.
const UNIT_SEPARATOR = '\u001F'
const TYPES: Readonly<Record<PropertyType, string>> = {
  string: 'string',
  integer: 'long',
  float: 'double',
  boolean: 'boolean',
  strings: 'string[]',
  integers: 'long[]',
}

const nodeFile = (label: string): string => `${label.toLowerCase()}s.csv`
const relationshipFile = (type: string): string => `${type.toLowerCase().replace('_', '-')}.csv`
const META_FILE = 'meta.csv'
const AFTER_FILE = 'after-import.cypher'
/** The import drops lists that hold nothing: this column names them, until the script after it puts them back. */
const EMPTY_LISTS = 'emptyLists'

/** What makes a database of the folder; run in it. */
export function importCommand(): string {
  const nodes = [...KEY_LABELS.map(nodeFile), META_FILE].map((file) => `--nodes=${file}`)
  const relationships = RELATIONSHIP_TYPES.map((type) => `--relationships=${type}=${relationshipFile(type)}`)
  const options = ['--id-type=string', '--array-delimiter=U+001F', '--multiline-fields=true', '--overwrite-destination']
  return ['neo4j-admin database import full neo4j', ...options, ...nodes, ...relationships].join(' \\\n  ')
}

/** The graph as CSV files for `neo4j-admin database import full`, with a README that holds the command. */
export async function* neo4jImport(graph: ExportGraph): AsyncGenerator<FolderPiece> {
  yield { file: 'README.md', text: readme(graph.version) }
  yield {
    file: AFTER_FILE,
    text: afterImport()
      .map((text) => `${text};\n`)
      .join(''),
  }
  for (const label of KEY_LABELS) yield { file: nodeFile(label), text: csvLines([nodeHeader(NODE_PROPERTIES[label])]) }
  for (const type of RELATIONSHIP_TYPES)
    yield {
      file: relationshipFile(type),
      text: csvLines([[':START_ID', ':END_ID', ...headers(RELATIONSHIP_PROPERTIES[type])]]),
    }
  for await (const page of graph.pages) {
    if (page.kind === 'nodes')
      for (const label of KEY_LABELS) {
        const nodes = page.nodes.filter((node) => keyLabel(node) === label)
        if (nodes.length > 0) yield { file: nodeFile(label), text: csvLines(nodes.map(nodeLine)) }
      }
    else
      for (const type of RELATIONSHIP_TYPES) {
        const lines = page.relationships
          .filter((one) => one.type === type)
          .map((one) => [one.from, one.to, ...cells(one.properties, typesOfRelationship(one))])
        if (lines.length > 0) yield { file: relationshipFile(type), text: csvLines(lines) }
      }
  }
  const { id, ...meta } = exportedMeta(graph)
  const line = [String(id), META_LABEL, ...cells(meta, META_TYPES)]
  yield { file: META_FILE, text: csvLines([nodeHeader(META_TYPES), line]) }
}

const nodeHeader = (types: PropertyTypes): string[] => ['id:ID', ':LABEL', ...headers(types)]

const headers = (types: PropertyTypes): string[] => [
  ...Object.entries(types).map(([name, type]) => `${name}:${TYPES[type]}`),
  `${EMPTY_LISTS}:string[]`,
]

function nodeLine(node: GraphNode): (string | number | null)[] {
  const labels = [...node.labels].join(UNIT_SEPARATOR)
  return [node.id, labels, ...cells(node.properties, typesOfNode(node))]
}

function cells(properties: Properties, types: PropertyTypes): (string | number | null)[] {
  const names = Object.keys(types)
  const empty = names.filter((name) => Array.isArray(properties[name]) && properties[name].length === 0)
  return [...names.map((name) => cell(properties[name])), empty.length === 0 ? null : empty.join(UNIT_SEPARATOR)]
}

function cell(value: PropertyValue | undefined): string | number | null {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return null
  if (Array.isArray(value))
    return value.map((one) => String(one).replaceAll(UNIT_SEPARATOR, '\uFFFD')).join(UNIT_SEPARATOR)
  return typeof value === 'number' ? value : String(value)
}

/** The constraints, whose indexes the questions use, and the lists that hold nothing. */
function afterImport(): string[] {
  const nodes = KEY_LABELS.map((label) => putBack(`(x:${label})`, NODE_PROPERTIES[label]))
  const relationships = RELATIONSHIP_TYPES.map((type) => putBack(`()-[x:${type}]->()`, RELATIONSHIP_PROPERTIES[type]))
  const meta = putBack(`(x:${META_LABEL})`, META_TYPES)
  return [...NEO4J_SCHEMA, ...nodes, ...relationships, meta]
}

function putBack(pattern: string, types: PropertyTypes): string {
  const lists = Object.entries(types).filter(([, type]) => TYPES[type].endsWith('[]'))
  const set = lists.map(([name]) => `x.${name} = CASE WHEN '${name}' IN x.${EMPTY_LISTS} THEN [] ELSE x.${name} END`)
  const work = `${set.length === 0 ? '' : `SET ${set.join(', ')} `}REMOVE x.${EMPTY_LISTS}`
  return `MATCH ${pattern} WHERE x.${EMPTY_LISTS} IS NOT NULL CALL (x) { ${work} } IN TRANSACTIONS`
}

function readme(version: string): string {
  return `# A graph of papergraph for Neo4j

Version ${version} of the graph, for \`neo4j-admin database import full\`. Stop the server (or import into a database that does not
exist yet), then run in this folder:

\`\`\`sh
${importCommand()}
\`\`\`

Then start the server, run the script that makes constraints with their indexes and puts back the lists that hold nothing
(the import drops them), and ask it:

\`\`\`sh
cypher-shell -f ${AFTER_FILE}
papergraph serve --store bolt://neo4j@localhost:7687
\`\`\`

The database can be read by papergraph and by anything else. Its papers are in no data folder, so nothing can be ingested into it. Text has no line breaks but in graphs that something else than an ingest wrote; without any,
\`--multiline-fields=false\` makes the import of a large graph quicker.
`
}
