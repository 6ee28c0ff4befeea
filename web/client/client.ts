import type { paths } from './openapi.ts'

type Method = 'get' | 'post'
type Operation<P extends keyof paths, M extends Method> = paths[P] extends Record<M, infer O> ? O : never
type QueryOf<O> = O extends { parameters: { query?: infer Q } } ? Q : undefined
type BodyOf<O> = O extends { requestBody: { content: { 'application/json': infer B } } } ? B : undefined
type JsonOf<R> = R extends { content: { 'application/json': infer A } } ? A : never
type AnswerOf<O> = O extends { responses: infer R } ? JsonOf<R[keyof R & (200 | 202)]> : never
type PathWith<M extends Method> = { [P in keyof paths]: paths[P] extends Record<M, unknown> ? P : never }[keyof paths]

/** Values of the query string: a list is its parameter given several times, undefined is left out. */
export type QueryValues = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

/** What sends a request and gives the JSON of its answer. Throws for a problem. */
export type Send = (path: string, init: RequestInit) => Promise<unknown>

/**
 * A client of the HTTP API, typed by its OpenAPI document.
 *
 * @example
 * const client = createClient(async (path, init) => (await fetch(`http://127.0.0.1:4173/api${path}`, init)).json())
 * const { hits } = await client.get('/search', { q: 'attention' })
 */
export function createClient(send: Send) {
  return {
    get: <P extends PathWith<'get'>>(path: P, query: QueryOf<Operation<P, 'get'>>, signal?: AbortSignal) =>
      // The document says what this address answers.
      send(`${path}${queryString(query ?? {})}`, signal ? { signal } : {}) as Promise<AnswerOf<Operation<P, 'get'>>>,
    post: <P extends PathWith<'post'>>(path: P, body: BodyOf<Operation<P, 'post'>>, signal?: AbortSignal) =>
      send(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        ...(signal ? { signal } : {}),
      }) as Promise<AnswerOf<Operation<P, 'post'>>>,
  }
}

function queryString(query: QueryValues): string {
  const given = Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined) return []
    return (Array.isArray(value) ? value : [value]).map((each) => [name, String(each)])
  })
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}
