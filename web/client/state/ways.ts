import type { TableAnswer } from '../../api.ts'
import { recordsOf } from './rows.ts'
import type { Way } from './view.ts'

/** The ways between two nodes, each as the ids of its nodes from end to end; the shortest first. */
export interface Ways {
  ends: Way
  ways: string[][]
}

/** Reads the rows of the question "paths": one for each step of each path. */
export function waysIn(ends: Way, answer: Pick<TableAnswer, 'columns' | 'rows'>): Ways {
  const ways = new Map<unknown, string[]>()
  for (const { path, id } of recordsOf(answer)) {
    if (typeof id !== 'string') continue
    const way = ways.get(path) ?? []
    way.push(id)
    ways.set(path, way)
  }
  return { ends, ways: [...ways.values()] }
}

/** All nodes on them, each once. */
export const nodesOn = ({ ways }: Ways): string[] => [...new Set(ways.flat())]
