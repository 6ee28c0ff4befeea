import type { ApiEdge } from '../../api.ts'
import type { Columns } from '../state/filters/columns.ts'
import type { Visible } from '../state/filters/visible.ts'
import { type Relationship, saysMore } from './relationships.ts'

/** What of the canvas is not shown: by filters, types that are off, the focus, or because it was taken off the map. */
export interface Hidden {
  nodes: ReadonlySet<string>
  /** Lines that are not shown though both their ends are. */
  lines: ReadonlySet<string>
  /** Lines of which the best relationship is not shown, and the best one that is. */
  instead: ReadonlyMap<string, ApiEdge>
}

export const NOTHING_HIDDEN: Hidden = { nodes: new Set(), lines: new Set(), instead: new Map() }

/** What is hidden, by the names that the canvas knows. `relationships` are those of the columns, in their order. */
export function hiddenOf(columns: Columns, visible: Visible, relationships: readonly Relationship[]): Hidden {
  const nodes = new Set<string>()
  columns.nodes.forEach(({ id }, at) => {
    if (visible.nodes[at] === 0) nodes.add(id)
  })
  const lines = new Set<string>()
  const instead = new Map<string, ApiEdge>()
  // The best relationship of a line comes before its others.
  let best = { line: '', isShown: false }
  relationships.forEach(({ line, edge }, at) => {
    const isShown = visible.relationships[at] === 1
    if (line !== best.line) {
      best = { line, isShown }
      if (!isShown && !nodes.has(edge.from) && !nodes.has(edge.to)) lines.add(line)
    } else if (!best.isShown && isShown) {
      lines.delete(line)
      const before = instead.get(line)
      if (before === undefined || saysMore(edge, before)) instead.set(line, edge)
    }
  })
  return { nodes, lines, instead }
}
