import { type GraphRelationship, KEY_LABELS } from '../../queries/model.ts'
import type { GraphChanges, GraphStore } from '../../queries/store/store.ts'
import type { Resolution } from '../resolve/resolution.ts'
import { edgeChanges, nodeChanges, type Present, paperChanges } from './difference.ts'
import type { Progress } from './progress.ts'

/** Rows in one transaction: large enough to be quick, small enough for a server with little memory. */
const ROWS = 2000

export interface WrittenCounts {
  nodes: number
  relationships: number
  removedNodes: number
  removedRelationships: number
}

const nothing = (): GraphChanges => ({ nodes: [], relationships: [], removedRelationships: [], removedNodes: [] })
const size = (changes: GraphChanges): number =>
  changes.nodes.length +
  changes.relationships.length +
  changes.removedRelationships.length +
  changes.removedNodes.length

/**
 * Writes what differs between the target and what is present: new concepts first, then each paper with all its
 * relationships in one transaction, then changed nodes and removals, so that no paper is ever half there.
 */
export async function writeGraph(
  store: GraphStore,
  target: Resolution,
  present: Present,
  progress: Progress,
): Promise<WrittenCounts> {
  const counts: WrittenCounts = { nodes: 0, relationships: 0, removedNodes: 0, removedRelationships: 0 }
  let batch = nothing()
  const flush = async (): Promise<void> => {
    if (size(batch) === 0) return
    await store.write(batch)
    counts.nodes += batch.nodes.length
    counts.relationships += batch.relationships.length
    counts.removedNodes += batch.removedNodes.length
    counts.removedRelationships += batch.removedRelationships.length
    batch = nothing()
  }
  const add = async (changes: Partial<GraphChanges>): Promise<void> => {
    batch.nodes.push(...(changes.nodes ?? []))
    batch.relationships.push(...(changes.relationships ?? []))
    batch.removedRelationships.push(...(changes.removedRelationships ?? []))
    batch.removedNodes.push(...(changes.removedNodes ?? []))
    if (size(batch) >= ROWS) await flush()
  }

  const { added, changed } = nodeChanges(target, present)
  progress.stage('writing concepts', added.length)
  for (const [index, node] of added.entries()) {
    await add({ nodes: [node] })
    progress.at(index + 1)
  }
  await flush()

  progress.stage('writing papers')
  const wanted = new Set(target.nodes.map((node) => node.id))
  let papers = 0
  for (const graph of target.papers()) {
    wanted.add(graph.paper.id)
    const changes = paperChanges(graph, present)
    if (changes) await add(changes)
    progress.at(++papers)
  }
  await flush()

  for (const node of changed) await add({ nodes: [node] })
  await flush()
  await writeVariants(target, present, add)
  await flush()
  for (const label of KEY_LABELS)
    for (const [id, node] of present.nodes)
      if (node.label === label && !wanted.has(id)) await add({ removedNodes: [{ label, id }] })
  await flush()
  progress.end()
  return counts
}

/** VARIANT_OF starts at concepts, so it is compared concept by concept, those that have none any more included. */
async function writeVariants(
  target: Resolution,
  present: Present,
  add: (changes: Partial<GraphChanges>) => Promise<void>,
): Promise<void> {
  const byConcept = new Map<string, GraphRelationship[]>()
  for (const variant of target.variants) byConcept.set(variant.from, [...(byConcept.get(variant.from) ?? []), variant])
  for (const [id, node] of present.nodes)
    if (node.label !== 'Paper' && present.relationships.has(id) && !byConcept.has(id)) byConcept.set(id, [])
  for (const [id, variants] of byConcept) {
    const { upserts, removed } = edgeChanges(variants, present.relationships.get(id))
    await add({ relationships: upserts, removedRelationships: removed })
  }
}
