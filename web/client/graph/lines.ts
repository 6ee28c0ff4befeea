import type { ApiEdge } from '../../api.ts'
import { api } from '../api.ts'

/** More nodes than this are not asked about for the lines between them. */
const MOST_ASKED = 1000
const MOST_REMEMBERED = 50

/** Lines between nodes that came to the canvas by different ways; each set of nodes is asked about once. */
export class Lines {
  private readonly byEnd = new Map<string, Map<string, ApiEdge>>()
  private asked: ReadonlySet<string>[] = []

  forget(): void {
    this.byEnd.clear()
    this.asked = []
  }

  remember(edges: readonly ApiEdge[]): void {
    for (const edge of edges)
      for (const end of [edge.from, edge.to]) {
        const there = this.byEnd.get(end) ?? new Map<string, ApiEdge>()
        this.byEnd.set(end, there.set(edge.id, edge))
      }
  }

  /** What is known of the lines of some nodes. */
  of(ids: Iterable<string>): ApiEdge[] {
    return [...ids].flatMap((id) => [...(this.byEnd.get(id)?.values() ?? [])])
  }

  /** Asks for the lines among nodes, the last ones given if they are very many. True if there was something to ask. */
  async ask(ids: readonly string[]): Promise<boolean> {
    const wanted = ids.slice(-MOST_ASKED)
    if (wanted.length < 2 || this.asked.some((before) => wanted.every((id) => before.has(id)))) return false
    this.remember((await api.edges(wanted)).edges)
    this.asked = [...this.asked, new Set(wanted)].slice(-MOST_REMEMBERED)
    return true
  }
}
