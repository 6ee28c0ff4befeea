import type { ApiNode } from '../../api.ts'

/** Neighbours that one node was expanded by, in steps: what the first click brought, what the second, and so on. */
export interface Brought {
  id: string
  steps: readonly (readonly ApiNode[])[]
}

/** How nodes come onto the map: somewhere by itself, or several around a node that is there already. */
export type Arrival = { kind: 'alone'; id: string } | { kind: 'around'; id: string; nodes: ApiNode[] }

/**
 * The order in which nodes come to the map, from nothing but what is asked for now: the same view gives the same places,
 * whatever way led to it. First steps come before second ones, so that showing more of one node leaves the rest where it
 * is. A node comes around the first that brings it; what nobody brings comes alone.
 */
export function arrivalsOf(
  isOnMap: (id: string) => boolean,
  expansions: readonly Brought[],
  named: readonly string[],
): Arrival[] {
  const arrivals: Arrival[] = []
  const there = new Set<string>()
  const isThere = (id: string): boolean => isOnMap(id) || there.has(id)
  const most = Math.max(0, ...expansions.map(({ steps }) => steps.length))
  const waiting = Array.from({ length: most }, (_, step) =>
    expansions.flatMap(({ id, steps }) => (steps[step] ? [{ id, nodes: steps[step] }] : [])),
  ).flat()
  const begun = new Set<object>()

  const comeAlone = (id: string): void => {
    arrivals.push({ kind: 'alone', id })
    there.add(id)
  }
  const bring = (one: { id: string; nodes: readonly ApiNode[] }): void => {
    if (begun.has(one)) return
    begun.add(one)
    if (!isThere(one.id)) {
      const before = waiting.find((each) => !begun.has(each) && each.nodes.some(({ id }) => id === one.id))
      if (before) bring(before)
    }
    if (!isThere(one.id)) comeAlone(one.id)
    const nodes = one.nodes.filter(({ id }) => !isThere(id))
    if (nodes.length > 0) arrivals.push({ kind: 'around', id: one.id, nodes })
    for (const { id } of nodes) there.add(id)
  }
  // A node without neighbours comes too: it was asked for.
  const lonely = expansions.filter(({ steps }) => steps.length === 0).map(({ id }) => id)
  for (const each of waiting) bring(each)
  for (const id of [...lonely, ...named]) if (!isThere(id)) comeAlone(id)
  return arrivals
}
