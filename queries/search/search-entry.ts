import type { GraphNode, PropertyValue } from '../model.ts'
import { type NodeType, nodeType } from '../reader.ts'

/** What search knows of a node. */
export interface SearchEntry {
  id: string
  type: NodeType
  /** Title, name or owner/name. */
  name: string
  /** Other names, as written. */
  aliases: string[]
  authors: string[]
  /** Only its words are kept. */
  abstract?: string
  /** Papers that name it; a paper's own is how many things it is connected with. Ranks equal matches. */
  weight: number
  year?: number
}

/** What search has to know of a node. */
export function searchEntry(node: GraphNode): SearchEntry {
  const { properties } = node
  const { abstract, papers, degree } = properties
  const type = nodeType(node.labels, properties.type)
  const year = properties.year
  return {
    id: node.id,
    type,
    name: displayName(node, type),
    aliases: type === 'repo' ? strings(properties.name) : strings(properties.aliases),
    authors: type === 'paper' ? strings(properties.authors) : [],
    ...(type === 'paper' && typeof abstract === 'string' ? { abstract } : {}),
    weight: typeof papers === 'number' ? papers : typeof degree === 'number' ? degree : 0,
    ...(typeof year === 'number' ? { year } : {}),
  }
}

function displayName({ id, properties }: GraphNode, type: NodeType): string {
  if (type === 'paper') return String(properties.title ?? id)
  if (type !== 'repo') return String(properties.name ?? id)
  const { owner, name } = properties
  return owner === undefined ? String(name ?? id) : `${owner}/${name}`
}

function strings(value: PropertyValue | undefined): string[] {
  if (Array.isArray(value)) return value.map(String)
  return value === undefined ? [] : [String(value)]
}

/** "Ada Lovelace", "Ada Lovelace and Kurt Gödel", "Ada Lovelace, Kurt Gödel and others". */
export function authorLine(authors: readonly string[]): string {
  const [first, second] = authors
  if (first === undefined) return ''
  if (second === undefined) return first
  return authors.length === 2 ? `${first} and ${second}` : `${first}, ${second} and others`
}
