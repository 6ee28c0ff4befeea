import type { CatalogueEntry, CatalogueParameter, IdKind } from '../../queries/catalogue.ts'
import type { RawParameters } from '../../queries/reader.ts'
import type { GraphChanges } from '../../queries/store/store.ts'
import { exampleParameters } from '../queries/examples.ts'

/** How often each question is asked of a graph, each time about other nodes. */
const ROUNDS = 4

/**
 * What is asked of a question in a graph, whatever its parameters are: about the node with most relationships of the kind
 * that it asks for, one with fewest, and others between; with its defaults, then cut short and from the second row on.
 */
export function askings(entry: CatalogueEntry, graph: GraphChanges): RawParameters[] {
  const nodes = { paper: idsOf(graph, 'paper'), concept: idsOf(graph, 'concept'), node: idsOf(graph, 'node') }
  const asked = Array.from({ length: ROUNDS }, (_, round) => {
    const parameters: RawParameters = {}
    entry.parameters.forEach((parameter, place) => {
      const value = chosenValue(parameter, round, place, nodes, entry)
      if (value !== undefined) parameters[parameter.name] = value
    })
    if (entry.name === 'edge') Object.assign(parameters, edgeOf(graph, round))
    if (entry.name === 'nodes' || entry.name === 'edges-among' || entry.name === 'edges-from')
      parameters.ids = nodes.node.slice(0, 3 + round * 20)
    return parameters
  })
  return [...new Map(asked.map((parameters) => [JSON.stringify(parameters), parameters])).values()]
}

function chosenValue(
  { name, type, idOf, oneOf, default: otherwise }: CatalogueParameter,
  round: number,
  place: number,
  nodes: Record<IdKind, string[]>,
  entry: CatalogueEntry,
): unknown {
  if (idOf !== undefined) {
    const ids = nodes[idOf]
    // Another place each round: the first, the last, and two between.
    const at = [0, ids.length - 1, Math.floor(ids.length / 7), Math.floor(ids.length / 3)][round] ?? 0
    if (type === 'strings') return [0, 1, 2].map((step) => ids[(at + step * 3) % ids.length])
    return ids[(at + place) % ids.length]
  }
  if (oneOf !== undefined) return oneOf[round % oneOf.length]
  if (round === 2 && name === 'limit') return 3
  if (round === 2 && name === 'offset') return 1
  return otherwise === undefined ? exampleParameters(entry)[name] : undefined
}

/** Ids of a kind, those with most relationships first. */
function idsOf({ nodes, relationships }: GraphChanges, kind: IdKind): string[] {
  const degrees = new Map<string, number>()
  for (const { from, to } of relationships) for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1)
  const label = kind === 'paper' ? 'Paper' : 'Concept'
  return nodes
    .filter(({ labels }) => kind === 'node' || labels.includes(label))
    .map(({ id }) => id)
    .sort((a, b) => (degrees.get(b) ?? 0) - (degrees.get(a) ?? 0) || (a < b ? -1 : 1))
}

function edgeOf({ relationships }: GraphChanges, round: number): RawParameters {
  const edge = relationships[Math.floor((relationships.length - 1) * (round / (ROUNDS - 1)))]
  return edge === undefined ? {} : { from: edge.from, type: edge.type, to: edge.to, key: edge.key }
}
