import type {
  ApiEdge,
  ApiNode,
  EdgeAnswer,
  MapAnswer,
  NeighboursAnswer,
  NodeAnswer,
  NodeType,
  Problem,
  QueriesAnswer,
  SearchAnswer,
  StatusAnswer,
  TableAnswer,
} from '../api.ts'
import type { EdgeName } from './state/view.ts'
import { words } from './strings.ts'

/** An answer that is a problem: `message` is a sentence for people. */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  readonly choices: ApiNode[]

  constructor(problem: Pick<Problem, 'detail' | 'code' | 'status' | 'choices'>) {
    super(problem.detail)
    this.code = problem.code
    this.status = problem.status
    this.choices = problem.choices ?? []
  }
}

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  let response: Response
  try {
    response = await fetch(`./api/${path}`, init)
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError({ detail: words.serverAway, code: 'away', status: 0 })
  }
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  const body = isJson ? await response.json() : { detail: words.strangeAnswer(response.status), code: 'internal' }
  if (!response.ok || !isJson) throw new ApiError({ status: response.status, ...body })
  return body
}

const query = (parameters: Record<string, string | number | undefined>): string => {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined)
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
}
const get = <T>(path: string, parameters: Record<string, string | number | undefined> = {}, signal?: AbortSignal) =>
  ask<T>(`${path}?${query(parameters)}`, signal ? { signal } : {})
const post = <T>(path: string, body: unknown, signal?: AbortSignal) =>
  ask<T>(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  })

export const api = {
  status: () => get<StatusAnswer>('status'),
  map: (limit: number) => get<MapAnswer>('map', { limit }),
  search: (q: string, types: readonly NodeType[], signal: AbortSignal) =>
    ask<SearchAnswer>(`search?${[query({ q, limit: 12 }), ...types.map((type) => query({ type }))].join('&')}`, {
      signal,
    }),
  node: (id: string, signal?: AbortSignal) => get<NodeAnswer>('node', { id }, signal),
  neighbours: (id: string, limit: number) => get<NeighboursAnswer>('neighbours', { id, limit }),
  edge: ({ from, type, to, key }: EdgeName, signal?: AbortSignal) =>
    get<EdgeAnswer>('edge', { from, type, to, key }, signal),
  edges: (ids: string[]) => post<{ edges: ApiEdge[] }>('edges', { ids }),
  queries: () => get<QueriesAnswer>('queries'),
  /** A list is its parameter given several times. */
  run: (name: string, parameters: (readonly [name: string, value: string])[], signal?: AbortSignal) =>
    ask<TableAnswer>(
      `query/${encodeURIComponent(name)}?${new URLSearchParams(parameters.map(([key, value]) => [key, value]))}`,
      signal ? { signal } : {},
    ),
  cypher: (text: string, signal?: AbortSignal) => post<TableAnswer>('cypher', { text, parameters: {} }, signal),
}
