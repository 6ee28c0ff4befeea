import type { ApiEdge, ApiNode } from '../../api.ts'
import { api, type NeighboursAsked } from '../api.ts'
import type { Expansion } from '../state/view.ts'

const MOST_AT_ONCE = 500

/** What is known of a node's neighbours: the first ones in an order, and how many there are. */
interface Known {
  nodes: ApiNode[]
  total: number
  /** How long a page is, the same for all of them, and where to go on; absent when these are all. */
  limit: number
  next?: string
}

/** Neighbours by node and choice, asked for once: going back and forward in the history needs no server. */
export class Neighbours {
  private readonly known = new Map<string, Known>()
  private readonly onEdges: (edges: readonly ApiEdge[]) => void

  constructor(onEdges: (edges: readonly ApiEdge[]) => void) {
    this.onEdges = onEdges
  }

  forget(): void {
    this.known.clear()
  }

  /** How many neighbours there are of a choice, in whatever order, where the server said so. */
  total({ order: _order, ...asked }: Omit<Expansion, 'count'>): number | undefined {
    return (this.known.get(nameOf(asked)) ?? this.known.get(nameOf({ ...asked, order: 'newest' })))?.total
  }

  /**
   * The first neighbours that the opening map does not hold, as many as an expansion counts. `held` says how many
   * neighbours of the node the map may hold, so that one request is enough.
   */
  async bring(expansion: Expansion, isOnMap: (id: string) => boolean, held: number): Promise<ApiNode[]> {
    const name = nameOf(expansion)
    const fresh = ({ nodes }: Known): ApiNode[] => nodes.filter(({ id }) => !isOnMap(id))
    let known = this.known.get(name)
    while (known === undefined || (known.next !== undefined && fresh(known).length < expansion.count)) {
      const limit: number = known?.limit ?? Math.min(MOST_AT_ONCE, expansion.count + held)
      const answer = await api.neighbours(question(expansion, limit, known?.next))
      this.onEdges(answer.edges)
      known = {
        nodes: [...(known?.nodes ?? []), ...answer.nodes],
        // A page after the last one counts none.
        total: Math.max(known?.total ?? 0, answer.total),
        limit,
        ...(answer.next === undefined ? {} : { next: answer.next }),
      }
      this.known.set(name, known)
    }
    return fresh(known).slice(0, expansion.count)
  }
}

function question({ id, order, relationship }: Expansion, limit: number, cursor: string | undefined): NeighboursAsked {
  return {
    ...{ id, limit, order: order === 'newest' ? 'year' : 'degree' },
    ...(relationship ? { relationship: [relationship] } : {}),
    ...(cursor === undefined ? {} : { cursor }),
  }
}

const nameOf = ({ id, order, relationship }: Omit<Expansion, 'count'>): string =>
  [order, relationship, id].join('\u0001')
