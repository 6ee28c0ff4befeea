import { type GraphRelationship, KEY_LABELS } from '../../queries/model.ts'
import type { GraphChanges, GraphStore } from '../../queries/store/store.ts'
import type { Resolution } from '../resolve/resolution.ts'
import { BatchWriter, type WrittenCounts } from './batch-writer.ts'
import { edgeChanges, nodeChanges, type Present, paperChanges } from './difference.ts'
import type { Progress } from './progress.ts'

/**
 * Writes what differs between the target and what is present: new concepts first, then each paper with all its
 * relationships in one transaction (several of these at once where the store likes that: no two papers share anything but
 * concepts, which stand by then), then changed nodes and removals, so that no paper is ever half there.
 */
export async function writeGraph(
  store: Pick<GraphStore, 'write' | 'writesAtOnce'>,
  target: Resolution,
  present: Present,
  progress: Progress,
): Promise<WrittenCounts> {
  const writer = new BatchWriter(store, store.writesAtOnce)
  const add = (changes: Partial<GraphChanges>): Promise<void> => writer.add(changes)
  const flush = (): Promise<void> => writer.flush()

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
  return writer.counts
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
    await add(edgeChanges(variants, present.relationships.get(id)))
  }
}
