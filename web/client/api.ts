import type { ApiNode, NodeType, Problem, RelationshipType, TableAnswer } from '../api.ts'
import { createClient } from './client.ts'
import { readCypherLines } from './cypher-lines.ts'
import type { Upload as Ingest, paths } from './openapi.ts'
import type { EdgeName } from './state/view.ts'
import { words } from './strings.ts'

/** Whose neighbours, how many, which of them and in what order. */
export interface NeighboursAsked {
  id: string
  limit: number
  relationship?: RelationshipType[]
  order?: 'degree' | 'year'
  /** Where the answer before ended. */
  cursor?: string
}

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

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(`./api${path}`, init)
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError({ detail: words.serverAway, code: 'away', status: 0 })
  }
}

export async function send(path: string, init: RequestInit): Promise<unknown> {
  return jsonOf(await reach(path, init))
}

async function jsonOf(response: Response): Promise<unknown> {
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  const body = isJson ? await response.json() : { detail: words.strangeAnswer(response.status), code: 'internal' }
  if (!response.ok || !isJson) throw new ApiError({ status: response.status, ...body })
  return body
}

const { get, post } = createClient(send)

export const api = {
  status: () => get('/status', undefined),
  map: (limit: number) => get('/map', { limit }),
  mapColumns: (limit: number) => get('/map/columns', { limit }),
  mapPlaces: (limit: number, signal: AbortSignal) => get('/map/places', { limit }, signal),
  search: (q: string, types: readonly NodeType[], signal: AbortSignal) =>
    get('/search', { q, limit: 12, type: [...types] }, signal),
  node: (id: string, signal?: AbortSignal) => get('/node', { id }, signal),
  neighbours: (asked: NeighboursAsked) => get('/neighbours', asked),
  edge: ({ from, type, to, key }: EdgeName, signal?: AbortSignal) => get('/edge', { from, type, to, key }, signal),
  edges: (ids: string[]) => post('/edges', { ids }),
  queries: () => get('/queries', undefined),
  /** Any question that the server lists, with what its form holds: a list is its parameter given several times. */
  run: (name: string, parameters: (readonly [name: string, value: string])[], signal?: AbortSignal) => {
    const query = new URLSearchParams(parameters.map(([key, value]) => [key, value]))
    return send(`/query/${encodeURIComponent(name)}?${query}`, signal ? { signal } : {}) as Promise<TableAnswer>
  },
  ingests: (signal: AbortSignal) => get('/ingests', { limit: 2 }, signal),
  uploads: () => get('/uploads', undefined),
  cancelIngest: (id: string) => send(`/uploads/${encodeURIComponent(id)}`, { method: 'DELETE' }) as Promise<Ingest>,
}

/** A node as it is on the picture, for an export. */
export type DrawnNode = paths['/export/{format}']['post']['requestBody']['content']['application/json']['nodes'][number]

/** A file of the server, with the name that it gives it. */
export interface NamedFile {
  file: Blob
  name: string
}

/** Nodes and what runs among them as a file. */
export function exportNodes(format: string, nodes: DrawnNode[]): Promise<NamedFile> {
  return exported(format, '', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ nodes }),
  })
}

/** Papers side by side as a table. */
export function comparisonAs(format: string, papers: readonly string[]): Promise<NamedFile> {
  return exported(
    format,
    `?${new URLSearchParams([['query', 'compare'], ...papers.map((id) => ['param', `papers=${id}`])])}`,
    {},
  )
}

async function exported(format: string, query: string, init: RequestInit): Promise<NamedFile> {
  const response = await reach(`/export/${encodeURIComponent(format)}${query}`, init)
  if (!response.ok) await jsonOf(response)
  const said = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return { file: await response.blob(), name: said ?? `papergraph.${format}` }
}

/** Runs typed Cypher; `onWaiting` is told how many are ahead of it while it waits for its turn. */
export async function runCypher(
  text: string,
  onWaiting: (ahead: number) => void,
  signal: AbortSignal,
): Promise<TableAnswer> {
  const response = await reach('/cypher', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/x-ndjson, application/problem+json' },
    body: JSON.stringify({ text }),
    signal,
  })
  if (!response.ok || response.body === null || !/ndjson/.test(response.headers.get('content-type') ?? ''))
    return jsonOf(response) as Promise<TableAnswer>
  const answer = await readCypherLines(response.body, onWaiting)
  if (answer === undefined) throw new ApiError({ detail: words.answerBroke, code: 'broken', status: 0 })
  if ('problem' in answer) throw new ApiError(answer.problem)
  return answer
}

/** Sends a file to be ingested; `onSent` is told how many bytes are out, which fetch cannot. */
export function postFile(file: File, onSent: (bytes: number) => void, signal: AbortSignal): Promise<Ingest> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `./api/uploads?${new URLSearchParams({ name: file.name })}`)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded }) => onSent(loaded)
    request.onload = () => {
      if (request.status === 202) resolve(request.response)
      else {
        const unknown = { detail: words.strangeAnswer(request.status), code: 'internal' }
        reject(new ApiError({ ...unknown, ...request.response, status: request.status }))
      }
    }
    request.onerror = () => reject(new ApiError({ detail: words.sendingBroke, code: 'broken', status: 0 }))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}
