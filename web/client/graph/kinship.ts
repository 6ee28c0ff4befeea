import type { ApiNode } from '../../api.ts'

export type NeighboursOf = (id: string) => readonly string[]

/** Nodes that came beside nodes that came later may need as many looks around. */
const MOST_ROUNDS = 4

/**
 * The community of each node. What the map knows nothing of takes that of most of its neighbours here, the smaller number
 * where several have as many; what has none of these is left out.
 */
export function communitiesOf(nodes: readonly ApiNode[], neighboursOf: NeighboursOf): Map<string, number> {
  const known = new Map<string, number>()
  for (const { id, community } of nodes) if (community !== undefined) known.set(id, community)
  if (known.size === 0) return known
  let without = nodes.filter(({ community }) => community === undefined)
  for (let round = 0; round < MOST_ROUNDS && without.length > 0; round++) {
    const found = without.flatMap(({ id }) => {
      const most = mostCommon(neighboursOf(id).flatMap((near) => known.get(near) ?? []))
      return most === undefined ? [] : [[id, most] as const]
    })
    if (found.length === 0) break
    // At the end of a round, so that the order of nodes does not matter.
    for (const [id, community] of found) known.set(id, community)
    without = without.filter(({ id }) => !known.has(id))
  }
  return known
}

function mostCommon(values: readonly number[]): number | undefined {
  const times = new Map<number, number>()
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1)
  return [...times].sort(([a, often], [b, times]) => times - often || a - b)[0]?.[0]
}

/** The year of each paper, and of what papers name the median year of those here that name it. */
export function yearsOf(nodes: readonly ApiNode[], neighboursOf: NeighboursOf): Map<string, number> {
  const years = new Map<string, number>()
  for (const { id, type, year } of nodes) if (type === 'paper' && year !== undefined) years.set(id, year)
  const papers = new Map(years)
  for (const { id, type } of nodes) {
    if (type === 'paper') continue
    const near = neighboursOf(id).flatMap((each) => papers.get(each) ?? [])
    const middle = near.sort((a, b) => a - b)[Math.floor((near.length - 1) / 2)]
    if (middle !== undefined) years.set(id, middle)
  }
  return years
}
