import type { ApiNode } from '../../api.ts'
import { api } from '../api.ts'
import { nodesIn } from '../state/rows.ts'
import type { Way } from '../state/view.ts'
import { nodesOn, type Ways, waysIn } from '../state/ways.ts'

const MOST_WAYS = 10

/** The ways between two nodes and what lies on them. */
export interface FoundWays {
  ways: Ways
  nodes: ApiNode[]
}

/** Looks for ways between two nodes; each pair is asked about once. */
export class WayFinder {
  private readonly found = new Map<string, FoundWays>()

  forget(): void {
    this.found.clear()
  }

  async find(ends: Way): Promise<FoundWays> {
    const name = ends.join('\u0001')
    const found = this.found.get(name) ?? (await ask(ends))
    this.found.set(name, found)
    return found
  }
}

async function ask(ends: Way): Promise<FoundWays> {
  const [from, to] = ends
  const ways = waysIn(ends, await api.run('paths', Object.entries({ from, to, limit: String(MOST_WAYS) })))
  const ids = nodesOn(ways)
  if (ids.length === 0) return { ways, nodes: [] }
  const answer = await api.run(
    'nodes',
    ids.map((id) => ['ids', id] as const),
  )
  return { ways, nodes: nodesIn(answer) }
}
