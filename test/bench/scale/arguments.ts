import type { GraphStore, Value } from '../../../queries/store/store.ts'

/** Ids to ask about: the one with most relationships, some of the well connected, and some in the middle. */
export interface Picks {
  hub: string[]
  typical: string[]
  median: string[]
}

export type ArgumentKind = 'hub' | 'typical' | 'median'
export const ARGUMENT_KINDS: readonly ArgumentKind[] = ['hub', 'typical', 'median']

/** What the questions of a bench are asked about, by the type of node. */
export interface Arguments {
  paper: Picks
  concept: Picks
  method: Picks
  model: Picks
  benchmark: Picks
  topic: Picks
  /** Relationships, each as {from, type, to, key}. */
  edges: { from: string; type: string; to: string; key: string }[]
}

const A_KIND = 5

/** Reads them from a graph: the same ones for the same graph. */
export async function pickArguments(store: Pick<GraphStore, 'query'>): Promise<Arguments> {
  const picks = (pattern: string, rank: string): Promise<Picks> => pick(store, pattern, rank)
  return {
    paper: await picks('(n:Paper)', 'degree'),
    concept: await picks('(n:Concept)', 'papers'),
    method: await picks('(n:Method)', 'papers'),
    model: await picks('(n:Model)', 'papers'),
    benchmark: await picks('(n:Benchmark)', 'papers'),
    topic: await picks('(n:Topic)', 'papers'),
    edges: await pickEdges(store),
  }
}

async function pick(store: Pick<GraphStore, 'query'>, pattern: string, rank: string): Promise<Picks> {
  const text = `MATCH ${pattern}\nWHERE n.${rank} > 1\nWITH n.id AS id, n.${rank} AS rank\nRETURN id AS id\nORDER BY rank DESC, id`
  const ids = (await store.query(text)).rows.map(([id]) => String(id))
  const from = (place: number): string[] => ids.slice(Math.floor(place), Math.floor(place) + A_KIND)
  // What people look at is well connected: one in a hundred is busier than these.
  return { hub: from(0), typical: from(ids.length / 100), median: from(ids.length / 2) }
}

async function pickEdges(store: Pick<GraphStore, 'query'>): Promise<Arguments['edges']> {
  const text = `MATCH (a:Paper)-[r:USES]->(b:Concept)\nWITH a, r, b, b.papers AS papers\nORDER BY papers DESC, a.id LIMIT 5\nRETURN a.id AS from, type(r) AS type, b.id AS to, r.\`as\` AS key\nORDER BY from, to`
  const words = (value: Value | undefined): string => String(value ?? '')
  return (await store.query(text.replaceAll('AS from', 'AS `from`').replace('BY from', 'BY `from`'))).rows.map(
    ([from, type, to, key]) => ({ from: words(from), type: words(type), to: words(to), key: words(key) }),
  )
}
