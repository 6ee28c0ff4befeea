import type { GraphNode, GraphRelationship } from '../model.ts'
import type { ScanPage } from '../store/store.ts'
import type { ExportGraph, Place } from './graph.ts'

/** A graph beyond these is too large to lay out, and to keep meanwhile. */
const MOST_NODES = 2_000
const MOST_RELATIONSHIPS = 20_000

export type LayOut = (
  nodes: readonly { id: string; degree: number }[],
  relationships: readonly Pick<GraphRelationship, 'from' | 'to' | 'type'>[],
) => Promise<ReadonlyMap<string, Place>>

/** The same graph with the places of its nodes where it is small; else as it was. */
export async function placed(graph: ExportGraph, layOut: LayOut): Promise<ExportGraph> {
  const source = graph.pages[Symbol.asyncIterator]()
  const kept: ScanPage[] = []
  const nodes: GraphNode[] = []
  const relationships: GraphRelationship[] = []
  let isWhole = false
  while (!isWhole && nodes.length <= MOST_NODES && relationships.length <= MOST_RELATIONSHIPS) {
    const next = await source.next()
    if (next.done === true) isWhole = true
    else {
      kept.push(next.value)
      if (next.value.kind === 'nodes') nodes.push(...next.value.nodes)
      else relationships.push(...next.value.relationships)
    }
  }
  if (!isWhole) return { ...graph, pages: withBeginning(kept, source) }
  const degrees = nodes.map(({ id, properties: { degree } }) => ({ id, degree: Number(degree ?? 0) }))
  return { ...graph, pages: withBeginning(kept, source), places: await layOut(degrees, relationships) }
}

async function* withBeginning(kept: ScanPage[], rest: AsyncIterator<ScanPage>): AsyncGenerator<ScanPage> {
  try {
    for (let page = kept.shift(); page !== undefined; page = kept.shift()) yield page
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}
