import { pullOf, weightWith } from '../../../layout-forces.ts'
import type { Size } from '../../state/view.ts'
import { type Canvas, UNIT } from '../canvas.ts'
import { drawnScale, sizeOf } from '../node-size.ts'
import type { Place } from '../place.ts'
import type { Turns } from '../turns.ts'
import type { TidyInput } from './tidy-input.ts'

/** The least distance between two nodes in a map of few. */
const GAP = 4

/**
 * What the tidied places of a canvas are worked out from, with the ids of its nodes. Where nodes are now does not matter, nor in
 * what order they came. Undefined when nodes or lines came or went meanwhile: it takes several turns.
 */
export async function inputOf(
  canvas: Canvas,
  pins: ReadonlyMap<string, Place>,
  size: Size,
  turns: Turns,
): Promise<{ ids: string[]; input: TidyInput } | undefined> {
  const { graph, scale } = canvas
  const [order, lines] = [graph.order, graph.size]
  const isOther = (): boolean => graph.order !== order || graph.size !== lines
  await turns.next()
  const ids = canvas.ids().sort()
  await turns.next()
  if (isOther()) return undefined
  const indices = new Map(ids.map((id, at) => [id, at]))
  const nodes = ids.map((id) => graph.getNodeAttribute(id, 'node'))
  await turns.next()
  const places = ids.map((id) => pins.get(id) ?? canvas.belongs(id))
  const crowd = drawnScale(order)
  await turns.next()
  if (isOther()) return undefined
  const ties = new Map<number, number>()
  for (const { source, target, attributes } of graph.edgeEntries()) {
    if (turns.isDue) await turns.next()
    if (isOther()) return undefined
    const [one, other] = [indices.get(source) ?? 0, indices.get(target) ?? 0]
    const { edge, others = [] } = attributes
    const weight = others.reduce((sum, { type }) => weightWith(sum, type), weightWith(0, edge.type))
    const [a, b] = [nodes[one]?.community, nodes[other]?.community]
    // What came later belongs to no community that anybody knows of.
    const pull = a === undefined || b === undefined ? weight : pullOf(weight, a, b)
    ties.set(Math.min(one, other) * order + Math.max(one, other), pull)
  }
  await turns.next()
  const keys = Float64Array.from(ties.keys()).sort()
  const input = {
    x: Float64Array.from(places, ({ x }) => (x * UNIT) / scale.x),
    y: Float64Array.from(places, ({ y }) => (y * UNIT) / scale.y),
    radius: Float64Array.from(nodes, (node) => sizeOf(node, size) * crowd),
    isFixed: Uint8Array.from(ids, (id) => (pins.has(id) ? 1 : 0)),
    isHome: Uint8Array.from(ids, (id) => (canvas.isOnMap(id) ? 1 : 0)),
    gap: GAP * crowd,
    from: Uint32Array.from(keys, (key) => Math.floor(key / order)),
    to: Uint32Array.from(keys, (key) => key % order),
    pull: Float64Array.from(keys, (key) => ties.get(key) ?? 0),
  }
  return isOther() ? undefined : { ids, input }
}
